import type { Concept } from './expand.js';
import type { Vector, VectorOf } from './word-vectors.js';

/** What a compound's part, and a synonym of a word that has no vector, say of it. */
const partShare = 0.6;
const synonymShare = 0.5;

/** Where a word of a question lies; all 0 where neither it nor a synonym of it is known. */
export function conceptVector({ term, parts, alternatives }: Concept, vectorOf: VectorOf): Vector {
  const own = [term, ...parts.map((part) => part.term)].map((each, at) => [each, at === 0 ? 1 : partShare] as const);
  const vector = vectorOf(own);
  if (vector.some((value) => value !== 0)) return vector;
  return vectorOf(
    alternatives.flatMap(({ terms, weight }) => (terms.length === 1 ? [[terms[0] ?? '', synonymShare * weight]] : [])),
  );
}
