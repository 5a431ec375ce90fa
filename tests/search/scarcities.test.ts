import fc from 'fast-check';
import { postingsOf } from '../../src/search/postings.js';
import { scarcities } from '../../src/search/scarcities.js';
import type { WeightedConcept } from '../../src/search/rank-passages.js';
import { concept, weighing } from './concept-fixture.js';

const said = (passages: readonly number[]): WeightedConcept => {
  const scores = passages.map(() => 1);
  return weighing(concept('skatt'), 1, postingsOf(passages, scores));
};

const parties = ['ap', 'frp'];
const partyOf = Uint16Array.from([0, 0, 0, 1, 1, 1]);

test('a party that speaks of a word less than others is below 0, and those others above', () => {
  const [ap = 0, frp = 0] = scarcities([said([0, 1, 2])], { parties, partyOf });
  expect(ap).toBeGreaterThan(0);
  expect(frp).toBeLessThan(0);
});

test('the word that a party speaks of least counts', () => {
  const one = scarcities([said([0, 1, 2])], { parties, partyOf });
  const two = scarcities([said([0, 1, 2]), said([0, 1, 2, 3, 4, 5])], { parties, partyOf });
  expect(two[1]).toBe(one[1]);
  expect(two[0]).toBeLessThan(one[0] ?? 0);
});

test('they are finite, and 0 for words that nobody says', () => {
  const passages = fc.uniqueArray(fc.nat({ max: 5 }));
  fc.assert(
    fc.property(fc.array(passages, { minLength: 1 }), (concepts) => {
      for (const value of scarcities(concepts.map(said), { parties, partyOf }))
        expect(Number.isFinite(value)).toBe(true);
    }),
  );
  expect([...scarcities([said([])], { parties, partyOf })]).toEqual([0, 0]);
});
