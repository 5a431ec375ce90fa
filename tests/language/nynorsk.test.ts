import { openNynorsk, tabulateNynorsk } from '../../src/language/nynorsk.js';
import { stem } from '../../src/language/stem.js';

const normal = openNynorsk(
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
  ]),
);

test.each([
  ['skulen', 'skolen'],
  ['kulturskulen', 'kulturskolen'],
  ['rusreformutvalet', 'rusreformutvalget'],
  ['arbeidarrørsle', 'arbeiderrørsle'],
  ['utvalgene', 'utvalgene'],
])('%s is %s, alone and in compounds', (nn, nb) => {
  expect(normal(nn)).toBe(stem(nb));
});

test('of two words with one stem the one that begins most alike is meant', () => {
  expect(normal('hausten')).toBe(stem('høst'));
  expect(normal('foreininga')).toBe(stem('forening'));
});

test('a form of a verb and a stop word close no compound, and "inntek" opens no "inntektene"', () => {
  expect(normal('sykehuslegene')).toBe(stem('sykehuslegene'));
  expect(normal('riksantikvar')).toBe(stem('riksantikvar'));
  expect(normal('inntektene')).toBe(stem('inntekt'));
});
