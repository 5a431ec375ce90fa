import fc from 'fast-check';
import { meet, postingsOf, type Postings } from '../../src/search/postings.js';
import { add, createScoreboard, raise, take } from '../../src/search/scoreboard.js';

// What typed arrays hold is held against Maps, which cannot be got wrong; to the last bit, as answers hang on it.

const room = 40;

/** Passages with scores above 0, in any order. */
const postings = fc
  .uniqueArray(fc.tuple(fc.nat(room - 1), fc.double({ min: 1e-3, max: 50, noNaN: true })), {
    maxLength: room,
    selector: ([passage]) => passage,
  })
  .map((pairs) =>
    postingsOf(
      pairs.map(([passage]) => passage),
      pairs.map(([, score]) => score),
    ),
  );

const factor = fc.constantFrom(0, 0.33, 0.5, 0.9, 1);

function asMap({ passages, scores }: Postings): ReadonlyMap<number, number> {
  return new Map(Array.from(passages, (passage, at) => [passage, scores[at] ?? 0]));
}

const step = fc.record({ how: fc.constantFrom('raise', 'add'), postings, factor: factor.filter((by) => by > 0) });

test('a scoreboard sums and raises as a Map does', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
      const board = createScoreboard(room);
      const scores = new Map<number, number>();
      for (const { how, postings: found, factor: by } of steps) {
        (how === 'raise' ? raise : add)(board, found, by);
        for (const [passage, score] of asMap(found)) {
          const before = scores.get(passage) ?? 0;
          scores.set(passage, how === 'raise' ? Math.max(before, score * by) : before + score * by);
        }
      }
      expect(board.size).toBe(scores.size);
      expect(asMap(take(board))).toEqual(scores);
      expect(asMap(take(board))).toEqual(new Map());
    }),
  );
});

test('what is raised to nothing has no score', () => {
  fc.assert(
    fc.property(postings, (found) => {
      const board = createScoreboard(room);
      raise(board, found, 0);
      expect(take(board).size).toBe(0);
    }),
  );
});

test('a board that was emptied counts from nothing', () => {
  fc.assert(
    fc.property(postings, postings, factor, (first, second, by) => {
      const used = createScoreboard(room);
      raise(used, first, 1);
      take(used);
      raise(used, second, by);
      const fresh = createScoreboard(room);
      raise(fresh, second, by);
      expect(asMap(take(used))).toEqual(asMap(take(fresh)));
    }),
  );
});

test('passages that all have meet with the mean of their scores', () => {
  fc.assert(
    fc.property(fc.array(postings, { maxLength: 4 }), (all) => {
      const [first, ...rest] = all.map(asMap).toSorted((a, b) => a.size - b.size);
      const mean = new Map<number, number>();
      for (const [passage, score] of first ?? []) {
        const others = rest.map((map) => map.get(passage) ?? 0);
        const sum = others.reduce((total, other) => total + other, 0);
        if (others.every((other) => other > 0)) mean.set(passage, (score + sum) / all.length);
      }
      expect(asMap(meet(all, room))).toEqual(mean);
    }),
  );
});
