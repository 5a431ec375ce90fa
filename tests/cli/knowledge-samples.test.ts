import { sampleQuotes } from '../../src/cli/knowledge-samples.js';
import type { Document, Passage, Unit } from '../../src/domain.js';

/** A document of one passage a text, each on a page of its own. */
function bookOf(texts: readonly string[], pages: readonly Pick<Unit, 'page' | 'pageEnd'>[]) {
  const body = texts.join('\n\n');
  const document: Document = {
    id: 'frp/p',
    party: 'frp',
    title: 'P',
    kind: 'programme',
    published: '2025',
    period: null,
    url: null,
    publisher: null,
    authorRole: null,
    adoptedBy: null,
    language: 'nb',
    body,
    blocks: [],
    printedPages: { 7: '5' },
  };
  const passages = texts.map((text, at): Passage => {
    const start = body.indexOf(text);
    const span = { start, end: start + text.length };
    const unit: Unit = { kind: 'sentence', ...span, page: null, pageEnd: null, ...pages[at] };
    const id = `frp/p#${start}`;
    return { id, document: 'frp/p', party: 'frp', ...span, text, section: [`Del ${at}`], leadIn: null, units: [unit] };
  });
  return { document, passages };
}

test('quotes come from the beginning, the middle and the end, with section and page', () => {
  const texts = Array.from({ length: 9 }, (_, at) => `Setning nummer ${at} er lang nok til å vises.`);
  const pages = [{ page: 1, pageEnd: null }, { page: 7, pageEnd: null }, ...Array(2), { page: 8, pageEnd: 9 }];
  const { document, passages } = bookOf(texts, pages);
  expect(sampleQuotes(document, passages)).toEqual([
    { text: texts[1], section: ['Del 1'], place: 'page 7 (printed 5)' },
    { text: texts[4], section: ['Del 4'], place: 'pages 8–9' },
    { text: texts[7], section: ['Del 7'], place: '' },
  ]);
});

test('short lines are passed over, unless there is nothing else', () => {
  const long = [
    'Dette er den første lange setningen.',
    'Dette er den andre lange setningen.',
    'Og dette er den siste av de lange.',
  ];
  const mixed = bookOf(['Ja', 'Nei', ...long, 'Vet ikke'], []);
  expect(sampleQuotes(mixed.document, mixed.passages).map(({ text }) => text)).toEqual(long);
  const short = bookOf(['Ja', 'Nei'], []);
  expect(sampleQuotes(short.document, short.passages).map(({ text }) => text)).toEqual(['Ja', 'Nei']);
  expect(sampleQuotes(short.document, [])).toEqual([]);
});
