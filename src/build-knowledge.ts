import { createHash } from 'node:crypto';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { findStarters } from './answer/find-starters.js';
import type { Party, Problem, Suggestion } from './domain.js';
import { load } from './knowledge/load.js';
import { compiledChild, readApart } from './knowledge/read-apart.js';
import { fingerprint, readSnapshot, writeSnapshot } from './knowledge/snapshot.js';
import { split } from './knowledge/split.js';
import { readVocabulary, type ReadVocabulary, type VocabularyFile } from './knowledge/vocabulary.js';
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
const here = fileURLToPath(new URL('.', import.meta.url));
const projectKnowledge = path.join(here, '..', 'knowledge');

/** Parses the vocabulary once for each state of its files and of the code; the cache lies beside the snapshots. */
async function cachedVocabulary(files: readonly VocabularyFile[]): Promise<ReadVocabulary> {
  const sources = files.map(({ file, source }) => `${file}\n${source}`).join('\n');
  const print = createHash('sha256')
    .update(await fingerprint([path.join(here, 'knowledge')]))
    .update(sources)
    .digest('hex');
  const file = path.join(here, 'snapshots', 'vocabulary.json');
  const cached = await readSnapshot<ReadVocabulary>(file, print);
  if (cached !== null) return cached;
  const read = readVocabulary(files);
  await writeSnapshot(file, print, read).catch(() => undefined);
  return read;
}

/** A knowledge folder → everything that a bot is opened with. @throws KnowledgeError */
export async function buildKnowledge(folder: string): Promise<Stored> {
  const readFile = readApart(compiledChild);
  const knowledge = await load({
    folder,
    fallback: projectKnowledge,
    readFile,
    readVocabulary: cachedVocabulary,
    detectLanguage,
    recognise,
  });
  const tables = indexPassages(knowledge, split);
  const { parties, problems, vocabulary } = knowledge;
  return { parties, problems, tables, starters: findStarters(vocabulary.groups, openIndex(tables), parties) };
}
