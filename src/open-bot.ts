import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createBot, type Bot } from './bot.js';
import type { Stored } from './build-knowledge.js';
import type { Party, Problem, Speaker, TurnStore } from './domain.js';
import { KnowledgeError } from './knowledge/knowledge-error.js';
import { bytesIn, fingerprint, readSnapshot } from './knowledge/snapshot.js';
import { openIndex, type PassageIndex } from './search/open-index.js';

const here = fileURLToPath(new URL('.', import.meta.url));

/** The project's own knowledge folder: beside `dist` and `src`. */
export const projectKnowledge = path.join(here, '..', 'knowledge');

/** The folders whose code decides what a snapshot holds. */
export const buildingCode = ['knowledge', 'language', 'search', 'answer'].map((folder) => path.join(here, folder));

export interface OpenBot {
  readonly bot: Bot;
  readonly parties: readonly Party[];
  readonly problems: readonly Problem[];
  readonly index: PassageIndex;
  /** Changes with every byte of the knowledge and of the code that reads it. */
  readonly print: string;
}

export interface Opening {
  /** Null for the project's own. */
  readonly knowledgeFolder: string | null;
  readonly store: TurnStore;
  readonly keyOf: (speaker: Speaker) => string;
  readonly now: () => Date;
  readonly operator: string | null;
  /** Takes one line for the log of the operator. */
  readonly report?: (line: string) => void;
}

/** Opens the snapshot of a knowledge folder, made first when there is none, and puts a bot on top. @throws KnowledgeError */
export async function openBot(opening: Opening): Promise<OpenBot> {
  const folder = opening.knowledgeFolder === null ? projectKnowledge : path.resolve(opening.knowledgeFolder);
  const print = await fingerprint([...new Set([folder, projectKnowledge]), ...buildingCode]);
  const { parties, problems, tables, starters } = await openKnowledge(folder, print, opening.report);
  const index = openIndex(tables);
  const { store, keyOf, now, operator } = opening;
  const bot = createBot({ index, parties, starters, store, keyOf, currentYear: () => now().getFullYear(), operator });
  return { bot, parties, problems, index, print };
}

async function openKnowledge(folder: string, print: string, report: Opening['report']): Promise<Stored> {
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 16);
  // Beside the compiled code: nothing is written into somebody's knowledge folder.
  const file = path.join(here, 'snapshots', `${name}.json`);
  const stored = await readSnapshot<Stored>(file, print);
  if (stored !== null) return stored;
  const toRead = (await bytesIn(path.join(folder, 'documents'))) || (await bytesIn(folder));
  const unwritten = await buildApart([folder, file, print], toRead > muchToRead);
  const built = await readSnapshot<Stored>(file, print);
  if (built !== null) return built;
  // An installation that cannot be written to serves from what it reads itself.
  report?.(`${file} was not written (${unwritten}): each start reads the documents anew. ${cureOf(unwritten)}`);
  const { buildKnowledge } = await import('./build-knowledge.js');
  return buildKnowledge(folder);
}

/** Bytes of documents from which memory matters more than the third of the time that saving it costs. */
const muchToRead = 1_000_000;

function cureOf(code: string): string {
  if (['ENOSPC', 'EDQUOT', 'EFBIG'].includes(code)) return 'Free space on that disk.';
  if (['EISDIR', 'ENOTDIR', 'EEXIST', 'ENOTEMPTY'].includes(code)) return 'Remove what stands in its place.';
  if (['EACCES', 'EPERM', 'EROFS'].includes(code)) return 'Let the service write there, or mount a folder there.';
  return 'npm run build shows why.';
}

/**
 * Ends when the snapshot is written, or cannot be, and says why not.
 * @throws KnowledgeError when there is nothing to build from
 */
function buildApart(parameters: readonly string[], savingMemory: boolean): Promise<string> {
  const script = path.join(here, 'build-snapshot.js');
  return new Promise((resolve, reject) => {
    const stdio = ['ignore', 'ignore', 'pipe'] as const;
    const builder = spawn(process.execPath, [...(savingMemory ? ['--optimize-for-size'] : []), script, ...parameters], {
      stdio: [...stdio],
      env: {},
    });
    let said = '';
    builder.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
    builder.once('error', reject);
    builder.once('close', (code, signal) => {
      if (code === 2) reject(new KnowledgeError(said));
      else resolve(code === 3 ? said : String(signal ?? code));
    });
  });
}
