import { readFile, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Document, Knowledge, Language, Party, Problem, Vocabulary } from '../domain.js';
import { KnowledgeError } from './knowledge-error.js';
import { listDocuments } from './list-documents.js';
import { readParties } from './parties.js';
import { soundWords } from './mend-letters.js';
import type { ReadFile } from './read-apart.js';
import { problem, readDocument, type DraftDocument } from './read-document.js';
import { toDocument } from './to-document.js';
import { readVocabulary, type ReadVocabulary, type VocabularyFile } from './vocabulary.js';
import { noWordVectors, readWordVectors, type ReadWordVectors } from './word-vectors.js';

export interface KnowledgeFolders {
  /** The folder with `documents/`, and with those of its own if it has them. */
  readonly folder: string;
  /** Where `parties.yaml`, `vocabulary/` and `word-vectors.json` are taken from when `folder` has none: the project's own. */
  readonly fallback: string;
  readonly readFile: ReadFile;
  readonly detectLanguage: (text: string) => Language;
  /** From known words, a test for other words; see `mendLetters`. */
  readonly recognise: (words: Iterable<string>) => (word: string) => boolean;
  /** Parses the vocabulary; a cache may stand before it, as YAML of this size takes a quarter of a second. */
  readonly readVocabulary?: (files: readonly VocabularyFile[]) => Promise<ReadVocabulary>;
  /** Called after each document, read or not, with its file. */
  readonly onProgress?: (done: number, total: number, file: string) => void;
}

/**
 * Reads a knowledge folder. A bad file is a problem with its name and cure, and never takes the others down.
 * Documents come sorted by id, so the order of the file system decides nothing.
 * @throws KnowledgeError when the folder or the list of parties cannot be read
 */
export async function load(how: KnowledgeFolders): Promise<Knowledge> {
  const { folder, fallback } = how;
  const partiesFile = await firstExisting([path.join(folder, 'parties.yaml'), path.join(fallback, 'parties.yaml')]);
  const listed = readParties(partiesFile, await readFile(partiesFile, 'utf8'));
  if (listed.parties.length === 0) {
    const why = listed.problems.map(({ file, line, what, cure }) => `  ${file}:${line ?? 1} ${what}; ${cure}`);
    throw new KnowledgeError(['No party can be read:', ...why].join('\n'));
  }
  // The vocabulary is parsed here while the documents are read elsewhere.
  const reading = loadDrafts(await documentsFolder(folder), listed.parties, how);
  const [words, vectors, drafted] = await Promise.all([loadVocabulary(how), loadWordVectors(how), reading]);
  const read = toDocuments(drafted, words.vocabulary, how);
  return {
    parties: listed.parties,
    documents: read.documents,
    vocabulary: words.vocabulary,
    wordVectors: vectors.wordVectors,
    problems: [...listed.problems, ...words.problems, ...vectors.problems, ...read.problems],
  };
}

/** The folder of documents: `documents/` by the layout; a folder of party folders is taken as it is. */
async function documentsFolder(folder: string): Promise<string> {
  const nested = path.join(folder, 'documents');
  if (await isFolder(nested)) return nested;
  if (await isFolder(folder)) return folder;
  throw new KnowledgeError(`The knowledge folder ${folder} does not exist; name one that holds documents/<party-id>/.`);
}

async function loadVocabulary({ folder, fallback, readVocabulary: read }: KnowledgeFolders): Promise<ReadVocabulary> {
  const own = path.join(folder, 'vocabulary');
  const directory = (await isFolder(own)) ? own : path.join(fallback, 'vocabulary');
  if (!(await isFolder(directory))) return readVocabulary([]);
  const names = (await readdir(directory)).filter((name) => name.endsWith('.yaml')).toSorted();
  const files = names.map(async (name) => {
    const file = path.join(directory, name);
    return { file, source: await readFile(file, 'utf8') };
  });
  const loaded = await Promise.all(files);
  return read ? read(loaded) : readVocabulary(loaded);
}

async function loadWordVectors({ folder, fallback }: KnowledgeFolders): Promise<ReadWordVectors> {
  for (const file of [folder, fallback].map((each) => path.join(each, 'word-vectors.json'))) {
    if (await isFile(file)) return readWordVectors(file, await readFile(file, 'utf8'));
  }
  return { wordVectors: noWordVectors, problems: [] };
}

interface Drafted {
  readonly drafts: readonly DraftDocument[];
  readonly problems: readonly Problem[];
}

async function loadDrafts(folder: string, parties: readonly Party[], how: KnowledgeFolders): Promise<Drafted> {
  const { paths, problems } = await listDocuments(folder, new Set(parties.map((party) => party.id)));
  let done = 0;
  const results = await inTurns(paths, async (place) => {
    const result = await readDocument(place, how.readFile);
    done += 1;
    how.onProgress?.(done, paths.length, place.file);
    return result;
  });
  const failed = results.flatMap((result) => ('reading' in result ? [] : result));
  return {
    drafts: results.flatMap((result) => ('reading' in result ? [result] : [])),
    problems: [...problems, ...failed],
  };
}

function toDocuments(
  { drafts, problems: before }: Drafted,
  vocabulary: Vocabulary,
  { detectLanguage, recognise }: KnowledgeFolders,
): { documents: readonly Document[]; problems: readonly Problem[] } {
  const isWord = recognise([...wordsOf(vocabulary), ...drafts.flatMap(({ reading }) => soundWords(reading))]);
  const documents = new Map<string, Document>();
  const problems = [...before];
  for (const draft of drafts) {
    const { document, warnings } = toDocument(draft, isWord, detectLanguage);
    problems.push(...warnings);
    if (!documents.has(document.id)) documents.set(document.id, document);
    else problems.push(problem(draft.file, `a second document \`${document.id}\``, 'rename one of the two files'));
  }
  return { documents: [...documents.values()], problems };
}

function* wordsOf({ groups }: Vocabulary): Generator<string> {
  for (const { equal } of groups) for (const phrase of equal) yield* phrase.toLowerCase().split(/[\s-]+/u);
}

/** Two at a time: each is read in a process of its own, and a small machine has two processors. */
async function inTurns<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<readonly R[]> {
  const results: R[] = [];
  const queue = items.entries();
  const worker = async (): Promise<void> => {
    for (const [at, item] of queue) results[at] = await work(item);
  };
  await Promise.all([worker(), worker()]);
  return results;
}

async function isFolder(directory: string): Promise<boolean> {
  return stat(directory).then(
    (entry) => entry.isDirectory(),
    () => false,
  );
}

async function isFile(file: string): Promise<boolean> {
  return stat(file).then(
    (entry) => entry.isFile(),
    () => false,
  );
}

async function firstExisting(files: readonly string[]): Promise<string> {
  for (const file of files) if (await isFile(file)) return file;
  throw new KnowledgeError(`There is no parties.yaml; looked for ${files.join(' and ')}.`);
}
