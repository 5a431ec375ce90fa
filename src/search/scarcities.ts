import type { PassageIndex } from './open-index.js';
import type { WeightedConcept } from './rank-passages.js';

/**
 * Of each party, by its number: how many times more or less than its share of the passages speak of the word of the question
 * that it speaks of least, as a logarithm; below 0 is less. Half a passage is added to both, so that none is no infinity.
 */
export function scarcities(
  concepts: readonly WeightedConcept[],
  { parties, partyOf }: Pick<PassageIndex, 'parties' | 'partyOf'>,
): Float64Array {
  const sizes = new Float64Array(parties.length);
  for (const party of partyOf) sizes[party] = (sizes[party] ?? 0) + 1;
  const least = new Float64Array(parties.length).fill(Infinity);
  for (const { passages } of concepts) {
    const own = new Float64Array(parties.length);
    for (const passage of passages.passages) {
      const party = partyOf[passage] ?? 0;
      own[party] = (own[party] ?? 0) + 1;
    }
    for (let party = 0; party < parties.length; party += 1) {
      const expected = (passages.size * (sizes[party] ?? 0)) / partyOf.length;
      const times = Math.log(((own[party] ?? 0) + 0.5) / (expected + 0.5));
      least[party] = Math.min(least[party] ?? 0, times);
    }
  }
  return least;
}
