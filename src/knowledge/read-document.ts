import path from 'node:path';
import type { Document, Language, Problem } from '../domain.js';
import { assemble, type FoundBlock } from './assemble.js';
import { metadataSchema, toMetadata, type Fields } from './metadata.js';
import { readMarkdown } from './read-markdown.js';
import { readText } from './read-text.js';
import { checkYaml } from './yaml.js';

export interface DocumentFile {
  readonly file: string;
  /** The party whose folder the file lies in. */
  readonly party: string;
  readonly bytes: Uint8Array;
  readonly sidecar: { readonly file: string; readonly source: string } | null;
  readonly detectLanguage: (text: string) => Language;
}

export interface ReadDocument {
  readonly document: Document | null;
  readonly problems: readonly Problem[];
}

const readers: Readonly<Record<string, (source: string) => readonly FoundBlock[]>> = {
  '.md': readMarkdown,
  '.txt': readText,
};

/** Ten million characters and 64 KB: more is no programme and no front matter. */
const longestDocument = 10_000_000;
const longestFrontMatter = 64_000;

/** One file and its sidecar → a document, or the problems that keep it from being served. */
export function readDocument({ file, party, bytes, sidecar, detectLanguage }: DocumentFile): ReadDocument {
  const fail = (what: string, cure: string): ReadDocument => ({
    document: null,
    problems: [{ severity: 'error', file, line: null, what, cure }],
  });
  const { name, ext } = path.parse(file);
  const reader = readers[ext.toLowerCase()];
  if (!reader) return fail(`files of type ${ext || '(none)'} are not read`, 'save it as .md or .txt');
  if (!/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,99}$/u.test(name)) {
    return fail('the file name has characters that an address cannot hold', 'use letters, digits and hyphens');
  }
  const source = decode(bytes);
  if (source === null) return fail('the file is not UTF-8', 'save it again as UTF-8');
  if (source.length > longestDocument) return fail('the file is over ten million characters', 'split it');
  const { front, rest, firstLine } = frontMatter(source);
  if (front !== null && sidecar) return fail('both front matter and a sidecar', 'keep one of the two');
  if (front === null && !sidecar) {
    return fail('no metadata', `write front matter, or ${name}.yaml beside it, with title, kind and published`);
  }
  if (front !== null && front.length > longestFrontMatter)
    return fail('front matter over 64 KB', 'keep only the fields');
  const checked = sidecar
    ? checkYaml<Fields>(sidecar.file, sidecar.source, metadataSchema)
    : checkYaml<Fields>(file, front ?? '', metadataSchema, firstLine);
  if (!checked.ok) return { document: null, problems: checked.problems };
  const { body, blocks } = assemble(reader(rest));
  if (!blocks.some((block) => block.kind !== 'heading')) return fail('no text', 'check that the right file was saved');
  const metadata = toMetadata(checked.value, detectLanguage(body));
  return { document: { id: `${party}/${name}`, party, ...metadata, body, blocks, printedPages: {} }, problems: [] };
}

function decode(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.replace(/\r\n?/gu, '\n').normalize('NFC');
  } catch {
    return null;
  }
}

function frontMatter(source: string): { front: string | null; rest: string; firstLine: number } {
  const match = /^---[^\S\n]*\n([\s\S]*?)\n---[^\S\n]*(?:\n|$)/u.exec(source);
  if (!match) return { front: null, rest: source, firstLine: 1 };
  return { front: match[1] ?? '', rest: source.slice(match[0].length), firstLine: 2 };
}
