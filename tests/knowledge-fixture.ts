import path from 'node:path';
import type { Knowledge } from '../src/domain.js';
import { load } from '../src/knowledge/load.js';
import { split } from '../src/knowledge/split.js';
import { detectLanguage } from '../src/language/detect-language.js';
import { indexPassages } from '../src/search/index-passages.js';
import { openIndex, type PassageIndex } from '../src/search/open-index.js';

export const root = path.join(__dirname, '..');

export interface Shelf {
  readonly knowledge: Knowledge;
  readonly index: PassageIndex;
}

/** The five seed documents, read and indexed as the product does. */
export async function openShelf(): Promise<Shelf> {
  const folder = path.join(root, 'knowledge');
  const knowledge = await load({ folder, fallback: folder, detectLanguage });
  return { knowledge, index: openIndex(indexPassages(knowledge, split)) };
}
