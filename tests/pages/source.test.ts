import type { Document } from '../../src/domain.js';
import { createPages, type Pages } from '../../src/pages/pages.js';
import { document, marks, paged, party, shownText } from './sample.js';

function pagesOf(known: Document): Pages {
  return createPages({
    parties: [party('a', 'Apartiet')],
    documents: [known],
    currentYear: 2026,
    operator: { name: null, privacyUrl: null, termsUrl: null },
  });
}

describe('a programme of 180 pages', () => {
  const text = 'Vi vil at alle skal ha et trygt sted å bo, og at ingen skal stå alene. '.repeat(3);
  const programme = paged(
    Array.from({ length: 180 }, (_, index) => index + 1).flatMap((page) => [
      ['heading', page, `Kapittel ${page}`] as const,
      ...Array.from({ length: 10 }, () => ['bullet', page, text] as const),
      ['paragraph', page, page === 180 ? text : `Denne setningen går |over siden. ${text}`] as const,
    ]),
    { url: 'https://www.a.example/filer/program.pdf?v=2#topp', printedPages: { 69: '67' } },
  );
  const site = pagesOf(programme);
  const html = site.source('a', 'dok', null) ?? '';
  const start = programme.body.indexOf('Denne', programme.body.indexOf('Kapittel 69'));
  const cited = site.source('a', 'dok', { start, end: start + 'Denne setningen går over siden.'.length }) ?? '';

  test('costs little more than its text', () => {
    expect(html.match(/<section class="sheet"/g)).toHaveLength(180);
    expect(html.length).toBeLessThan(1.3 * programme.body.length);
  });

  test('has a plain link to every page and every heading, each to an id that is there once', () => {
    const links = [...html.matchAll(/<a href="#((?:side|avsnitt)-[^"]*)"/g)].map(([, id = '']) => id);
    expect(links).toHaveLength(360);
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id = '']) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(links.filter((id) => !ids.includes(id))).toEqual([]);
    expect(html).toContain('<summary>Gå til side</summary>');
    expect(html).toContain('<a href="#side-69">69</a>');
    expect(shownText(html)).toContain('Kapittel 69 side 69');
  });

  test('needs no script', () => {
    expect(html).not.toMatch(/<script|<button|<select|<form/);
  });

  test('leads to the cited page of the original', () => {
    expect(marks(cited)).toEqual(['Denne setningen går ', 'over siden.']);
    expect(cited).toContain(
      '<p class="cited-place">Side 69 i PDF-en (trykt side 67). <a href="https://www.a.example/filer/program.pdf?v=2#page=69" rel="noopener noreferrer">Åpne originalen på side 69</a></p>',
    );
    expect(html).not.toContain('#page=');
    expect(html).toContain('v=2#topp" rel="noopener noreferrer">a.example (PDF)</a>');
  });

  test('has its length among the facts, there and in the list of sources', () => {
    expect(shownText(html)).toContain('Omfang180 sider');
    expect(shownText(site.sources())).toContain('uten dato · 180 sider');
    expect(site.sources()).toContain('>Originalen på a.example (PDF)</a>');
  });

  test('counts only pages that text was read from', () => {
    const some = pagesOf(
      paged([
        ['paragraph', 5, 'En |to'],
        ['paragraph', 9, 'tre'],
      ]),
    );
    expect(shownText(some.sources())).toContain('· 3 sider');
    expect(shownText(pagesOf(paged([['paragraph', 3, 'En']])).sources())).toContain('· 1 side');
  });
});

describe('what leads about in a document', () => {
  const headings = (count: number) =>
    Array.from({ length: count }, (_, index) => ['heading', `<i>Avsnitt ${index + 1}</i>`] as const);

  test('is left out of a short text without pages', () => {
    const html = pagesOf(document(headings(12))).source('a', 'dok', null);
    expect(html).not.toMatch(/<details|class="jump"|Omfang/);
  });

  test('is a table of contents from thirteen headings on, with the headings shown as text', () => {
    const html = pagesOf(document(headings(13))).source('a', 'dok', null) ?? '';
    const [contents = ''] = /<nav class="contents".*?<\/nav>/s.exec(html) ?? [];
    expect(contents.match(/<li/g)).toHaveLength(13);
    expect(contents).toContain('<a href="#avsnitt-0">&lt;i&gt;Avsnitt 1&lt;/i&gt;</a>');
    expect(html).not.toContain('Gå til side');
  });

  test('shows how headings belong together, counted from the topmost', () => {
    const levels = [2, 3, 6, ...Array.from({ length: 10 }, () => 2)];
    const plain = document(headings(13));
    const blocks = plain.blocks.map((block, at) => ({ ...block, level: levels[at] ?? 2 }));
    const html = pagesOf({ ...plain, blocks }).source('a', 'dok', null) ?? '';
    expect(html.match(/<li class="depth-\d">/g)).toEqual(['<li class="depth-1">', '<li class="depth-3">']);
  });

  test('is a list of pages from two pages on', () => {
    expect(pagesOf(paged([['paragraph', 1, 'En']])).source('a', 'dok', null)).not.toContain('Gå til side');
    expect(pagesOf(paged([['paragraph', 1, 'En |to']])).source('a', 'dok', null)).toContain('Gå til side');
  });
});

describe('the original of a cited slice', () => {
  const span = { start: 0, end: 5 };

  test('is linked as it is when the document has no pages', () => {
    const html = pagesOf(document([['paragraph', 'Tekst.']], { url: 'https://a.example/dok.pdf' })).source(
      'a',
      'dok',
      span,
    );
    expect(html).toContain('<a href="https://a.example/dok.pdf" rel="noopener noreferrer">Åpne originalen</a>');
  });

  test('is opened on the page also where the address does not end in .pdf', () => {
    const html = pagesOf(paged([['paragraph', 7, 'Tekst.']], { url: 'https://a.example/last-ned/12' })).source(
      'a',
      'dok',
      span,
    );
    expect(html).toContain('href="https://a.example/last-ned/12#page=7"');
  });

  test.each([null, 'javascript:alert(1)//program.pdf'])('is not linked when the address is %s', (url) => {
    const html = pagesOf(paged([['paragraph', 7, 'Tekst.']], { url })).source('a', 'dok', span) ?? '';
    expect(html).toContain('<p class="cited-place">Side 7 i PDF-en. </p>');
    expect(html).not.toContain('Åpne originalen');
    expect(html).not.toMatch(/href="javascript/i);
  });
});
