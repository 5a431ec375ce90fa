import * as fc from 'fast-check';
import { canMark, documentBody, pageOf } from '../../src/pages/document-body.js';
import { document, marks, paged, pieces, shownText } from './sample.js';

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

describe('a document with pages', () => {
  const programme = paged(
    [
      ['heading', 68, 'Rus'],
      ['paragraph', 68, 'Første side. Denne setningen |fortsetter på neste. Slutt.'],
      ['bullet', 69, 'styrke rusom|sorgen 😀 og'],
      ['bullet', 70, 'et <b>helt</b> punkt'],
      ['paragraph', 70, 'over |to |turer'],
    ],
    { printedPages: { 68: '68', 69: '67', 71: '70–71' } },
  );
  const { html } = documentBody(programme, null);

  function cite(from: string, to: string): { start: number; end: number } {
    return { start: programme.body.indexOf(from), end: programme.body.indexOf(to) + to.length };
  }

  test('is shown page by page, each page with its address and, where it is another, the printed number', () => {
    const labels = [...html.matchAll(/<section class="sheet" id="([^"]*)">\n<p class="page-number">(.*?)<\/p>/g)];
    expect(labels.map(([, id, label]) => [id, label])).toEqual([
      ['side-68', 'Side 68 i PDF-en'],
      ['side-69', 'Side 69 i PDF-en (trykt side 67)'],
      ['side-70', 'Side 70 i PDF-en'],
      ['side-71', 'Side 71 i PDF-en (trykt side 70–71)'],
      ['side-72', 'Side 72 i PDF-en'],
    ]);
    expect(html.match(/<\/section>/g)).toHaveLength(5);
  });

  test('lets a block go on below the turn as the same paragraph or bullet', () => {
    expect(html).toContain('<p class="turns">Første side. Denne setningen </p>\n</section>');
    expect(html).toContain('(trykt side 67)</p>\n<p class="continued">fortsetter på neste. Slutt.</p>');
    expect(html).toContain('<li class="turns in-word">styrke rusom</li>\n</ul>\n</section>');
    expect(html).toContain('<ul>\n<li class="continued">sorgen 😀 og</li>\n<li>et &lt;b&gt;helt');
    expect(html).toContain('<p class="continued turns">to </p>');
  });

  test('marks a slice across a page turn in pieces, with the id on the first', () => {
    const cited = cite('Denne', 'styrke rusom');
    const marked = documentBody(programme, cited).html;
    expect(marks(marked)).toEqual(['Denne setningen ', 'fortsetter på neste. Slutt.', 'styrke rusom']);
    expect(marked.match(/<mark[^>]*>/g)).toEqual(['<mark id="t">', '<mark>', '<mark>']);
    expect(pieces(marked)).toEqual(pieces(html));
  });

  test('makes nothing of white space alone and of a page that holds nothing of the block', () => {
    const gap = programme.body.indexOf(' fortsetter');
    expect(marks(documentBody(programme, { start: gap, end: gap + 11 }).html)).toEqual(['fortsetter']);
    const empty = documentBody(paged([['paragraph', 1, '|En ||to']]), null).html;
    expect(pieces(empty)).toEqual(['En ', 'to']);
    expect(empty.match(/id="[^"]*"/g)).toEqual(['id="side-2"', 'id="side-4"']);
  });

  test.each([
    ['Første', 'side.', 68],
    ['Denne', 'Slutt.', 68],
    ['fortsetter', 'Slutt.', 69],
    ['sorgen', 'punkt', 70],
    ['turer', 'turer', 72],
  ])('knows the page on which a slice begins: %s … %s', (from, to, page) => {
    expect(pageOf(programme, cite(from, to))).toBe(page);
  });

  test('knows no page of a slice in a format without pages', () => {
    expect(pageOf(sample, spanOf('Første'))).toBeNull();
  });

  test('says the page in bokmål also within a text of another language', () => {
    expect(documentBody({ ...programme, language: 'nn' }, null).html).toContain(
      '<p class="page-number" lang="nb">Side',
    );
  });

  test('gives every id once, even when a page is returned to', () => {
    const back = paged([
      ['paragraph', 2, 'a'],
      ['paragraph', 1, 'b'],
      ['paragraph', 2, 'c'],
    ]);
    expect(documentBody(back, null).html.match(/id="[^"]*"/g)).toEqual(['id="side-2"', 'id="side-1"']);
  });

  test('keeps text on no known page with the page before it', () => {
    const blocks = programme.blocks.map((block, at) => (at === 3 ? { ...block, page: null } : block));
    expect(documentBody({ ...programme, blocks }, null).html).toBe(html);
  });

  test('loses, repeats and reorders nothing, wherever pages turn and whatever is cited', () => {
    const offset = fc.integer({ min: -3, max: sample.body.length + 3 });
    fc.assert(
      fc.property(fc.array(offset, { maxLength: 6 }), offset, offset, (at, start, end) => {
        const turns = at.toSorted((a, b) => a - b).map((place, turn) => ({ at: place, page: turn + 2 }));
        const blocks = sample.blocks.map((block) => ({ ...block, page: 1, turns }));
        const turned = { ...sample, blocks };
        const cited = canMark(turned, { start, end }) ? { start, end } : null;
        const shown = documentBody(turned, cited).html;
        expect(pieces(shown).join('')).toBe(sample.body.replaceAll('\n', ''));
        const whole = cited === null ? '' : sample.body.slice(start, end);
        expect(marks(shown).join('').replaceAll(/\s/g, '')).toBe(whole.replaceAll(/\s/g, ''));
        expect(shown.match(/id="t"/g) ?? []).toHaveLength(cited === null ? 0 : 1);
        expect(shown.isWellFormed()).toBe(true);
      }),
    );
  });
});

test('a heading has an address that depends on its place in the text alone', () => {
  const { start } = spanOf('Rus & «rusreform»');
  expect(documentBody(sample, null).html).toContain(`<h2 id="avsnitt-${start}">Rus`);
  const turned = paged([['heading', 1, 'Rus og |psykiatri']]);
  expect(documentBody(turned, null).html.match(/id="avsnitt-0"/g)).toHaveLength(1);
});
