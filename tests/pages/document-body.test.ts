import * as fc from 'fast-check';
import { canMark, documentBody } from '../../src/pages/document-body.js';
import { document, marks, shownText } from './sample.js';

const sample = document([
  ['heading', 'Rus & «rusreform»'],
  ['paragraph', 'Første setning. Andre <b>setning</b>. Tredje 😀 setning.'],
  ['lead-in', 'Partiet vil:'],
  ['bullet', 'Styrke "forebygging"'],
  ['bullet', 'Bruke ledig kapasitet'],
  ['paragraph', 'Siste avsnitt.'],
]);

function spanOf(text: string): { start: number; end: number } {
  const start = sample.body.indexOf(text);
  return { start, end: start + text.length };
}

describe('the text of a document', () => {
  test('becomes headings, paragraphs and one list for neighbouring bullets', () => {
    const { html } = documentBody(sample, null);
    expect(html.match(/<\/?(?:h\d|p|ul|li)\b/g)).toEqual(
      '<h2 </h2 <p </p <p </p <ul <li </li <li </li </ul <p </p'.split(' '),
    );
    expect(html).toContain('<p class="lead-in">Partiet vil:</p>');
    expect(html).toContain('Andre &lt;b&gt;setning&lt;/b&gt;.');
    expect(html).not.toContain('<mark');
  });

  test('has its page numbers where it has pages, also inside a list', () => {
    const pages = [1, 1, 2, 2, 3, 3];
    const blocks = sample.blocks.map((block, at) => ({ ...block, page: pages[at] ?? null }));
    const { html } = documentBody({ ...sample, blocks }, null);
    expect(html.match(/Side \d/g)).toEqual(['Side 1', 'Side 2', 'Side 3']);
    expect(html.match(/<\/?ul>/g)).toEqual(['<ul>', '</ul>', '<ul>', '</ul>']);
  });
});

describe('the cited slice', () => {
  test.each(['Andre <b>setning</b>.', 'Styrke "forebygging"', 'Første', 'Rus & «rusreform»', '😀 setning.'])(
    'is marked exactly: %s',
    (text) => {
      const { html } = documentBody(sample, spanOf(text));
      expect(marks(html)).toEqual([text]);
      expect(html.match(/<mark id="t">/g)).toHaveLength(1);
    },
  );

  test('gets one mark for each block it touches, and the id on the first', () => {
    const { start } = spanOf('Tredje');
    const { end } = spanOf('Bruke ledig');
    const { html } = documentBody(sample, { start, end });
    expect(marks(html)).toEqual(['Tredje 😀 setning.', 'Partiet vil:', 'Styrke "forebygging"', 'Bruke ledig']);
    expect(html.match(/<mark[^>]*>/g)).toEqual(['<mark id="t">', '<mark>', '<mark>', '<mark>']);
  });

  test('changes nothing of what is read, wherever it begins and ends', () => {
    const plain = shownText(documentBody(sample, null).html);
    const place = fc.integer({ min: -3, max: sample.body.length + 3 });
    fc.assert(
      fc.property(place, place, (start, end) => {
        fc.pre(canMark(sample, { start, end }));
        const { html } = documentBody(sample, { start, end });
        expect(shownText(html)).toBe(plain);
        const whole = sample.body.slice(start, end).replaceAll('\n', '');
        expect(marks(html).join('')).toBe(whole);
        expect(html.match(/id="t"/g)).toHaveLength(1);
      }),
    );
  });
});

describe('a span that is no slice of the text', () => {
  const emoji = sample.body.indexOf('😀');
  const gap = sample.body.indexOf('\n\n');
  test.each([
    ['before the text', { start: -1, end: 5 }],
    ['after the text', { start: 0, end: sample.body.length + 1 }],
    ['empty', { start: 4, end: 4 }],
    ['backwards', { start: 9, end: 4 }],
    ['not whole', { start: 0.5, end: 4 }],
    ['not a number', { start: Number.NaN, end: 4 }],
    ['between two blocks', { start: gap, end: gap + 2 }],
    ['from inside a character', { start: emoji + 1, end: emoji + 6 }],
    ['into a character', { start: emoji - 3, end: emoji + 1 }],
  ])('cannot be marked: %s', (_why, span) => {
    expect(canMark(sample, span)).toBe(false);
  });
});
