import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const phrase = z.string().trim().min(1).max(140);
const schema = z.strictObject({
  scenes: z.array(z.strictObject({ says: z.array(phrase).min(1), asks: z.array(phrase).min(1) })),
});

/**
 * What a programme would write of a thing, and how people would ask for it, in sentences of our own: too long and too many for the
 * vocabulary, whose every word counts, and what the word vectors learn most from.
 * @returns {Promise<{ says: string[], asks: string[] }[]>} in the order of the files' names
 * @throws naming the file that is not of this form
 */
export async function readScenes(folder) {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).toSorted();
  const files = names.map(async (name) => {
    const read = schema.safeParse(parse(await readFile(path.join(folder, name), 'utf8')));
    if (!read.success) throw new Error(`${path.join(folder, name)}: ${z.prettifyError(read.error)}`);
    return read.data.scenes;
  });
  return (await Promise.all(files)).flat();
}
