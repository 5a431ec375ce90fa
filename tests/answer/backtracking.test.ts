import { ambiguityOf } from './backtracking/ambiguity.js';
import { assembled, assembling, literals, type Pattern } from './backtracking/patterns.js';

// A message has at most 2 000 letters, on which a square is some ten milliseconds, a cube is seconds, and an exponential
// is for ever. Nothing is timed: whether a pattern can read a text in many ways is reckoned from the pattern.

test.each([
  ['a word', String.raw`^\p{L}+$`, 0],
  ['a search for what must come after a run', String.raw`\s+$`, 1],
  ['a search for a run that is all', String.raw`\s+`, 0],
  ['words, each with its space', String.raw`^(?:\p{L}+ )*!`, 0],
  ['a part of words whose edge is known', String.raw`(?<!\p{L})\p{L}+!`, 0],
  ['two runs of the same in a row', String.raw`^\s*x?\s*$`, 1],
  ['three', String.raw`^\s*\s*\s*$`, 2],
  ['words in words, searched for', String.raw`\p{L}*part\p{L}*t`, 2],
  ['a loop in a loop', String.raw`^(?:a+)+$`, Infinity],
  ['words whose space may be left out', String.raw`^(?:\p{L}+ ?)*!`, Infinity],
  ['two names for the same', String.raw`^(?:og |og men |men )*!`, Infinity],
  ['letters that may each be left out', String.raw`^(?:a?b?)+!`, Infinity],
  ['what a look around tells apart', String.raw`^(?:\p{L}+(?!\p{L}) ?)*!`, 0],
])('%s', (_, source, degree) => {
  expect(ambiguityOf(source, 'u').degree).toBe(degree);
});

/** What is wrong with a pattern, in words that name it. */
function faults({ file, source, flags }: Pattern): readonly string[] {
  const { exponential, degree } = ambiguityOf(source, flags);
  if (exponential.length > 0) return exponential.map((piece) => `${file}: two ways to read a text in ${piece}`);
  return degree > 1 ? [`${file}: ${degree + 1} loops read the same text in ${source}`] : [];
}

test('no regular expression in the code takes more than a square of the length of a text', () => {
  const all = literals();
  expect(all.length).toBeGreaterThan(100);
  expect(all.flatMap(faults)).toEqual([]);
});

test('… nor any that is put together from strings', async () => {
  // These would do their work if they were loaded here.
  expect(assembling.filter((file) => /^(?:main|cli|widget|build-)/u.test(file))).toEqual([]);
  const all = await assembled();
  expect(all.length).toBeGreaterThan(50);
  expect(all.flatMap(faults)).toEqual([]);
});
