import fc from 'fast-check';
import { detectLanguage } from '../../src/language/detect-language.js';
import { editDistance } from '../../src/language/edit-distance.js';
import { tokenize } from '../../src/language/tokenize.js';
import { wordPattern } from '../../src/language/word-pattern.js';

test.each([
  ['Hva mener Frp om skatt?', 'nb'],
  ['Kva meiner Framstegspartiet om skatt?', 'nn'],
  ['What does the Labour Party say about tax?', 'en'],
  ['Should my boss be able to fire me, Red?', 'en'],
  ['FRP narkotka straf', 'nb'],
  ['', 'nb'],
])('the language of «%s» is %s', (text, language) => {
  expect(detectLanguage(text)).toBe(language);
});

test('a token is a word as written, with its place', () => {
  const text = 'Rusreform-utval, 2,4 mrd. (§ 12-soning)';
  const tokens = tokenize(text);
  expect(tokens.map(({ surface }) => surface)).toEqual(['Rusreform-utval', '2,4', 'mrd', '12-soning']);
  for (const { start, end, surface } of tokens) expect(text.slice(start, end)).toBe(surface);
});

test.each([
  ['arbeiderpartit', 'arbeiderpartiet', 1],
  ['narkotka', 'narkotika', 1],
  ['behandlig', 'behandling', 1],
  ['hjlep', 'hjelp', 1],
  ['skatt', 'skole', 3],
])('%s is %s with %i letters off', (one, other, distance) => {
  expect(editDistance(one, other, 3)).toBe(distance);
});

test('edit distance is the same both ways and never above the limit by more than one', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (one, other) => {
      const distance = editDistance(one, other, 2);
      expect(distance).toBe(editDistance(other, one, 2));
      expect(distance).toBeLessThanOrEqual(3);
      expect(distance === 0).toBe(one === other);
    }),
  );
});

test('word boundaries know Norwegian letters', () => {
  expect(wordPattern(String.raw`\bpå\b`).test('stemme på noe')).toBe(true);
  expect(wordPattern(String.raw`\brett\b`).test('årett')).toBe(false);
  expect(wordPattern(String.raw`^dårlig\w*$`).test('dårligæ')).toBe(true);
});
