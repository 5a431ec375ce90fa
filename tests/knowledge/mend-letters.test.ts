import { mendLetters } from '../../src/knowledge/mend-letters.js';
import type { Reading } from '../../src/knowledge/reading.js';

const known = new Set('offentlig straffeloven effektiv tariffavtale skatt bedrift'.split(' '));
const isWord = (word: string): boolean => known.has(word);

const reading = (...texts: readonly string[]): Reading => ({
  blocks: texts.map((text) => ({ kind: 'paragraph', level: 0, page: 4, text })),
  printedPages: {},
  warnings: [],
});

const textsOf = ({ blocks }: Reading): readonly string[] => blocks.map(({ text }) => text);

test('a sign that one pair of letters turns into words throughout the document is mended', () => {
  const mended = mendLetters(reading('oWentlig straWeloven', 'eWektiv og WWF og kWh'), isWord);
  expect(textsOf(mended)).toEqual(['offentlig straffeloven', 'effektiv og WWF og kWh']);
  expect(mended.warnings).toEqual([]);
});

test('what stays unknown is left as it is and named with its page, never guessed', () => {
  const words = 'oWentlig straWeloven eWektiv tariWavtale';
  const mended = mendLetters(reading(`${words} restråstoW oWentlig straWeloven eWektiv`), (word) => isWord(word));
  expect(textsOf(mended).join(' ')).toContain('restråstoW');
  expect(mended.warnings).toHaveLength(1);
  expect(mended.warnings[0]).toMatchObject({ page: 4 });
});

test('two odd words prove nothing: the text is quoted as it is, with a warning', () => {
  const mended = mendLetters(reading('oWentlig straWeloven'), isWord);
  expect(textsOf(mended)).toEqual(['oWentlig straWeloven']);
  expect(mended.warnings).toHaveLength(1);
});

test('a sound document is left alone', () => {
  const sound = reading('Skatt; bedrift (offentlig) til iPhone, NRK og CO2.');
  expect(mendLetters(sound, isWord)).toBe(sound);
});

test('the places of page turns move with the letters that are put back', () => {
  const text = 'oWentlig straWeloven eWektiv skatt';
  const turns = [{ at: text.indexOf('skatt'), page: 5 }];
  const { blocks } = mendLetters(
    { ...reading(), blocks: [{ kind: 'paragraph', level: 0, page: 4, text, turns }] },
    isWord,
  );
  const [block] = blocks;
  expect(block?.text.slice(block.turns?.[0]?.at)).toBe('skatt');
});
