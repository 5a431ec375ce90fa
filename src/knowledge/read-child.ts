import { readFile } from 'node:fs/promises';
import { readBytes, type FileToRead } from './read-bytes.js';
import { UnreadableError } from './unreadable-error.js';

// Reads one file after the other in a process of its own, with the heap that its parent gave it.
process.on('message', (message: FileToRead & { readonly file: string }) => {
  void answer(message).then((result) => process.send?.(result));
});

process.once('disconnect', () => process.exit());

async function answer(job: FileToRead & { readonly file: string }): Promise<object> {
  try {
    return { reading: await readBytes(await readFile(job.file), job) };
  } catch (error) {
    if (error instanceof UnreadableError) return { what: error.message, cure: error.cure };
    return { what: 'the file cannot be read', cure: 'save it again, or in another format' };
  }
}
