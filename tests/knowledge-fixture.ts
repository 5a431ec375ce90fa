import path from 'node:path';
import type { Knowledge } from '../src/domain.js';
import { readFile } from 'node:fs/promises';
import { load } from '../src/knowledge/load.js';
import type { ReadFile } from '../src/knowledge/read-apart.js';
import { readBytes } from '../src/knowledge/read-bytes.js';
import { split } from '../src/knowledge/split.js';
import { detectLanguage } from '../src/language/detect-language.js';
import { recognise } from '../src/language/recognise.js';
import { indexPassages } from '../src/search/index-passages.js';
import { openIndex, type PassageIndex } from '../src/search/open-index.js';

export const root = path.join(__dirname, '..');

export interface Shelf {
  readonly knowledge: Knowledge;
  readonly index: PassageIndex;
}

/** Reads in this process: what a test wants to see fail should fail here. */
export const readHere: ReadFile = async (file, how) => readBytes(await readFile(file), how);

/** The five seed documents, read and indexed as the product does. */
export async function openShelf(): Promise<Shelf> {
  const folder = path.join(root, 'knowledge');
  const knowledge = await load({ folder, fallback: folder, readFile: readHere, detectLanguage, recognise });
  return { knowledge, index: openIndex(indexPassages(knowledge, split)) };
}
