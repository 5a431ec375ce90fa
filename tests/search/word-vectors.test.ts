import { added, cosine, openWordVectors } from '../../src/search/word-vectors.js';

/** "rik" lies by "formue" and is short: it tells little. */
const table = { lapp: [100, 0, 0], førerkort: [90, 40, 0], formue: [0, 0, 100], rik: [0, 0, 10], gjeld: [0, 0, -100] };
const { vectorOf, numbersOf, cosineOf } = openWordVectors({
  dimensions: 3,
  terms: Object.keys(table).join(' '),
  values: Buffer.from(Int8Array.from(Object.values(table).flat())).toString('base64'),
});
const of = (...terms: readonly string[]): Float32Array => vectorOf(terms.map((term) => [term, 1] as const));

test('a text lies where its terms lie, and is of length 1', () => {
  expect(cosine(of('lapp'), of('førerkort'))).toBeCloseTo(90 / Math.hypot(90, 40), 5);
  expect(Math.hypot(...of('lapp', 'førerkort', 'rik'))).toBeCloseTo(1, 5);
  expect(cosine(of('formue'), of('gjeld'))).toBe(0);
});

test('a term moves a text as far as it is strong and as it tells', () => {
  const text = vectorOf([
    ['lapp', 1],
    ['formue', 0.5],
  ]);
  expect(text[2]).toBeCloseTo(0.5 * (text[0] ?? 0), 5);
  const told = of('lapp', 'rik');
  expect(told[2]).toBeCloseTo(0.1 * (told[0] ?? 0), 5);
});

test('what is not known lies nowhere, with as many dimensions', () => {
  expect(of('ukjent')).toEqual(new Float32Array(3));
  expect(of()).toEqual(new Float32Array(3));
  expect(cosine(of('ukjent'), of('lapp'))).toBe(0);
});

test('several vectors are one of length 1, each as strong as it is given', () => {
  const both = added([
    [of('lapp'), 3],
    [of('formue'), 1],
  ]);
  expect(both[0]).toBeCloseTo(3 * (both[2] ?? 0), 5);
  expect(Math.hypot(...both)).toBeCloseTo(1, 5);
  expect(added([])).toEqual(new Float32Array());
});

test('a term by itself lies where the text of that one term lies, whatever its length', () => {
  const [lapp = -1, rik = -1, ...none] = numbersOf(['lapp', 'ukjent', 'rik']);
  expect(none).toEqual([]);
  expect(cosineOf(lapp, of('førerkort'))).toBeCloseTo(cosine(of('lapp'), of('førerkort')), 5);
  expect(cosineOf(rik, of('formue'))).toBeCloseTo(1, 5);
  expect(cosineOf(rik, of('gjeld'))).toBeCloseTo(-1, 5);
});
