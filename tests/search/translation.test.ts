import fc from 'fast-check';
import { openTranslation, tabulateTranslation } from '../../src/search/translation.js';

const translation = openTranslation(
  tabulateTranslation([
    ['child', ['barn']],
    ['benefit', ['ytelse']],
    ['child benefit', ['barnetrygd']],
    ['petrol car', ['bensinbil', 'fossilbil']],
    ['organ', ['organ']],
    ['organisation', ['organisasjon']],
    ['self-driving', ['selvkjørende']],
  ]),
);

const norwegianOf = (text: string): readonly (readonly string[])[] =>
  translation(text.split(' ')).map(({ norwegian }) => norwegian);

test('a phrase is one thing, not its words', () => {
  expect(norwegianOf('child benefit')).toEqual([['barnetrygd']]);
  expect(norwegianOf('benefit child')).toEqual([['ytelse'], ['barn']]);
});

test('other forms of a word are found by their stem', () => {
  expect(norwegianOf('petrol cars')).toEqual([['bensinbil', 'fossilbil']]);
});

test('a word as it is spelled comes before another with its stem', () => {
  expect(norwegianOf('organisation')).toEqual([['organisasjon']]);
  expect(norwegianOf('organ')).toEqual([['organ']]);
});

test('a hyphen of the vocabulary is a space of the question', () => {
  expect(norwegianOf('self driving')).toEqual([['selvkjørende']]);
});

test('every word is in exactly one rendering, in order, whether it is known or not', () => {
  const word = fc.constantFrom('child', 'benefit', 'petrol', 'cars', 'organs', 'xyzzy', 'the');
  fc.assert(
    fc.property(fc.array(word, { maxLength: 12 }), (words) => {
      const places = translation(words).flatMap(({ at, count }) =>
        Array.from({ length: count }, (_, next) => at + next),
      );
      expect(places).toEqual(words.map((_, place) => place));
    }),
  );
});
