import type { Citation } from '../../src/domain.js';
import { describeSource, provenance } from '../../src/reply/describe-source.js';
import { en } from '../../src/reply/en.js';
import { nb } from '../../src/reply/nb.js';
import { nn } from '../../src/reply/nn.js';

const programme: Citation = {
  number: 1,
  party: 'frp',
  document: 'frp/program',
  title: 'Partiprogram 2025–2029',
  kind: 'programme',
  published: '2025',
  language: 'nb',
  period: { from: 2025, to: 2029 },
  publisher: null,
  authorRole: null,
  adoptedBy: null,
  youthOf: null,
  labels: [],
  older: false,
  section: ['Helse', 'Rus'],
  page: 69,
  pageEnd: null,
  printedPage: null,
  start: 0,
  end: 10,
  url: 'https://www.frp.no/program.pdf',
  viewer: '/kilder/frp/program?t=0-10#t',
  also: [],
};

describe('where a quote stands', () => {
  test('is said with the page of the file, without the printed number where that is the same or not known', () => {
    const line = 'Partiprogram 2025–2029, frp.no, Rus, side 69 i PDF-en';
    expect(describeSource(programme, nb)).toBe(line);
    expect(describeSource({ ...programme, printedPage: '69' }, nb)).toBe(line);
  });

  test.each([
    [nb, null, 'side 69 i PDF-en (trykt side 67)'],
    [nn, null, 'side 69 i PDF-en (prenta side 67)'],
    [en, null, 'page 69 of the PDF (printed page 67)'],
    [nb, 70, 'side 69–70 i PDF-en (fra trykt side 67)'],
    [nn, 70, 'side 69–70 i PDF-en (frå prenta side 67)'],
    [en, 70, 'pages 69–70 of the PDF (from printed page 67)'],
  ])('tells both numbers apart, also over a page turn', (wording, pageEnd, words) => {
    const line = describeSource({ ...programme, pageEnd, printedPage: '67' }, wording);
    expect(line).toBe(`Partiprogram 2025–2029, frp.no, Rus, ${words}`);
  });

  test('has no page in formats without pages', () => {
    expect(describeSource({ ...programme, page: null }, nb)).toBe('Partiprogram 2025–2029, frp.no, Rus');
  });

  test('comes before the date and the period, and keeps that a period has expired', () => {
    const untold = { ...programme, title: 'Programmet', printedPage: '67' };
    expect(describeSource(untold, nb)).toBe(
      'Programmet, frp.no, Rus, side 69 i PDF-en (trykt side 67), 2025, perioden 2025–2029',
    );
    expect(describeSource({ ...programme, labels: ['expired'] }, nb)).toMatch(/i PDF-en \(perioden er utløpt\)$/u);
  });
});

test('what is said of a source when that is the question has the page', () => {
  expect(provenance({ ...programme, printedPage: '67' }, nb)).toBe(
    'frp.no, side 69 i PDF-en (trykt side 67), 2025, perioden 2025–2029',
  );
});
