import { likeness } from '../../src/search/likeness.js';
import { placedWords } from '../../src/search/placed-words.js';
import { openWordVectors } from '../../src/search/word-vectors.js';
import { concept, weighing } from './concept-fixture.js';

/** "tann" lies by "tannlege"; "regning" and "betale" lie by each other and across from both. */
const table = { tannlege: [100, 0], tann: [80, 60], regning: [0, 100], betale: [0, 50], krig: [-100, 0] };
const vectors = openWordVectors({
  dimensions: 2,
  terms: Object.keys(table).join(' '),
  values: Buffer.from(Int8Array.from(Object.values(table).flat())).toString('base64'),
});

function likenessOf(
  asked: Readonly<Record<string, number>>,
  slice: readonly string[],
  said: readonly number[] = [],
): number {
  const weighted = Object.entries(asked).map(([term, weight]) => weighing(concept(term), weight));
  return likeness(placedWords(weighted, vectors.vectorOf), vectors)(
    vectors.numbersOf(slice),
    Object.keys(asked).map((_, at) => said[at] ?? 0),
  );
}

test('each word of a question counts by the word of the slice that lies nearest to it', () => {
  expect(likenessOf({ tannlege: 1, regning: 1 }, ['tann', 'betale'])).toBeCloseTo((0.8 + 1) / 2, 5);
  expect(likenessOf({ tannlege: 1, regning: 1 }, ['tannlege'])).toBeCloseTo(0.5, 5);
});

test('a word counts as far as it weighs', () => {
  expect(likenessOf({ tannlege: 3, regning: 1 }, ['tannlege'])).toBeCloseTo(0.75, 5);
  expect(likenessOf({ tannlege: 1, regning: 0 }, ['tannlege'])).toBeCloseTo(1, 5);
});

test('more words in a slice take nothing from it, and their order is no matter', () => {
  const whole = likenessOf({ tannlege: 1, regning: 1 }, ['tann', 'krig', 'betale']);
  expect(whole).toBe(likenessOf({ tannlege: 1, regning: 1 }, ['betale', 'tann']));
});

test('the opposite way is as far as across, and nothing is like a slice without words', () => {
  expect(likenessOf({ tannlege: 1 }, ['krig'])).toBe(0);
  expect(likenessOf({ tannlege: 1 }, [])).toBe(0);
  expect(likenessOf({}, ['tannlege'])).toBe(0);
});

test('a word that no vector is known of is met where it is said, and is missing elsewhere', () => {
  expect(likenessOf({ tannlege: 1, tatovør: 1 }, ['tannlege'])).toBeCloseTo(0.5, 5);
  expect(likenessOf({ tannlege: 1, tatovør: 1 }, ['tannlege'], [1, 1])).toBeCloseTo(1, 5);
});

test('what the vocabulary says of a word counts where nothing lies nearer', () => {
  expect(likenessOf({ tannlege: 1 }, ['regning'], [0.9])).toBeCloseTo(0.9, 5);
  expect(likenessOf({ tannlege: 1 }, ['tann'], [0.3])).toBeCloseTo(0.8, 5);
});
