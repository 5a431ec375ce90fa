import { openNynorsk, tabulateNynorsk } from '../../src/language/nynorsk.js';
import { stem } from '../../src/language/stem.js';

const { rootOf: normal, inBokmål } = openNynorsk(
  tabulateNynorsk([
    ['skule', 'skole'],
    ['haust', 'høst'],
    ['hausting', 'høsting'],
    ['foreine', 'forene'],
    ['foreining', 'forening'],
    ['inntek', 'inntar'],
    ['utval', 'utvalg'],
    ['arbeidar', 'arbeider'],
    ['slege', 'slått'],
    ['kvar', 'hver'],
    ['merksam', 'oppmerksom'],
    ['hovud', 'hode'],
    ['vass-', 'vann-'],
    ['fiskar-', 'fisker-'],
    ['hovud-', 'hoved-'],
    ['-veg', '-vei'],
    ['-leiar', '-leder'],
  ]),
  (word) => ['tråler', 'konsesjon', 'seminar', 'seminer', 'rekke', 'apper'].includes(word),
);

test.each([
  ['skulen', 'skolen'],
  ['kulturskulen', 'kulturskolen'],
  ['rusreformutvalet', 'rusreformutvalget'],
  ['arbeidarrørsle', 'arbeiderrørsle'],
  ['utvalgene', 'utvalgene'],
  ['vasskraft', 'vannkraft'],
  ['bygdevegane', 'bygdeveiene'],
  ['styreleiaren', 'styrelederen'],
  ['fiskarhamn', 'fiskerhamn'],
  ['trålarkonsesjon', 'trålerkonsesjon'],
  ['seminarrekke', 'seminarrekke'],
  ['apparatet', 'apparatet'],
  ['hovudkvarter', 'hovedkvarter'],
])('%s is %s, alone and in compounds', (nn, nb) => {
  expect(normal(nn)).toBe(stem(nb));
});

test('a word is known in bokmål before it is inflected and divided', () => {
  expect(inBokmål('skulen')).toBe('skole');
  expect(inBokmål('vassforsyninga')).toBe('vannforsyninga');
  expect(inBokmål('styreleiarane')).toBe('styreleder');
});

test('of two words with one stem the one that begins most alike is meant', () => {
  expect(normal('hausten')).toBe(stem('høst'));
  expect(normal('foreininga')).toBe(stem('forening'));
});

test('what is told for compounds alone is no word, and an ending no word that one opens', () => {
  expect(normal('veg')).toBe(stem('veg'));
  expect(normal('fiskarane')).toBe(stem('fiskarane'));
  expect(normal('beveg')).toBe(stem('beveg'));
});

test('a bokmål word that ends as a nynorsk one keeps its beginning', () => {
  expect(normal('oppmerksomhet')).toBe(stem('oppmerksomhet'));
});

test('without a closing word all words keep their endings', () => {
  expect(openNynorsk(tabulateNynorsk([['haust', 'høst']]), () => true).rootOf('regjeringen')).toBe(stem('regjeringen'));
});

test('a form of a verb and a stop word close no compound, and "inntek" opens no "inntektene"', () => {
  expect(normal('sykehuslegene')).toBe(stem('sykehuslegene'));
  expect(normal('riksantikvar')).toBe(stem('riksantikvar'));
  expect(normal('inntektene')).toBe(stem('inntekt'));
});
