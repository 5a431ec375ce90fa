import { open, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Problem } from '../domain.js';
import { frontMatterOf, longestFrontMatter } from './front-matter.js';
import { metadataSchema, type Fields } from './metadata.js';
import type { ReadFile } from './read-apart.js';
import { readableEndings } from './read-bytes.js';
import type { Reading } from './reading.js';
import { UnreadableError } from './unreadable-error.js';
import { checkYaml, type Checked } from './yaml.js';

/** Where a document lies. */
export interface DocumentPath {
  readonly party: string;
  readonly file: string;
  /** The YAML file beside it, if there is one. */
  readonly sidecar: string | null;
}

/** A document as read, before its letters are mended and it becomes one text. */
export interface DraftDocument {
  readonly id: string;
  readonly party: string;
  readonly file: string;
  readonly fields: Fields;
  readonly reading: Reading;
}

/** Bytes. A programme with pictures has 3 to 30 MB. */
const largestFile = 100_000_000;

/** One file and its sidecar → a draft, or the problems that keep it from being served. */
export async function readDocument(place: DocumentPath, read: ReadFile): Promise<DraftDocument | readonly Problem[]> {
  const { party, file } = place;
  const { name, ext } = path.parse(file);
  if (!/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,99}$/u.test(name)) {
    return [
      problem(file, 'the file name has characters that an address cannot hold', 'use letters, digits and hyphens'),
    ];
  }
  if (!readableEndings.includes(ext.toLowerCase())) {
    return [
      problem(file, `files of type ${ext || '(none)'} are not read`, `save it as one of ${readableEndings.join(' ')}`),
    ];
  }
  const { size, opening } = await beginningOf(file);
  if (size > largestFile) return [problem(file, 'the file is over 100 MB', 'save it with smaller pictures')];
  const fields = await fieldsOf(place, /^\.(?:md|txt)$/iu.test(ext) ? opening : '');
  if (!fields.ok) return fields.problems;
  try {
    const reading = await read(file, { ending: ext.toLowerCase(), skipPages: fields.value.skip_pages ?? [] });
    return { id: `${party}/${name}`, party, file, fields: fields.value, reading };
  } catch (error) {
    if (error instanceof UnreadableError) return [problem(file, error.message, error.cure)];
    throw error;
  }
}

/** The size of a file, and as much of it as front matter can be: a file of 50 MB is not read here. */
async function beginningOf(file: string): Promise<{ size: number; opening: string }> {
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(2 * longestFrontMatter), 0, 2 * longestFrontMatter, 0);
    return { size, opening: buffer.toString('utf8', 0, bytesRead).replace(/\r\n?/gu, '\n') };
  } finally {
    await handle.close();
  }
}

async function fieldsOf({ file, sidecar }: DocumentPath, opening: string): Promise<Checked<Fields>> {
  const wrong = (what: string, cure: string): Checked<Fields> => ({ ok: false, problems: [problem(file, what, cure)] });
  const { front } = frontMatterOf(opening);
  if (front !== null && sidecar !== null) return wrong('both front matter and a sidecar', 'keep one of the two');
  if (sidecar !== null) return checkYaml<Fields>(sidecar, await readFile(sidecar, 'utf8'), metadataSchema);
  if (front === null) {
    if (opening.length > longestFrontMatter && /^---[^\S\n]*\n/u.test(opening)) {
      return wrong('front matter over 64 KB', 'keep only the fields');
    }
    const beside = `${path.parse(file).name}.yaml`;
    return wrong('no metadata', `write front matter, or ${beside} beside it, with title, kind and published`);
  }
  if (front.length > longestFrontMatter) return wrong('front matter over 64 KB', 'keep only the fields');
  return checkYaml<Fields>(file, front, metadataSchema, 2);
}

export function problem(file: string, what: string, cure: string): Problem {
  return { severity: 'error', file, line: null, page: null, what, cure };
}
