import fc from 'fast-check';
import SearchableMap from 'minisearch/SearchableMap';
import { openSpelling } from '../../src/search/spelling.js';

// Few letters, so that many words are near each other.
const word = fc.string({ unit: fc.constantFrom('a', 'b', 'ø'), minLength: 1, maxLength: 8 });

test('words are as far from each other as MiniSearch has them, and begin alike', () => {
  fc.assert(
    fc.property(fc.uniqueArray(word, { maxLength: 40 }), word, fc.constantFrom(1, 2), (words, asked, letters) => {
      const terms = new Map(words.map((each) => [each, `term of ${each}`]));
      const tree = SearchableMap.from(terms);
      const expected = Array.from(tree.fuzzyGet(asked, letters), ([form, [term, distance]]) => ({
        word: form,
        term,
        distance,
      })).filter((found) => found.word.startsWith(asked.charAt(0)));
      const inOrder = (found: readonly { readonly word: string }[]): unknown =>
        found.toSorted((a, b) => (a.word < b.word ? -1 : 1));
      expect(inOrder(openSpelling(terms)(asked, letters))).toEqual(inOrder(expected));
    }),
    { numRuns: 500 },
  );
});

test.each([
  ['bompengar', 1, ['bompenger']],
  ['bompegner', 1, []],
  ['bompegner', 2, ['bompenger']],
  ['zzz', 2, []],
  ['', 2, []],
])('"%s", %i off', (asked, letters, expected) => {
  const found = openSpelling(new Map([['bompenger', 'bompeng']]))(asked, letters);
  expect(found.map((each) => each.word)).toEqual(expected);
});
