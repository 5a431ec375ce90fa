import { always, telling, unlessReported } from '../../src/answer/refusal-patterns.js';
import { wordPattern } from '../../src/language/word-pattern.js';
import { neverWithout } from './backtracking/never-without.js';

test.each([
  ['a word', String.raw`\bord\b`, true],
  ['the beginning of a word', String.raw`\bord\w*`, true],
  ['a part of a word', String.raw`ord`, false],
  ['a word that may be left out', String.raw`a(?:\bord\b)?`, false],
  ['two words, one of them another', String.raw`\b(?:ord|mål)\b`, false],
  ['a word put together', String.raw`\b(?:o|o)rd?\b`, false],
  ['a word after a gap', String.raw`¤[^?]{0,9}\bord`, true],
  ['a word that is only looked at', String.raw`(?=\bord\b)o`, false],
])('%s', (_, pattern, expected) => {
  expect(neverWithout(wordPattern(pattern), wordPattern(String.raw`\bord`))).toBe(expected);
});

test('nothing is refused without one of the telling words', () => {
  const patterns = [...always, ...unlessReported].flatMap(([, each]) => each);
  expect(patterns.length).toBeGreaterThan(50);
  expect(patterns.filter((pattern) => !neverWithout(pattern, telling)).map(({ source }) => source)).toEqual([]);
});
