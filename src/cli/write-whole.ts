import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * Writes aside and then in place of the old file, which stays as it was when there is no room for the new one.
 * @param option names another file
 * @throws Error that says what to do
 */
export async function writeWhole(file: string, content: string | Uint8Array, option: string): Promise<void> {
  try {
    await mkdir(path.dirname(file), { recursive: true });
    const before = await stat(file).catch(() => null);
    // A pipe or a terminal is not replaced.
    if (before !== null && !before.isFile()) await writeFile(file, content);
    else await replace(file, content);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    const cure = ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(code) ? 'free space on its disk, or ' : '';
    throw new Error(
      `${file} cannot be written (${code}); ${cure}choose another file with ${option} FILE. Nothing was written.`,
      { cause: error },
    );
  }
}

async function replace(file: string, content: string | Uint8Array): Promise<void> {
  const aside = `${file}.${process.pid}.tmp`;
  try {
    await writeFile(aside, content);
    await rename(aside, file);
  } catch (error) {
    await rm(aside, { force: true });
    throw error;
  }
}
