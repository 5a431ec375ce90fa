import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { findStarters } from './answer/find-starters.js';
import type { Party, Problem, Suggestion } from './domain.js';
import { load } from './knowledge/load.js';
import { compiledChild, readApart } from './knowledge/read-apart.js';
import { split } from './knowledge/split.js';
import { detectLanguage } from './language/detect-language.js';
import { recognise } from './language/recognise.js';
import { indexPassages, type PassageTables } from './search/index-passages.js';
import { openIndex } from './search/open-index.js';

/** What a snapshot holds. */
export interface Stored {
  readonly parties: readonly Party[];
  readonly problems: readonly Problem[];
  readonly tables: PassageTables;
  readonly starters: readonly Suggestion[];
}

/** Beside `dist` and `src`. */
const projectKnowledge = path.join(fileURLToPath(new URL('.', import.meta.url)), '..', 'knowledge');

/** A knowledge folder → everything that a bot is opened with. @throws KnowledgeError */
export async function buildKnowledge(folder: string): Promise<Stored> {
  const readFile = readApart(compiledChild);
  const knowledge = await load({ folder, fallback: projectKnowledge, readFile, detectLanguage, recognise });
  const tables = indexPassages(knowledge, split);
  const { parties, problems, vocabulary } = knowledge;
  return { parties, problems, tables, starters: findStarters(vocabulary.groups, openIndex(tables), parties) };
}
