import { createHash } from 'node:crypto';
import { mkdir, open, readFile, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';

/** Raised when the shape of what is stored changes. */
const format = 4;

/**
 * One hash of everything that an index is made from: the knowledge files and the code that reads, analyses and indexes
 * them. MiniSearch finds nothing, and says nothing, when it is opened with another analyser than it was filled with.
 */
export async function fingerprint(folders: readonly string[]): Promise<string> {
  const hash = createHash('sha256').update(`format ${format}\n`);
  for (const folder of folders) {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
    const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
    for (const file of files.filter((name) => !name.endsWith('.map')).toSorted()) {
      hash.update(`\n${path.relative(folder, file)}\n`).update(
        createHash('sha256')
          .update(await readFile(file))
          .digest(),
      );
    }
  }
  return hash.digest('hex');
}

/** The size of everything in a folder, for what depends on how much there is to read. */
export async function bytesIn(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  const sizes = await Promise.all(files.map(async (file) => (await stat(file)).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** Null when there is no snapshot, when it is of other knowledge or code, or when it is damaged: build anew. */
export async function readSnapshot<T>(file: string, print: string): Promise<T | null> {
  const text = await readFile(file, 'utf8').catch(() => null);
  const end = text?.indexOf('\n') ?? -1;
  if (text === null || end < 0) return null;
  const body = text.slice(end + 1);
  return text.slice(0, end) === header(print, body) ? JSON.parse(body) : null;
}

/**
 * Writes aside, to the disk, and then in place of the old one, so that a crash leaves the old one or the new one whole.
 * @throws when the folder cannot be written; the index in memory is as good
 */
export async function writeSnapshot(file: string, print: string, content: unknown): Promise<void> {
  const body = JSON.stringify(content);
  const aside = `${file}.${process.pid}.tmp`;
  await mkdir(path.dirname(file), { recursive: true });
  try {
    const handle = await open(aside, 'w');
    try {
      await handle.writeFile(`${header(print, body)}\n${body}`);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(aside, file);
  } catch (error) {
    await rm(aside, { force: true });
    throw error;
  }
}

function header(print: string, body: string): string {
  return `standpunkt ${format} ${print} ${createHash('sha256').update(body).digest('hex')}`;
}
