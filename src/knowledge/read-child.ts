import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { readBytes } from './read-bytes.js';
import { UnreadableError } from './unreadable-error.js';

// Reads one file after the other in a process of its own, with the heap that its parent gave it.
const jobSchema = z.object({ file: z.string(), ending: z.string(), skipPages: z.array(z.string()) });

process.on('message', (message) => {
  void answer(message).then((result) => process.send?.(result));
});

process.once('disconnect', () => process.exit());

async function answer(message: unknown): Promise<object> {
  try {
    const job = jobSchema.parse(message);
    return { reading: await readBytes(await readFile(job.file), job) };
  } catch (error) {
    if (error instanceof UnreadableError) return { what: error.message, cure: error.cure };
    return { what: 'the file cannot be read', cure: 'save it again, or in another format' };
  }
}
