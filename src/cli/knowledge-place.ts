import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Party } from '../domain.js';
import { readParties } from '../knowledge/parties.js';

/** The folder that a document of a party goes to, and what is there under its name already. */
export interface Place {
  /** With the folders of the parties. */
  readonly documents: string;
  readonly directory: string;
  readonly slug: string;
  /** File names, sidecar included. */
  readonly taken: readonly string[];
}

/** Characters. The id of a document is part of addresses, and of every citation. */
const longestSlug = 80;

/** "Partiprogram 2025–2029 (Bokmål).PDF" → "partiprogram-2025-2029-bokmål"; null when nothing is left. */
export function slugOf(file: string): string | null {
  const name = path.parse(file).name.normalize('NFC').toLowerCase();
  const letters = Array.from(name, (letter) => (/[æøå]/u.test(letter) ? letter : letter.normalize('NFKD'))).join('');
  const slug = letters
    .replace(/\p{M}+/gu, '')
    .replace(/[^a-z0-9æøå]+/gu, '-')
    .slice(0, longestSlug)
    .replace(/^-|-$/gu, '');
  return slug || null;
}

/** Those of the folder, or of the project when the folder has no list. @throws when none of the list can be read */
export async function partiesOf(folder: string, fallback: string): Promise<readonly Party[]> {
  const own = path.join(folder, 'parties.yaml');
  const file = (await kindOf(own)) === 'file' ? own : path.join(fallback, 'parties.yaml');
  const { parties } = readParties(file, await readFile(file, 'utf8'));
  if (parties.length === 0) throw new Error(`${file} has no party that can be read; the command check says why.`);
  return parties;
}

/**
 * @param folder an existing knowledge folder
 * @throws when documents of the party do not lie inside the folder
 */
export async function findPlace(
  folder: string,
  parties: readonly Party[],
  party: string,
  slug: string,
): Promise<Place> {
  const documents = await documentsFolder(folder, parties);
  const directory = path.join(documents, party);
  const root = await realpath(folder);
  for (const each of [documents, directory]) {
    const real = await realpath(each).catch(() => root);
    if (real !== root && !real.startsWith(root + path.sep)) {
      throw new Error(`${each} leads out of the knowledge folder; put a folder in place of the link.`);
    }
  }
  const entries = await readdir(directory, { withFileTypes: true }).catch(() => []);
  const taken = entries
    .filter((entry) => !entry.isDirectory())
    .map(({ name }) => name)
    .filter((name) => path.parse(name).name.normalize('NFC').toLowerCase() === slug);
  return { documents, directory, slug, taken: taken.toSorted() };
}

/** `documents`, or the folder itself when it holds party folders: a new `documents` would hide what is in them. */
async function documentsFolder(folder: string, parties: readonly Party[]): Promise<string> {
  const nested = path.join(folder, 'documents');
  if ((await kindOf(nested)) !== null) return nested;
  const kinds = await Promise.all(parties.map(({ id }) => kindOf(path.join(folder, id))));
  return kinds.includes('folder') ? folder : nested;
}

export async function kindOf(file: string): Promise<'file' | 'folder' | 'other' | null> {
  const entry = await stat(file).catch(() => null);
  if (entry === null) return null;
  return entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : 'other';
}
