import { conceptVector } from './concept-vector.js';
import type { WeightedConcept } from './rank-passages.js';
import { added, type Vector, type VectorOf } from './word-vectors.js';

/** Where a question lies: each of its words as far as it weighs. */
export function questionVector(concepts: readonly WeightedConcept[], vectorOf: VectorOf): Vector {
  return added(concepts.map(({ concept, weight }) => [conceptVector(concept, vectorOf), weight]));
}
