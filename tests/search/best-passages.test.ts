import fc from 'fast-check';
import { bestByParty } from '../../src/search/best-passages.js';
import { postingsOf } from '../../src/search/postings.js';

const parties = ['ap', 'frp', 'sp'];
const ids = Array.from({ length: 30 }, (_, number) => `${parties[number % 3]}/d#${(number * 7) % 30}`);
const partyOf = Uint16Array.from(ids, (_, number) => number % 3);

// Few different scores, so that many are equal.
const scored = fc.uniqueArray(fc.tuple(fc.nat(ids.length - 1), fc.integer({ min: 1, max: 5 })), {
  selector: ([passage]) => passage,
});

test('the best of each party are those that sorting them all would put first', () => {
  fc.assert(
    fc.property(scored, fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 3, maxLength: 3 }), (pairs, most) => {
      const found = postingsOf(
        pairs.map(([passage]) => passage),
        pairs.map(([, score]) => score),
      );
      const best = bestByParty(found, { ids, parties, partyOf }, (party) => most[parties.indexOf(party)] ?? 0);
      const sorted = pairs
        .map(([passage, score]) => ({ id: ids[passage] ?? '', score, party: parties[passage % 3] ?? '' }))
        .toSorted((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
      for (const [at, party] of parties.entries()) {
        const own = sorted.filter((each) => each.party === party).map(({ id, score }) => ({ id, score }));
        expect(best.get(party) ?? []).toEqual(own.slice(0, most[at]));
      }
    }),
  );
});
