import type { Concept } from './expand.js';
import type { WeightedConcept } from './rank-passages.js';
import type { Vector, VectorOf } from './word-vectors.js';

/** A word of a question, where it lies and how much it weighs. */
export interface PlacedWord {
  /** All 0 where neither the word nor a synonym of it is known. */
  readonly vector: Vector;
  readonly weight: number;
}

/** What a compound's part, and a synonym of a word that has no vector, say of it. */
const partShare = 0.6;
const synonymShare = 0.5;

export function placedWords(concepts: readonly WeightedConcept[], vectorOf: VectorOf): readonly PlacedWord[] {
  return concepts.map(({ concept, weight }) => ({ vector: place(concept, vectorOf), weight }));
}

function place({ term, parts, alternatives }: Concept, vectorOf: VectorOf): Vector {
  const own = [term, ...parts.map((part) => part.term)].map((each, at) => [each, at === 0 ? 1 : partShare] as const);
  const vector = vectorOf(own);
  if (vector.some((value) => value !== 0)) return vector;
  return vectorOf(
    alternatives.flatMap(({ terms, weight }) => (terms.length === 1 ? [[terms[0] ?? '', synonymShare * weight]] : [])),
  );
}
