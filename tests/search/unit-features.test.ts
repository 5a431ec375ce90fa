import type { Passage } from '../../src/domain.js';
import { meeting } from '../../src/search/meeting.js';
import type { IndexedPassage } from '../../src/search/open-index.js';
import { placedWords } from '../../src/search/placed-words.js';
import { questionVector } from '../../src/search/question-vector.js';
import { ask, unitFeatures } from '../../src/search/unit-features.js';
import { added, openWordVectors } from '../../src/search/word-vectors.js';
import { concept, weighing } from './concept-fixture.js';

/** "tann" lies by "tannlege"; "regning" lies across from both. */
const table = { tannlege: [100, 0], tann: [80, 60], regning: [0, 100], krig: [-100, 0] };
const { vectorOf, numbersOf, cosineOf, count } = openWordVectors({
  dimensions: 2,
  terms: Object.keys(table).join(' '),
  values: Buffer.from(Int8Array.from(Object.values(table).flat())).toString('base64'),
});

function passageOf(headings: readonly string[], slices: readonly (readonly string[])[]): IndexedPassage {
  const strengths = (terms: readonly string[]) => new Map(terms.map((term) => [term, 1]));
  const units = slices.map((terms) => ({
    unit: { kind: 'sentence' as const, start: 0, end: 0, page: null, pageEnd: null },
    terms: strengths(terms),
    vector: vectorOf(strengths(terms)),
    numbers: numbersOf(terms),
    wholeTerms: terms.length,
    stance: 1,
  }));
  const frame = strengths(headings);
  const passage: Passage = {
    id: 'x/y#0',
    document: 'x/y',
    party: 'x',
    section: [],
    leadIn: null,
    text: '',
    start: 0,
    end: 0,
    units: units.map(({ unit }) => unit),
  };
  return {
    passage,
    units,
    frame,
    frameVector: vectorOf(frame),
    frameNumbers: numbersOf(headings),
    vector: added(units.map(({ vector }) => [vector, 1])),
    terms: new Set([...headings, ...slices.flat()]),
  };
}

function measured(question: readonly string[], headings: readonly string[], ...slices: readonly (readonly string[])[]) {
  const weighted = question.map((term) => weighing(concept(term), 1));
  const words = placedWords(weighted, vectorOf);
  const vector = questionVector(words);
  const asked = ask(weighted, { amount: null, vector, meetingOf: meeting(words, { cosineOf, count }) });
  return unitFeatures(asked, passageOf(headings, slices), 1).map(({ features }) => features);
}

test('a heading meets a word of the question in part where the slice has nothing nearer', () => {
  const [across] = measured(['tannlege'], ['tann'], ['krig']);
  expect(across?.likeness).toBe(0);
  expect(across?.likenessNear).toBeCloseTo(0.5 * 0.8, 5);
  const [nearer] = measured(['tannlege'], ['tannlege'], ['tann']);
  expect(nearer?.likeness).toBeCloseTo(0.8, 5);
  expect(nearer?.likenessNear).toBeCloseTo(0.8, 5);
});

test('the slices of a passage share where it lies, whatever each of them says', () => {
  const slices = measured(['tannlege'], [], ['tannlege'], ['regning']);
  expect(slices.map(({ cosine }) => Number(cosine.toFixed(3)))).toEqual([1, 0]);
  expect(slices.map(({ passageCosine }) => Number(passageCosine.toFixed(3)))).toEqual([0.707, 0.707]);
});
