import { createPages } from '../../src/pages/pages.js';
import { document, marks, party, shownText } from './sample.js';

const hostile = '</title><script>alert(1)</script>"\'&';

const parties = [
  party('b', 'Ålpartiet'),
  party('a', 'Apartiet'),
  party('ung', 'Aungdommen', 'a'),
  party('c', 'Cpartiet'),
];
const documents = [
  document([['paragraph', 'Tekst.']], { title: 'Eldst', published: '2019', url: 'https://www.a.example/dok?a=1&b=2' }),
  document([['paragraph', 'Tekst.']], {
    id: 'a/innlegg',
    title: 'Nyest',
    kind: 'op-ed',
    published: '2021-03',
    publisher: 'Avisa',
    authorRole: 'local politician',
  }),
  document([['paragraph', 'Tekst.']], {
    id: 'b/utkast',
    party: 'b',
    kind: 'draft-programme',
    period: { from: 2021, to: 2025 },
    adoptedBy: 'landsstyret',
  }),
  document([['paragraph', 'Ein tekst.']], { id: 'ung/vedtak', party: 'ung', language: 'nn', kind: 'resolution' }),
];

const pages = createPages({
  parties,
  documents,
  currentYear: 2026,
  operator: {
    name: 'Avisa & co',
    privacyUrl: 'https://avisa.example/personvern',
    termsUrl: 'https://avisa.example/vilkår',
  },
});

function source(of: string, slug: string): string {
  const html = pages.source(of, slug, null);
  if (html === null) throw new Error(`no page for ${of}/${slug}`);
  return html;
}

describe('every page', () => {
  const all = {
    home: pages.home(),
    sources: pages.sources(),
    source: source('a', 'dok'),
    demo: pages.demo('https://bot.example'),
    'not found': pages.notFound(),
  };
  test.each(Object.entries(all))('is whole, in bokmål, and needs nothing inline: %s', (_name, html) => {
    expect(html).toMatch(/^<!doctype html>\n<html lang="nb">/);
    expect(html).toContain('<meta name="viewport" content="width=device-width, initial-scale=1">');
    expect(html).toContain('<a class="skip" href="#innhold">Hopp til innholdet</a>');
    expect(html.match(/<main id="innhold"/g)).toHaveLength(1);
    expect(html.match(/<h1\b/g)).toHaveLength(1);
    expect(html).toContain('Ansvarlig for tjenesten: Avisa &amp; co');
    expect(html).toContain('<a href="https://avisa.example/personvern">Personvern</a>');
    expect(html).toContain('<a href="https://avisa.example/vilkår">Vilkår</a>');
    expect(html).not.toMatch(/<style|style=|<script(?! async src="\/widget\.js")|\son\w+=/);
    for (const [, asset] of html.matchAll(/(?:src|<link[^>]* href)="([^"]*)"/g))
      expect(asset).toMatch(/^\/widget(?:\/|\.js$)/);
  });

  test('says nothing of who runs it when that is not known', () => {
    const anonymous = createPages({
      parties,
      documents,
      currentYear: 2026,
      operator: { name: null, privacyUrl: null, termsUrl: null },
    });
    for (const absent of ['Ansvarlig', 'Personvern', 'Vilkår']) expect(anonymous.home()).not.toContain(absent);
  });
});

test('the front page gives the promise, and the sources to those without JavaScript', () => {
  const html = pages.home();
  expect(html).toContain('Partienes egne ord, ordrett og med kilde – eller beskjed om at de ikke nevner det.');
  expect(/<noscript>.*?<\/noscript>/s.exec(html)?.[0]).toContain('<a href="/kilder">');
});

test('the front page has the chat in its flow, and the page for embedding has it as a button', () => {
  expect(pages.home()).toContain('<standpunkt-chat></standpunkt-chat>');
  expect(pages.demo('https://bot.example')).toContain('<script async src="/widget.js" data-mode="button"');
});

