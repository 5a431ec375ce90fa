import { buildKnowledge } from './build-knowledge.js';
import { KnowledgeError } from './knowledge/knowledge-error.js';
import { writeSnapshot } from './knowledge/snapshot.js';

// Run as a process of its own by `open-bot`: indexing takes more memory than serving, and no question waits for it.
// Ends with 2 when there is nothing to build from, and with 3 when what was built cannot be written; standard error says why.
const [folder = '', file = '', print = ''] = process.argv.slice(2);
try {
  const built = await buildKnowledge(folder);
  await writeSnapshot(file, print, built).catch((error: unknown) => end(3, codeOf(error)));
} catch (error) {
  if (!(error instanceof KnowledgeError)) throw error;
  end(2, error.message);
}

function end(exitCode: number, why: string): void {
  process.stderr.write(why);
  process.exitCode = exitCode;
}

/** "ENOSPC": the disk is full. */
function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}
