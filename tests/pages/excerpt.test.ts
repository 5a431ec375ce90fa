import fc from 'fast-check';
import { excerpt, type Excerpt } from '../../src/pages/excerpt.js';
import { document, paged } from './sample.js';

const long = (word: string): string =>
  Array.from({ length: 60 }, (_, index) => `${word}${index} og så videre`).join(' ');

function around(of: ReturnType<typeof document>, quote: string): Excerpt {
  const start = of.body.indexOf(quote);
  const found = excerpt(of, 'Apartiet', { start, end: start + quote.length });
  if (found === null) throw new Error(`no excerpt around ${quote}`);
  return found;
}

const programme = document([
  ['heading', 'Helse'],
  ['paragraph', `${long('Før')}. Sitatet står her. ${long('etter')}.`],
  ['heading', 'Rus'],
  ['lead-in', 'Vi vil:'],
  ['bullet', 'gjøre det ene'],
  ['bullet', 'gjøre det andre'],
  ['bullet', 'gjøre det tredje'],
  ['heading', 'Skole'],
  ['paragraph', 'Kort.'],
  ['paragraph', 'Kort til.'],
]);

test('a quote in a long paragraph stands in what is around it, cut between words', () => {
  const found = around(programme, 'Sitatet står her.');
  expect(found).toMatchObject({ cutBefore: true, cutAfter: true, quote: 'Sitatet står her.', section: ['Helse'] });
  expect(found.before).toMatch(/^[^\s].*videre\. $/s);
  expect(found.after).toMatch(/^ etter0 og.*[^\s]$/s);
  for (const side of [found.before, found.after]) expect(side.length).toBeLessThanOrEqual(600);
  expect(programme.body.charAt(programme.body.indexOf(found.before) - 1)).toBe(' ');
});

test('a bullet stands in its list, under the line that it completes', () => {
  expect(around(programme, 'gjøre det andre')).toMatchObject({
    before: 'Vi vil:\n\ngjøre det ene\n\n',
    after: '\n\ngjøre det tredje',
    leadIn: null,
    section: ['Rus'],
    cutBefore: false,
    cutAfter: false,
  });
});

test('the line above a long list is given by itself', () => {
  const bullets = Array.from({ length: 60 }, (_, index) => ['bullet', `punkt nummer ${index} i listen`] as const);
  expect(around(document([['lead-in', 'Vi vil:'], ...bullets]), 'punkt nummer 50')).toMatchObject({
    leadIn: 'Vi vil:',
    cutBefore: true,
  });
});

test('a short paragraph has its neighbours beside it, but nothing from beyond a heading', () => {
  expect(around(programme, 'Kort.')).toMatchObject({ before: '', after: '\n\nKort til.', section: ['Skole'] });
});

test('the page is the one that the quote starts on, also in a block that runs over two', () => {
  const pdf = paged([['paragraph', 4, 'Dette står på fire. |Dette står på fem.']], { printedPages: { 5: '3' } });
  expect(around(pdf, 'Dette står på fire.')).toMatchObject({ page: 4, printedPage: null });
  expect(around(pdf, 'Dette står på fem.')).toMatchObject({ page: 5, printedPage: '3' });
});

test('headings are those above, each higher than the next', () => {
  const deep = document([
    ['heading', 'Del'],
    ['heading', 'Kapittel'],
    ['heading', 'Avsnitt'],
    ['heading', 'Nytt kapittel'],
    ['paragraph', 'Tekst.'],
  ]);
  const levels = [1, 2, 3, 2, 0];
  const blocks = deep.blocks.map((block, index) => ({ ...block, level: levels[index] ?? 0 }));
  expect(around({ ...deep, blocks }, 'Tekst.').section).toEqual(['Del', 'Nytt kapittel']);
});

test.each([
  ['outside the text', 0, 100_000],
  ['backwards', 5, 2],
  ['empty', 3, 3],
  ['before the text', -1, 4],
  ['no whole number', 0.5, 4],
  ['longer than any quote', 0, 4_100],
])('there is none of a slice that is %s', (_what, start, end) => {
  const of = document([['paragraph', 'ord '.repeat(1_100)]]);
  expect(excerpt(of, 'Apartiet', { start, end })).toBeNull();
});

test('whatever slice is asked for, what is given is one slice of the text, of limited length', () => {
  const text = fc.stringMatching(/^[a-zæøå.😀 ]{1,400}$/u);
  const block = fc.tuple(fc.constantFrom('heading', 'paragraph', 'bullet', 'lead-in'), text);
  fc.assert(
    fc.property(
      fc.array(block, { minLength: 1, maxLength: 12 }),
      fc.nat(3_000),
      fc.integer({ min: 1, max: 900 }),
      (blocks, start, length) => {
        const of = document(blocks);
        const found = excerpt(of, 'Apartiet', { start, end: start + length });
        if (found === null) return;
        const { before, quote, after } = found;
        expect(quote).toBe(of.body.slice(start, start + length));
        expect(of.body.slice(start - before.length, start + length + after.length)).toBe(before + quote + after);
        expect(Math.max(before.length, after.length)).toBeLessThanOrEqual(600);
        expect(`${before}${quote}${after}`.isWellFormed()).toBe(true);
      },
    ),
  );
});