test('the snippet names where the service is reached, and nothing that is said there is obeyed', () => {
  expect(shownText(pages.demo('https://bot.example'))).toContain(
    '<script async src="https://bot.example/widget.js" data-language="nb"></script>',
  );
  expect(pages.demo(`https://x"'>${hostile}`)).not.toMatch(/<script>|x"'>/);
});

test('the surroundings of a quote name the party, and a document that does not exist has none', () => {
  expect(pages.excerpt('a', 'dok', { start: 0, end: 6 })).toMatchObject({
    document: 'a/dok',
    party: 'Apartiet',
    title: 'Eldst',
    quote: 'Tekst.',
    viewer: '/kilder/a/dok?t=0-6#t',
  });
  for (const [of, slug] of [
    ['a', 'finnes-ikke'],
    ['__proto__', 'constructor'],
    ['..', 'a/dok'],
  ] as const)
    expect(pages.excerpt(of, slug, { start: 0, end: 6 })).toBeNull();
});

describe('the list of sources', () => {
  const html = pages.sources();

  test('groups documents by party in alphabetical order, newest first, and names the parties without any', () => {
    const headings = [...html.matchAll(/<h[23][^>]*>(.*?)<\/h[23]>/g)].map(([, inner = '']) => shownText(inner));
    expect(headings).toEqual([
      'Apartiet',
      'Nyest',
      'Eldst',
      'Aungdommen',
      'Et dokument',
      'Ålpartiet',
      'Et dokument',
      'Partier uten dokumenter',
    ]);
    expect(shownText(html)).toContain('Det sier ingenting om hva de mener: Cpartiet.');
  });

  test('says of each what it is, from when, by whom, and leads to it and to the original', () => {
    const text = shownText(html);
    expect(text).toContain('Leserinnlegg · mars 2021 · utgitt av Avisa');
    expect(text).toContain('Utkast til partiprogram · uten dato · gjelder 2021–2025 (utløpt) · vedtatt av landsstyret');
    expect(html).toContain('<a href="/kilder/ung/vedtak" lang="nn">');
    expect(html).toContain(
      '<a href="https://www.a.example/dok?a=1&amp;b=2" rel="noopener noreferrer">Originalen på a.example</a>',
    );
  });
});

describe('the page of a document', () => {
  test.each([
    ['a', 'innlegg', 'Dette er et leserinnlegg. Det er forfatterens egne ord og ikke vedtatt av partiet.'],
    ['b', 'utkast', 'Dette er et utkast. Det er ikke vedtatt, og teksten kan bli endret.'],
    ['b', 'utkast', 'Perioden 2021–2025 er utløpt. Partiet kan ha vedtatt noe annet siden.'],
    ['ung', 'vedtak', 'Aungdommen er en ungdomsorganisasjon. Det den mener, er ikke nødvendigvis det Apartiet mener.'],
  ])('warns in words: %s/%s', (of, slug, warning) => {
    expect(source(of, slug)).toContain(`<p class="warning">${warning}</p>`);
  });

  test('does not warn of what is a plain position of a party', () => {
    expect(source('a', 'dok')).not.toContain('class="warning"');
  });

  test('does not call a period expired in its last year', () => {
    const inTime = createPages({
      parties,
      documents,
      currentYear: 2025,
      operator: { name: null, privacyUrl: null, termsUrl: null },
    });
    expect(inTime.source('b', 'utkast', null)).not.toContain('utløpt');
  });

  test('tells what is known of the document, in Norwegian', () => {
    const text = shownText(source('a', 'innlegg'));
    for (const fact of ['TypeLeserinnlegg', 'Publisertmars 2021', 'Utgitt avAvisa', 'Forfatterens rollelokalpolitiker'])
      expect(text).toContain(fact);
  });

  test('gives the language of the text', () => {
    expect(source('ung', 'vedtak')).toContain('<article class="document" lang="nn"');
  });

  test('marks the cited slice and links to it; ignores a span that is none', () => {
    const cited = pages.source('a', 'dok', { start: 0, end: 6 }) ?? '';
    expect(marks(cited)).toEqual(['Tekst.']);
    expect(cited).toContain('<a href="#t">Gå til sitatet</a>');
    const ignored = pages.source('a', 'dok', { start: 0, end: 600 });
    expect(ignored).toBe(source('a', 'dok'));
  });

  test.each([
    ['a', 'finnes-ikke'],
    ['__proto__', 'constructor'],
    ['..', 'a/dok'],
    ['', ''],
  ])('is null when there is no such document: %j/%j', (of, slug) => {
    expect(pages.source(of, slug, null)).toBeNull();
  });
});

describe('a long list of sources', () => {
  const names = Array.from({ length: 13 }, (_, index) => `Parti ${String.fromCodePoint(65 + index)}`);
  const many = (count: number): string =>
    createPages({
      parties: names.map((name, index) => party(`p${index}`, name)),
      documents: Array.from({ length: 40 }, (_, index) => index % count).map((of, index) =>
        document([['paragraph', 'Tekst.']], { id: `p${of}/d${index}`, party: `p${of}` }),
      ),
      currentYear: 2026,
      operator: { name: null, privacyUrl: null, termsUrl: null },
    }).sources();

  test('begins with links to its parties', () => {
    const html = many(13);
    const [list = ''] = /<nav class="party-list".*?<\/nav>/s.exec(html) ?? [];
    const links = [...list.matchAll(/<a href="#([^"]*)">(.*?)<\/a>/g)];
    expect(links.map(([, , name]) => name)).toEqual(names);
    for (const [, id] of links) expect(html).toContain(`<h2 id="${id}">`);
    expect(html.match(/<li class="document-entry">/g)).toHaveLength(40);
  });

  test('has none where a few parties are seen at a glance', () => {
    expect(many(6)).not.toContain('party-list');
  });
});

describe('hostile metadata and text', () => {
  const odd = document(
    [
      ['heading', hostile],
      ['paragraph', hostile],
    ],
    {
      id: `a/"><img src=x>`,
      title: hostile,
      publisher: hostile,
      authorRole: hostile,
      adoptedBy: hostile,
      url: `https://x.example/"onclick="alert(1)`,
    },
  );
  const site = createPages({
    parties: [party('a', hostile)],
    documents: [odd],
    currentYear: 2026,
    operator: { name: hostile, privacyUrl: null, termsUrl: null },
  });

  test('is shown and never obeyed', () => {
    for (const html of [site.sources(), site.source('a', '"><img src=x>', { start: 2, end: 12 }) ?? '']) {
      expect(html).not.toMatch(/<script>|<img|<\/title><|"onclick/);
      expect(shownText(html)).toContain(hostile);
    }
  });

  test.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'JaVaScRiPt:alert(1)',
    'ikke en adresse',
  ])('an address that is not http(s) is text, not a link: %s', (url) => {
    const known = document([['paragraph', 'Tekst.']], { url });
    const { sources, source: page } = createPages({
      parties,
      documents: [known],
      currentYear: 2026,
      operator: { name: null, privacyUrl: null, termsUrl: null },
    });
    for (const html of [sources(), page('a', 'dok', null) ?? '']) {
      expect(shownText(html)).toContain(url);
      for (const [, href] of html.matchAll(/href="([^"]*)"/g)) expect(href).toMatch(/^(?:\/|#)/);
    }
  });
});
