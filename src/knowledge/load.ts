import { readFile, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Document, Knowledge, Language, Party, Problem } from '../domain.js';
import { KnowledgeError } from './knowledge-error.js';
import { readParties } from './parties.js';
import { readDocument, type ReadDocument } from './read-document.js';
import { readVocabulary } from './vocabulary.js';

export interface KnowledgeFolders {
  /** The folder with `documents/`, and with `parties.yaml` and `vocabulary/` of its own if it has them. */
  readonly folder: string;
  /** Where `parties.yaml` and `vocabulary/` are taken from when `folder` has none: the project's own. */
  readonly fallback: string;
  readonly detectLanguage: (text: string) => Language;
}

/**
 * Reads a knowledge folder. A bad file is a problem with its name and cure, and never takes the others down.
 * Documents come sorted by id, so the order of the file system decides nothing.
 * @throws KnowledgeError when the folder or the list of parties cannot be read
 */
export async function load({ folder, fallback, detectLanguage }: KnowledgeFolders): Promise<Knowledge> {
  const partiesFile = await firstExisting([path.join(folder, 'parties.yaml'), path.join(fallback, 'parties.yaml')]);
  const listed = readParties(partiesFile, await readFile(partiesFile, 'utf8'));
  if (listed.parties.length === 0) {
    const why = listed.problems.map(
      (problem) => `  ${problem.file}:${problem.line ?? 1} ${problem.what}; ${problem.cure}`,
    );
    throw new KnowledgeError(['No party can be read:', ...why].join('\n'));
  }
  const words = await loadVocabulary(folder, fallback);
  const read = await loadDocuments(await documentsFolder(folder), listed.parties, detectLanguage);
  return {
    parties: listed.parties,
    documents: read.documents,
    vocabulary: words.vocabulary,
    problems: [...listed.problems, ...words.problems, ...read.problems],
  };
}

/** The folder of documents: `documents/` by the layout; a folder of party folders is taken as it is. */
async function documentsFolder(folder: string): Promise<string> {
  const nested = path.join(folder, 'documents');
  if (await isFolder(nested)) return nested;
  if (await isFolder(folder)) return folder;
  throw new KnowledgeError(`The knowledge folder ${folder} does not exist; name one that holds documents/<party-id>/.`);
}

async function loadVocabulary(folder: string, fallback: string): Promise<ReturnType<typeof readVocabulary>> {
  const own = path.join(folder, 'vocabulary');
  const directory = (await isFolder(own)) ? own : path.join(fallback, 'vocabulary');
  if (!(await isFolder(directory))) return readVocabulary([]);
  const names = (await readdir(directory)).filter((name) => name.endsWith('.yaml')).toSorted();
  const files = names.map(async (name) => {
    const file = path.join(directory, name);
    return { file, source: await readFile(file, 'utf8') };
  });
  return readVocabulary(await Promise.all(files));
}

interface DocumentPath {
  readonly party: string;
  readonly file: string;
  readonly sidecar: string | null;
}

async function loadDocuments(
  folder: string,
  parties: readonly Party[],
  detectLanguage: (text: string) => Language,
): Promise<{ documents: readonly Document[]; problems: readonly Problem[] }> {
  const { paths, problems } = await listDocuments(folder, new Set(parties.map((party) => party.id)));
  const read = await Promise.all(paths.map((place) => loadDocument(place, detectLanguage)));
  const documents = new Map<string, Document>();
  for (const [index, { document, problems: found }] of read.entries()) {
    problems.push(...found);
    if (!document) continue;
    if (!documents.has(document.id)) documents.set(document.id, document);
    else
      problems.push(
        error(paths[index]?.file ?? folder, `a second document \`${document.id}\``, 'rename one of the two files'),
      );
  }
  return { documents: [...documents.values()], problems };
}

async function listDocuments(
  folder: string,
  known: ReadonlySet<string>,
): Promise<{ paths: readonly DocumentPath[]; problems: Problem[] }> {
  const paths: DocumentPath[] = [];
  const problems: Problem[] = [];
  const entries = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  for (const party of entries.map((entry) => entry.name).toSorted()) {
    const directory = path.join(folder, party);
    if (!known.has(party)) {
      if (party !== 'vocabulary') {
        problems.push(
          error(directory, `the folder name \`${party}\` is no party's id`, 'add it to parties.yaml or rename it'),
        );
      }
      continue;
    }
    const names = (await readdir(directory)).toSorted();
    for (const name of names.filter((file) => !file.endsWith('.yaml') && !file.startsWith('.'))) {
      const sidecar = `${path.parse(name).name}.yaml`;
      const beside = names.includes(sidecar) ? path.join(directory, sidecar) : null;
      paths.push({ party, file: path.join(directory, name), sidecar: beside });
    }
  }
  return { paths, problems };
}

async function loadDocument(
  { party, file, sidecar }: DocumentPath,
  detectLanguage: (text: string) => Language,
): Promise<ReadDocument> {
  const fields = sidecar === null ? null : { file: sidecar, source: await readFile(sidecar, 'utf8') };
  return readDocument({ file, party, bytes: await readFile(file), sidecar: fields, detectLanguage });
}

function error(file: string, what: string, cure: string): Problem {
  return { severity: 'error', file, line: null, what, cure };
}

async function isFolder(directory: string): Promise<boolean> {
  return stat(directory).then(
    (entry) => entry.isDirectory(),
    () => false,
  );
}

async function firstExisting(files: readonly string[]): Promise<string> {
  for (const file of files)
    if (
      await stat(file).then(
        () => true,
        () => false,
      )
    )
      return file;
  throw new KnowledgeError(`There is no parties.yaml; looked for ${files.join(' and ')}.`);
}
