import type { PlacedWord } from './placed-words.js';
import { added, type Vector } from './word-vectors.js';

/** Where a question lies: each of its words as far as it weighs. */
export function questionVector(words: readonly PlacedWord[]): Vector {
  return added(words.map(({ vector, weight }) => [vector, weight]));
}
