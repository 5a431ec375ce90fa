import type { Concept } from './expand.js';
import type { WeightedConcept } from './rank-passages.js';
import { added, type Vector, type VectorOf } from './word-vectors.js';

/** What a compound's part, and a synonym of a word that has no vector, say of it. */
const partShare = 0.6;
const synonymShare = 0.5;

/** Where a question lies: each of its words as far as it weighs. */
export function questionVector(concepts: readonly WeightedConcept[], vectorOf: VectorOf): Vector {
  return added(concepts.map(({ concept, weight }) => [conceptVector(concept, vectorOf), weight]));
}

function conceptVector({ term, parts, alternatives }: Concept, vectorOf: VectorOf): Vector {
  const own = [term, ...parts.map((part) => part.term)].map((each, at) => [each, at === 0 ? 1 : partShare] as const);
  const vector = vectorOf(own);
  if (vector.some((value) => value !== 0)) return vector;
  return vectorOf(
    alternatives.flatMap(({ terms, weight }) => (terms.length === 1 ? [[terms[0] ?? '', synonymShare * weight]] : [])),
  );
}
