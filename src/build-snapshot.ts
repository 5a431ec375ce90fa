import { buildKnowledge } from './build-knowledge.js';
import { KnowledgeError } from './knowledge/knowledge-error.js';
import { writeSnapshot } from './knowledge/snapshot.js';

// Run as a process of its own by `open-bot`: indexing takes more memory than serving, and no question waits for it.
const [folder = '', file = '', print = ''] = process.argv.slice(2);
try {
  await writeSnapshot(file, print, await buildKnowledge(folder));
} catch (error) {
  if (!(error instanceof KnowledgeError)) throw error;
  process.stderr.write(error.message);
  process.exitCode = 2;
}
