import { copyFile, cp, mkdir, mkdtemp, open, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Document, Knowledge, Problem } from '../domain.js';
import { frontMatterOf, longestFrontMatter } from '../knowledge/front-matter.js';
import type { Fields } from '../knowledge/metadata.js';
import { writeSidecar } from '../knowledge/write-sidecar.js';
import { placeOf } from './knowledge-check.js';
import { readFields, type FieldOptions } from './knowledge-fields.js';
import { findPlace, kindOf, partiesOf, slugOf, type Place } from './knowledge-place.js';

export interface Addition {
  /** The file to add. */
  readonly source: string;
  /** The knowledge folder, and the project's own, both absolute. */
  readonly folder: string;
  readonly fallback: string;
  readonly party: string | undefined;
  readonly fields: FieldOptions;
  readonly force: boolean;
  /** Reads a knowledge folder as the product does. */
  readonly read: (folder: string) => Promise<Knowledge>;
}

export interface Added {
  readonly file: string;
  readonly sidecar: string;
  /** Files that were there under the same name and are gone or overwritten. */
  readonly replaced: readonly string[];
  readonly document: Document;
  readonly warnings: readonly Problem[];
}

/**
 * Reads the document in a folder of its own and puts it among the others when it can be served: a file that cannot,
 * and a command that is cut short, leave the knowledge folder as it was.
 * @throws Error with a sentence, or several on a line each, for what has to be mended
 */
export async function addDocument(addition: Addition): Promise<Added> {
  const { folder, source, force, read } = addition;
  const { place, fields } = await checkAddition(addition);
  const { documents, directory, slug, taken } = place;
  if (taken.length > 0 && !force) {
    const there = taken.map((file) => path.relative(folder, path.join(directory, file))).join(' and ');
    throw new Error(`There is ${there} already; rename ${path.basename(source)}, or replace it with --force.`);
  }
  const staging = await mkdtemp(path.join(tmpdir(), 'standpunkt-'));
  try {
    const staged = path.join(staging, 'documents', path.basename(directory));
    const document = { file: `${slug}${path.extname(source).toLowerCase()}`, sidecar: `${slug}.yaml` };
    await mkdir(staged, { recursive: true });
    await copyFile(source, path.join(staged, document.file));
    await writeSidecar(path.join(staged, document.sidecar), fields);
    for (const part of ['parties.yaml', 'vocabulary']) await copy(path.join(folder, part), path.join(staging, part));
    let result = served(await read(staging), staged, slug, source);
    if (result.warnings.length > 0 && (await kindOf(documents)) === 'folder') {
      // Letters that look wrong alone may be certain beside the words of the other documents, as they will be served.
      const gone = taken.map((file) => path.join(directory, file));
      await copy(documents, path.join(staging, 'documents'), gone);
      result = served(await read(staging), staged, slug, source);
    }
    await install(staged, [document.sidecar, document.file], place);
    const at = (file: string): string => path.join(directory, file);
    return { file: at(document.file), sidecar: at(document.sidecar), replaced: taken, ...result };
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

/** Everything that can be known without reading the document, in one go. */
async function checkAddition(addition: Addition): Promise<{ place: Place; fields: Fields }> {
  const { source, folder, fallback, party } = addition;
  if ((await kindOf(folder)) !== 'folder') {
    throw new Error(`The knowledge folder ${folder} does not exist; make it, or name another with --knowledge.`);
  }
  const parties = await partiesOf(folder, fallback);
  const ids = parties.map(({ id }) => id).toSorted();
  const errors: string[] = [];
  if (party === undefined) errors.push(`--party is missing: write one of ${ids.join(', ')}.`);
  else if (!ids.includes(party)) {
    errors.push(`--party ${party} is no party's id: write one of ${ids.join(', ')}, or add it to parties.yaml.`);
  }
  const checked = readFields(addition.fields);
  if (!checked.ok) errors.push(...checked.errors);
  const wrong = await wrongSource(source);
  if (wrong !== null) errors.push(wrong);
  const slug = slugOf(source);
  if (slug === null) errors.push(`${source} has no letter or digit in its name; rename it, as program-2025-2029.pdf.`);
  if (errors.length > 0 || !checked.ok || party === undefined || slug === null) throw new Error(errors.join('\n'));
  return { place: await findPlace(folder, parties, party, slug), fields: checked.fields };
}

async function wrongSource(source: string): Promise<string | null> {
  const kind = await kindOf(source);
  if (kind === null) return `There is no file ${source}; write its path as seen from here.`;
  if (kind !== 'file') return `${source} is no file; name the document itself.`;
  const ending = path.extname(source).toLowerCase();
  if (ending === '.yaml') return `${source} is a sidecar; name the document, and its fields as options.`;
  if (/^\.(?:md|txt)$/u.test(ending) && frontMatterOf(await beginningOf(source)).front !== null) {
    return `${source} has front matter, and no document has a sidecar as well; remove the front matter, or copy the file into the party's folder yourself.`;
  }
  return null;
}

/** As much of a file as front matter can be. */
async function beginningOf(file: string): Promise<string> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(2 * longestFrontMatter), 0, 2 * longestFrontMatter, 0);
    return buffer.toString('utf8', 0, bytesRead).replace(/\r\n?/gu, '\n');
  } finally {
    await handle.close();
  }
}

/** A file or folder, if it is there; what is at its goal already stays as it is. */
async function copy(from: string, to: string, without: readonly string[] = []): Promise<void> {
  if ((await kindOf(from)) === null) return;
  await cp(from, to, { recursive: true, dereference: true, force: false, filter: (file) => !without.includes(file) });
}

/** The document of the staged folder and what is said of it, or why it cannot be served. */
function served(
  { documents, problems }: Knowledge,
  staged: string,
  slug: string,
  source: string,
): Pick<Added, 'document' | 'warnings'> {
  const own = problems.filter(({ file }) => path.dirname(file) === staged && path.parse(file).name === slug);
  const errors = own.filter(({ severity }) => severity === 'error');
  const document = documents.find(({ id }) => id === `${path.basename(staged)}/${slug}`);
  if (document && errors.length === 0) return { document, warnings: own };
  const why = errors.map((problem) => [source, placeOf(problem), `${problem.what}; ${problem.cure}.`]);
  if (why.length === 0) why.push([source, 'it is no document; name a file that a party has published.']);
  throw new Error([...why.map((parts) => parts.filter(Boolean).join(': ')), 'Nothing was added.'].join('\n'));
}

/** Copies aside and renames then, in the order given, so that nobody reads half of it and a failure leaves nothing. */
async function install(staged: string, files: readonly string[], { directory, taken }: Place): Promise<void> {
  const made = await mkdir(directory, { recursive: true });
  const aside = (file: string): string => path.join(directory, `.${file}.${process.pid}.tmp`);
  const placed: string[] = [];
  try {
    for (const file of files) await copyFile(path.join(staged, file), aside(file));
    for (const file of files) {
      await rename(aside(file), path.join(directory, file));
      if (!taken.includes(file)) placed.push(path.join(directory, file));
    }
  } catch (error) {
    for (const file of [...files.map(aside), ...placed]) await rm(file, { force: true });
    if (made !== undefined) await rm(made, { recursive: true });
    throw error;
  }
  for (const file of taken.filter((other) => !files.includes(other))) await rm(path.join(directory, file));
}
