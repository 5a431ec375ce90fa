import { createHash } from 'node:crypto';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { findStarters } from './answer/find-starters.js';
import { createBot, type Bot } from './bot.js';
import type { Party, Problem, Speaker, Suggestion, TurnStore } from './domain.js';
import { fingerprint, readSnapshot, writeSnapshot } from './knowledge/snapshot.js';
import { detectLanguage } from './language/detect-language.js';
import { indexPassages, type PassageTables } from './search/index-passages.js';
import { openIndex, type PassageIndex } from './search/open-index.js';

const here = fileURLToPath(new URL('.', import.meta.url));

/** The project's own knowledge folder: beside `dist` and `src`. */
const projectKnowledge = path.join(here, '..', 'knowledge');

/** The folders whose code decides what an index holds. */
const indexingCode = ['knowledge', 'language', 'search', 'answer'].map((folder) => path.join(here, folder));

export interface OpenBot {
  readonly bot: Bot;
  readonly parties: readonly Party[];
  readonly problems: readonly Problem[];
  readonly index: PassageIndex;
}

export interface Opening {
  /** Null for the project's own. */
  readonly knowledgeFolder: string | null;
  readonly store: TurnStore;
  readonly keyOf: (speaker: Speaker) => string;
  readonly now: () => Date;
  readonly operator: string | null;
}

interface Stored {
  readonly parties: readonly Party[];
  readonly problems: readonly Problem[];
  readonly tables: PassageTables;
  readonly starters: readonly Suggestion[];
}

/** Opens the snapshot of a knowledge folder, or reads the folder when there is none, and puts a bot on top. */
export async function openBot(opening: Opening): Promise<OpenBot> {
  const folder = opening.knowledgeFolder === null ? projectKnowledge : path.resolve(opening.knowledgeFolder);
  const { parties, problems, tables, starters } = await openKnowledge(folder);
  const index = openIndex(tables);
  const { store, keyOf, now, operator } = opening;
  const bot = createBot({ index, parties, starters, store, keyOf, currentYear: () => now().getFullYear(), operator });
  return { bot, parties, problems, index };
}

async function openKnowledge(folder: string): Promise<Stored> {
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 16);
  // Beside the compiled code: nothing is written into somebody's knowledge folder.
  const file = path.join(here, 'snapshots', `${name}.json`);
  const print = await fingerprint([...new Set([folder, projectKnowledge]), ...indexingCode]);
  const stored = await readSnapshot<Stored>(file, print);
  if (stored !== null) return stored;
  const built = await build(folder);
  // A read-only installation serves from memory.
  await writeSnapshot(file, print, built).catch(() => undefined);
  return built;
}

async function build(folder: string): Promise<Stored> {
  // The readers are not loaded when the snapshot is good: they take longer than the whole question.
  const [{ load }, { split }] = await Promise.all([import('./knowledge/load.js'), import('./knowledge/split.js')]);
  const knowledge = await load({ folder, fallback: projectKnowledge, detectLanguage });
  const tables = indexPassages(knowledge, split);
  const { parties, problems, vocabulary } = knowledge;
  return { parties, problems, tables, starters: findStarters(vocabulary.groups, openIndex(tables), parties) };
}
