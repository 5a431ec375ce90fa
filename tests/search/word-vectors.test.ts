import type { Vocabulary, VocabularyGroup } from '../../src/domain.js';
import { createAnalyser, tabulate } from '../../src/language/analyse.js';
import { added, cosine, openWordVectors, tabulateWordVectors } from '../../src/search/word-vectors.js';

const group = (equal: readonly string[], asked: readonly string[]): VocabularyGroup => ({
  area: 'allment',
  equal,
  asked,
  english: [],
  broader: [],
  narrower: [],
});

/** "lappen" and "førerkort" share no group; "kjøretimer" stands in a group with each. */
const vocabulary: Vocabulary = {
  groups: [
    group(['førerkort', 'føreropplæring'], ['kjøretimer', 'oppkjøring']),
    group(['kjøreopplæring'], ['lappen', 'kjøretimer', 'oppkjøring']),
    group(['øvelseskjøring'], ['lappen', 'føreropplæring']),
    group(['hjemmehjelp', 'førerkort'], ['føreropplæring']),
    group(['skattelette', 'formuesskatt'], ['skatt', 'rike']),
    group(['formuesskatt', 'arveavgift'], ['rike', 'skatt']),
    group(['toppskatt', 'arveavgift'], ['skattelette', 'rike']),
  ],
  nynorsk: [],
  english: [],
};
const analyser = createAnalyser(tabulate([], [], []));
const tables = tabulateWordVectors(vocabulary, analyser, () => 1);
const vectorOf = openWordVectors(tables);
const of = (text: string): Float32Array => vectorOf(analyser.analyse(text).map(({ term }) => [term, 1] as const));

// Seven groups leave room for every word to lie apart: the real vocabulary, which does not, is in nearest-passages.test.ts.
test('words of the same things lie nearer than others, though no group has them both', () => {
  expect(cosine(of('lappen'), of('førerkort'))).toBeGreaterThan(0.2);
  expect(cosine(of('lappen'), of('formuesskatt'))).toBeLessThan(0.1);
});

test('a word that only one group has, or none, lies nowhere', () => {
  expect(of('hjemmehjelp').every((value) => value === 0)).toBe(true);
  expect(of('ukjent').every((value) => value === 0)).toBe(true);
  expect(cosine(of('ukjent'), of('lappen'))).toBe(0);
});

test('a text is of length 1 and lies by what it says most strongly', () => {
  const [lappen] = analyser.analyse('lappen');
  const [skatt] = analyser.analyse('skatt');
  const text = vectorOf([
    [lappen?.term ?? '', 1],
    [skatt?.term ?? '', 0.2],
  ]);
  expect(Math.hypot(...text)).toBeCloseTo(1, 5);
  expect(cosine(text, of('lappen'))).toBeGreaterThan(cosine(text, of('skatt')));
  expect(
    cosine(
      added([
        [of('lappen'), 1],
        [of('skatt'), 1],
      ]),
      of('skatt'),
    ),
  ).toBeCloseTo(Math.SQRT1_2, 1);
});

test('a word that tells little moves a text little', () => {
  const telling = openWordVectors(tabulateWordVectors(vocabulary, analyser, (term) => (term === 'rik' ? 0.1 : 1)));
  const terms = analyser.analyse('rike lappen').map(({ term }) => [term, 1] as const);
  expect(terms.map(([term]) => term)).toContain('rik');
  expect(cosine(telling(terms), of('lappen'))).toBeGreaterThan(cosine(vectorOf(terms), of('lappen')) + 0.1);
});

test('two runs give the same bytes', () => {
  expect(tabulateWordVectors(vocabulary, analyser, () => 1)).toEqual(tables);
});
