import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createInterface } from 'node:readline';

/** One a line: all of them together may be longer than a string can be. */
export async function writePassages(file, passages) {
  const handle = await open(file, 'w');
  try {
    for (let at = 0; at < passages.length; at += 1000) {
      const lines = passages.slice(at, at + 1000).map((passage) => `${JSON.stringify(passage)}\n`);
      await handle.write(lines.join(''));
    }
  } finally {
    await handle.close();
  }
}

export async function readPassages(file) {
  const passages = [];
  for await (const line of createInterface({ input: createReadStream(file) })) passages.push(JSON.parse(line));
  return passages;
}
