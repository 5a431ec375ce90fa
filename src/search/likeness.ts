import { conceptVector } from './concept-vector.js';
import type { WeightedConcept } from './rank-passages.js';
import type { OpenWordVectors, Vector } from './word-vectors.js';

const nowhere: Vector = new Float32Array();

/** A slice, by the numbers of its terms → how like the question it is, 0 to 1. */
export type Likeness = (terms: Uint32Array) => number;

/**
 * Each word of the question beside the slice's word that lies nearest to it, as far as it weighs (late interaction, Khattab and
 * Zaharia 2020). Where two texts lie tells what they are about on the whole; this, whether a slice has something for each word.
 */
export function likeness(
  concepts: readonly WeightedConcept[],
  { vectorOf, cosineOf }: Pick<OpenWordVectors, 'vectorOf' | 'cosineOf'>,
): Likeness {
  const words = concepts
    .map(({ concept, weight }) => ({ vector: conceptVector(concept, vectorOf), weight }))
    .filter(({ vector, weight }) => weight > 0 && vector.some((value) => value !== 0));
  const vectors = words.map(({ vector }) => vector);
  const whole = words.reduce((sum, { weight }) => sum + weight, 0);
  // The slices that are read for a question have most of their words in common.
  const met = new Map<number, Float32Array>();
  const cosinesOf = (term: number): Float32Array => {
    const known = met.get(term);
    if (known) return known;
    const cosines = new Float32Array(words.length);
    for (let word = 0; word < vectors.length; word += 1) cosines[word] = cosineOf(term, vectors[word] ?? nowhere);
    met.set(term, cosines);
    return cosines;
  };
  return (terms) => {
    if (whole === 0) return 0;
    const nearest = new Float32Array(words.length);
    for (const term of terms) {
      const cosines = cosinesOf(term);
      for (let word = 0; word < nearest.length; word += 1) {
        const cosine = cosines[word] ?? 0;
        if (cosine > (nearest[word] ?? 0)) nearest[word] = cosine;
      }
    }
    return nearest.reduce((sum, cosine, word) => sum + cosine * (words[word]?.weight ?? 0), 0) / whole;
  };
}
