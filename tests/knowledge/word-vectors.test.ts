import { noWordVectors, readWordVectors } from '../../src/knowledge/word-vectors.js';

const good = { dimensions: 2, terms: 'lapp førerkort', values: Buffer.from([1, 2, 3, 255]).toString('base64') };

test('a sound file is taken as it is', () => {
  expect(readWordVectors('word-vectors.json', JSON.stringify(good))).toEqual({ wordVectors: good, problems: [] });
});

test.each([
  ['cut short', JSON.stringify(good).slice(0, -9), 'is no JSON'],
  [
    'of another shape',
    JSON.stringify({ words: [] }),
    'does not hold `dimensions`, `terms` and `values` of word vectors',
  ],
  ['with a term too many', JSON.stringify({ ...good, terms: 'a b c' }), 'holds 4 values where its terms have 6'],
])('a file %s is a problem with its cure, and nothing is near anything', (_, source, what) => {
  const { wordVectors, problems } = readWordVectors('word-vectors.json', source);
  expect(wordVectors).toBe(noWordVectors);
  expect(problems).toEqual([
    expect.objectContaining({
      file: 'word-vectors.json',
      severity: 'error',
      what,
      cure: expect.stringContaining('npm run vectors -- --write'),
    }),
  ]);
});
