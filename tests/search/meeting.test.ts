import { meeting } from '../../src/search/meeting.js';
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

function met(asked: readonly string[], text: readonly string[], said: readonly number[] = []): readonly number[] {
  const weighted = asked.map((term) => weighing(concept(term), 1));
  const nearest = meeting(placedWords(weighted, vectors.vectorOf), vectors)(
    vectors.numbersOf(text),
    asked.map((_, at) => said[at] ?? 0),
  );
  return nearest.map((value) => Number(value.toFixed(5)));
}

test('each word of a question is met by the word of the text that lies nearest to it', () => {
  expect(met(['tannlege', 'regning'], ['tann', 'betale'])).toEqual([0.8, 1]);
  expect(met(['tannlege', 'regning'], ['tannlege'])).toEqual([1, 0]);
});

test('more words in a text take nothing from it, and their order is no matter', () => {
  const both = ['tannlege', 'regning'];
  expect(met(both, ['tann', 'krig', 'betale'])).toEqual(met(both, ['betale', 'tann']));
});

test('the opposite way is as far as across, and nothing is met by a text without words', () => {
  expect(met(['tannlege'], ['krig'])).toEqual([0]);
  expect(met(['tannlege'], [])).toEqual([0]);
  expect(met([], ['tannlege'])).toEqual([]);
});

test('a word that no vector is known of is met where it is said and nowhere else', () => {
  expect(met(['tannlege', 'tatovør'], ['tannlege'])).toEqual([1, 0]);
  expect(met(['tannlege', 'tatovør'], ['tannlege'], [1, 1])).toEqual([1, 1]);
});

test('what the vocabulary says of a word counts where nothing lies nearer', () => {
  expect(met(['tannlege'], ['regning'], [0.9])).toEqual([0.9]);
  expect(met(['tannlege'], ['tann'], [0.3])).toEqual([0.8]);
});

test('a text met a second time is met as at first', () => {
  const meetingOf = meeting(placedWords([weighing(concept('tannlege'), 1)], vectors.vectorOf), vectors);
  const tann = vectors.numbersOf(['tann']);
  const first = meetingOf(tann, [0]);
  meetingOf(vectors.numbersOf(['krig', 'tannlege']), [0]);
  expect(meetingOf(tann, [0])).toEqual(first);
});
