import fc from 'fast-check';
import type { FoundBlock } from '../../src/knowledge/assemble.js';
import { readHtml } from '../../src/knowledge/html/read-html.js';
import type { Reading } from '../../src/knowledge/reading.js';
import { UnreadableError } from '../../src/knowledge/unreadable-error.js';

const readBytes = async (bytes: Uint8Array): Promise<Reading> => readHtml(bytes, { isSkipped: () => false });
const read = (html: string): Promise<Reading> => readBytes(new TextEncoder().encode(html));
const marks = { heading: '#', paragraph: '', bullet: '*', 'lead-in': ':' };

/** "# " for each level of a heading, "* " for a bullet. */
const line = ({ kind, level, text }: FoundBlock): string =>
  kind === 'paragraph' ? text : `${marks[kind].repeat(level || 1)} ${text}`;
const linesOf = async (html: string): Promise<readonly string[]> => (await read(html)).blocks.map(line);

/** Long enough that the page is not refused for holding hardly any text. */
const filler =
  'Samfunnet må stille opp for ungdom som er på vei inn i et liv med rusavhengighet, og hjelpen må være tilgjengelig ' +
  'der folk bor, uten lange køer og uten at noen må be om den to ganger.';

/** What `main` holds, without the filler that stands at its end. */
async function linesInMain(html: string): Promise<readonly string[]> {
  const lines = await linesOf(`<body><main>${html}<hr>${filler}</main></body>`);
  expect(lines.at(-1)).toBe(filler);
  return lines.slice(0, -1);
}

async function refusal(bytes: Uint8Array): Promise<string> {
  try {
    await readBytes(bytes);
  } catch (error) {
    if (error instanceof UnreadableError) return `${error.message}; ${error.cure}`;
    throw error;
  }
  return 'it was read';
}

/** As a party's site sends it: cookie notice, menus, newsletter, photo credit, related articles, share buttons. */
const partyPage = `<!DOCTYPE html>
<html lang="nb"><head><meta charset="utf-8"><title>Rusomsorg - Partiet</title>
<style>.x{color:red}</style><script>window.dataLayer = [{ "sak": "Vi vil ikke vises" }];</script></head>
<body class="page-template has-cookie-notice menu-open">
<a class="skip-link screen-reader-text" href="#innhold">Hopp til innhold</a>
<div id="CybotCookiebotDialog" role="dialog"><h2>Vi bruker informasjonskapsler</h2>
<p>Vi bruker informasjonskapsler for å forbedre nettstedet. Les om personvern.</p><button>Godta alle</button></div>
<header class="site-header"><a href="/">Partiet</a>
<nav aria-label="Hovedmeny"><ul><li><a href="/">Meny</a></li><li><a href="/bli">Bli medlem</a></li><li><a href="/r">Resolusjoner</a></li></ul></nav></header>
<div class="breadcrumbs"><a href="/">Hjem</a> / <a href="/politikk">Politikk</a> / Rusomsorg</div>
<div id="page"><div class="content-with-sidebar"><div class="entry">
<h1>Rusomsorg</h1>
<div class="share-buttons"><a href="#f">Del på Facebook</a><a href="#t">Del på Twitter</a></div>
<p class="ingress">Partiet vil prioritere <strong>forebyggende</strong> arbeid.<br>Det er viktig for barn&nbsp;og unge.</p>
<figure><img src="x.jpg" alt="Bilde"><figcaption>Statsråd Kari Nordmann. Foto: Ola Hansen</figcaption></figure>
<h2>Raskere hjelp</h2>
<p>Fremskrittspartiet vil</p>
<ul><li>Styrke forebygging</li><li>Utvide bruk av <em>Naltrekson</em> og Nalokson
<ul><li>også i fengsel</li></ul></li></ul>
<p>© Colourbox</p>
<h3>Oppfølging</h3>
Tekst som står rett i en boks.
<div>Opptrappingsplanen for rus, hvor kommunene gis 2,4 mrd. kroner, er et viktig verktøy.</div>
<p>Er du enig med Arbeiderpartiet om Rus?</p>
<div style="display: none">Skjult utkast som ikke er vedtatt.</div>
<p hidden>Også skjult.</p>
<section class="related-articles"><h2>Les også</h2><article><h3>Et annet tema</h3><p>Om noe helt annet.</p></article></section>
<form class="mc-form"><h3>Meld deg på nyhetsbrevet</h3><label>E-post</label><input name="e"><button>Send</button></form>
</div><aside class="widget-area">Siste innlegg</aside></div></div>
<p>Pin It on Pinterest</p>
<footer>Partiet, Karl Johans gate 1. <a href="/personvern">Personvern</a></footer>
<noscript>Slå på JavaScript</noscript><script>alert(1)</script></body></html>`;

test('of a party page only the article is left', async () => {
  expect(await linesOf(partyPage)).toEqual([
    '# Rusomsorg',
    'Partiet vil prioritere forebyggende arbeid. Det er viktig for barn og unge.',
    '## Raskere hjelp',
    'Fremskrittspartiet vil',
    '* Styrke forebygging',
    '* Utvide bruk av Naltrekson og Nalokson',
    '* også i fengsel',
    '### Oppfølging',
    'Tekst som står rett i en boks.',
    'Opptrappingsplanen for rus, hvor kommunene gis 2,4 mrd. kroner, er et viktig verktøy.',
  ]);
});

describe('the main content is found', () => {
  const beside = '<div class="x1"><p>Andre saker på siden.</p></div>';
  const article = `<h2>Rus</h2><p>${filler}</p><p>${filler}</p>`;

  test.each([
    ['main', `${beside}<main>${article}</main>${beside}`],
    ['the role of main', `${beside}<div role="main">${article}</div>${beside}`],
    ['one article', `${beside}<article>${article}</article>${beside}`],
    ['the article that is longest', `<article>${article}</article><article><p>Kort om noe annet.</p></article>`],
    ['the densest block', `${beside}<div><div id="c">${article}</div></div>${beside}`],
    ['an article when main is empty', `<main id="app"></main><article>${article}</article>`],
  ])('by %s', async (_, body) => {
    expect(await linesOf(`<body>${body}</body>`)).toEqual(['## Rus', filler, filler]);
  });

  test('in all of several articles that are equally long', async () => {
    const articles = ['Rus', 'Skole', 'Helse'].map((name) => `<article><h2>${name}</h2><p>${filler}</p></article>`);
    expect(await linesOf(`<body><div>${articles.join('')}</div></body>`)).toEqual(
      ['## Rus', '## Skole', '## Helse'].flatMap((heading) => [heading, filler]),
    );
  });

  test('with the title that stands above it, unless that is the name of the site', async () => {
    const page = (title: string): string => `<body><header><h1>${title}</h1></header><main>${article}</main></body>`;
    expect((await linesOf(page('Ruspolitikk')))[0]).toBe('# Ruspolitikk');
    expect((await linesOf(page('<a href="/">Partiet</a>')))[0]).toBe('## Rus');
  });

  test('without the title of a notice above it', async () => {
    const notice = '<div id="cookie-modal"><h1>Vi bruker informasjonskapsler</h1><p>Godta?</p></div>';
    expect((await linesOf(`<body>${notice}<main>${article}</main></body>`))[0]).toBe('## Rus');
  });

  test('in a page that is all one form', async () => {
    const page = `<body><form id="aspnetForm"><input type="hidden"><div>${article}</div></form></body>`;
    expect(await linesOf(page)).toEqual(['## Rus', filler, filler]);
  });
});

describe('what is no text of the document is left out', () => {
  test.each([
    [
      'a cookie notice without a telling name',
      '<div class="q7"><p>Vi bruker cookies på siden.</p><button>Godta</button></div>',
    ],
    ['a consent tool', '<div id="onetrust-banner-sdk"><p>Vi og våre partnere lagrer data.</p></div>'],
    ['a newsletter form', '<div class="nyhetsbrev-boks"><p>Få nyheter fra oss hver uke.</p></div>'],
    ['a menu by its role', '<div role="navigation"><p>Temaer fra A til Å</p></div>'],
    [
      'a menu by its links',
      '<ul><li><a href="a">Skole</a></li><li><a href="b">Helse</a></li><li><a href="c">Klima</a></li></ul>',
    ],
    ['bread crumbs in Norwegian', '<div class="brødsmulesti">Hjem / Politikk</div>'],
    ['share buttons', '<div class="article__share">Del denne siden <a href="#">Facebook</a></div>'],
    [
      'related articles by their heading',
      '<div><h3>Les også:</h3><p><a href="x">Partiet krever mer politi</a></p></div>',
    ],
    ['links below a heading between them', '<h3>Relaterte saker</h3><p><a href="x">Partiet krever mer</a></p>'],
    ['a photo credit of its own', '<p>Foto: Ola Nordmann / NTB</p>'],
    ['a caption that ends in a credit', '<figure><figcaption>På Stortinget (Foto: NTB)</figcaption></figure>'],
    ['a credit by its name', '<span class="photo-credit">Kari Nordmann</span>'],
    ['a byline', '<div class="byline">Av Kari Nordmann</div>'],
    ['a date line', '<p>Publisert: 12.03.2021</p>'],
    ['a link to more', '<p><a href="x">Les mer om ruspolitikken vår</a></p>'],
    [
      'hidden text',
      '<p aria-hidden="true">Skjult.</p><p style="DISPLAY:none">Skjult.</p><p class="sr-only">Skjult.</p>',
    ],
    ['struck-out text', '<p><del>Vi vil legalisere.</del></p>'],
    ['drawings and frames', '<svg><text>Tegning</text></svg><iframe>Ramme</iframe><template>Mal</template>'],
    ['a window', '<dialog open>Bli medlem!</dialog><div aria-modal="true">Støtt oss!</div>'],
  ])('%s', async (_, html) => {
    expect(await linesInMain(`<p>Vi vil.</p>${html}`)).toEqual(['Vi vil.']);
  });

  test('but never a chapter whose id is a topic of politics', async () => {
    for (const id of ['samtykke', 'sosiale-medier', 'deling', 'meny-i-skolen', 'samtykke-i-voldtektslov']) {
      expect(await linesInMain(`<section id="${id}"><h2>Tema</h2><p>${filler}</p></section>`)).toEqual([
        '## Tema',
        filler,
      ]);
    }
  });

  test('but never a section that is labelled or filed under a topic', async () => {
    const section = `<h2>Tema</h2><p>${filler}</p>`;
    expect(await linesInMain(`<section aria-label="Reform av NAV">${section}</section>`)).toEqual(['## Tema', filler]);
    expect(await linesInMain(`<div class="category-nav tag-samtykke">${section}</div>`)).toEqual(['## Tema', filler]);
  });

  test('but never the container of the text for what it is called', async () => {
    for (const name of ['page-with-sidebar', 'content menu', 'has-cookie-notice', 'share-wrapper']) {
      const lines = await linesOf(`<body><div class="${name}"><h2>Rus</h2><p>${filler}</p></div></body>`);
      expect(lines).toEqual(['## Rus', filler]);
    }
  });

  test('but a text about cookies and one about newsletters stay', async () => {
    const about = 'Partiet vil ikke tillate informasjonskapsler som ingen har godtatt, og vil ha færre nyhetsbrev.';
    expect(await linesInMain(`<p>${about} <a href="x">Hele saken.</a></p>`)).toEqual([`${about} Hele saken.`]);
  });

  test('but a list of long linked demands stays', async () => {
    const demands = ['rus', 'skole', 'helse'].map(
      (topic) => `Partiet vil styrke arbeidet med ${topic} i alle landets kommuner og fylker de neste årene.`,
    );
    const list = demands.map((demand) => `<li><a href="x">${demand}</a></li>`).join('');
    expect(await linesInMain(`<ul>${list}</ul>`)).toEqual(demands.map((demand) => `* ${demand}`));
  });
});

describe('text is split where the page splits it', () => {
  test('div soup at block level, inline elements nowhere', async () => {
    const soup = '<div>Én<div>To <b>fe</b><span>te</span> ord</div>Tre<span> og </span><a href="x">fire</a></div>';
    expect(await linesInMain(soup)).toEqual(['Én', 'To fete ord', 'Tre og fire']);
  });

  test('nested lists, each item by itself', async () => {
    const list = '<ol><li>A<ul><li><p>B</p></li><li>C</li></ul></li><li><div>D</div></li></ol>';
    expect(await linesInMain(list)).toEqual(['* A', '* B', '* C', '* D']);
  });

  test('a list item of two paragraphs is one bullet, one under a heading is text', async () => {
    expect(await linesInMain('<ul><li><p>Vi vil.</p><p>Det er nødvendig.</p></li></ul>')).toEqual([
      '* Vi vil. Det er nødvendig.',
    ]);
    expect(await linesInMain('<ul><li><h3>Rus</h3><p>Vi vil.</p><p>Mer.</p></li></ul>')).toEqual([
      '### Rus',
      'Vi vil.',
      'Mer.',
    ]);
  });

  test('line breaks are spaces, two of them a new paragraph, bulleted lines bullets', async () => {
    expect(await linesInMain('<p>Én<br>linje<br><br>Ny</p>')).toEqual(['Én linje', 'Ny']);
    expect(await linesInMain('<p>Vi vil:<br>• styrke<br>hjelpen<br>• bygge</p>')).toEqual([
      'Vi vil:',
      '* styrke hjelpen',
      '* bygge',
    ]);
    expect(await linesInMain('<div>- styrke<br/>- bygge<br/>- rive</div>')).toEqual(['* styrke', '* bygge', '* rive']);
    expect(await linesInMain('<p><strong>Rus</strong><br>Et helseproblem.</p>')).toEqual([
      '## Rus',
      'Et helseproblem.',
    ]);
  });

  test('list items of a page that Word saved', async () => {
    const word = (text: string): string =>
      `<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]>` +
      `<span style='mso-list:Ignore'>o<span>&nbsp;&nbsp; </span></span><![endif]>${text}<o:p></o:p></p>`;
    expect(await linesInMain(`${word('Styrke')}${word('Bygge')}`)).toEqual(['* Styrke', '* Bygge']);
  });

  test('definition lists, tables and quotations as paragraphs, terms as headings', async () => {
    expect(await linesInMain('<dl><dt>Hva vil dere?</dt><dd>Hjelpe.</dd></dl>')).toEqual([
      '## Hva vil dere?',
      'Hjelpe.',
    ]);
    expect(
      await linesInMain('<table><tr><th>Tiltak</th><td>LAR</td></tr><tr><td>•</td><td>styrke</td></tr></table>'),
    ).toEqual(['Tiltak', 'LAR', '* styrke']);
    expect(await linesInMain('<blockquote><p>Sitert.</p></blockquote>')).toEqual(['Sitert.']);
  });

  test('what an accordion opens is read, under the button that opens it', async () => {
    const accordion =
      '<h3><button aria-expanded="false" aria-controls="p1">Rus</button></h3><div id="p1" hidden><p>Vi vil hjelpe.</p></div>' +
      '<button aria-expanded="false" aria-controls="p2">Skole</button><div id="p2" hidden><p>Vi vil lære.</p></div>' +
      '<details><summary>Klima</summary><p>Vi vil kutte.</p></details><button>Vis mer</button>';
    expect(await linesInMain(accordion)).toEqual([
      '### Rus',
      'Vi vil hjelpe.',
      '#### Skole',
      'Vi vil lære.',
      '#### Klima',
      'Vi vil kutte.',
    ]);
  });

  test('an introduction that is marked up as a heading is text', async () => {
    expect(await linesInMain(`<h2>${filler}</h2><h2>Rus</h2>`)).toEqual([filler, '## Rus']);
  });

  test('marks of notes, soft hyphens and invisible characters are not in the text', async () => {
    const note = 'Vi vil<sup><a href="#n1">[1]</a></sup> styrke rus&shy;omsorgen\u200b i CO<sub>2</sub>-året\u202e.';
    expect(await linesInMain(`<p>${note}</p>`)).toEqual(['Vi vil styrke rusomsorgen i CO2-året.']);
  });

  test('entities are decoded once', async () => {
    expect(await linesInMain('<p>&laquo;A&raquo; &amp;lt;b&amp;gt; &#8211; &aelig;&nbsp;ø</p>')).toEqual([
      '«A» &lt;b&gt; – æ ø',
    ]);
  });
});

describe('letters are decoded', () => {
  const page = (declared: string): string =>
    `<html><head>${declared}</head><body><p>Blåbær – «ærlig» ${filler}</p></body></html>`;
  /** Windows-1252 as saved by a browser; the characters above 0xff that the page uses have their own places. */
  const windows = (text: string): Uint8Array => Buffer.from(text.replaceAll('–', '\u0096'), 'latin1');
  const utf16 = (text: string): Uint8Array => Buffer.from(`\ufeff${text}`, 'utf16le');
  const expected = `Blåbær – «ærlig» ${filler}`;

  test.each([
    ['UTF-8 that says so', Buffer.from(page('<meta charset="utf-8">'))],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${page('')}`)],
    ['UTF-8 that says it is something else', Buffer.from(page('<meta charset="iso-8859-1">'))],
    ['windows-1252', windows(page('<meta charset=windows-1252>'))],
    ['ISO 8859-1', windows(page('<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-1">'))],
    ['bytes that say nothing', windows(page(''))],
    ['bytes that say they are UTF-8 and are not', windows(page('<meta charset="utf-8">'))],
    ['bytes that say something unknown', windows(page('<meta charset="x-tull">'))],
    ['UTF-16', utf16(page(''))],
  ])('%s', async (_, bytes) => {
    const { blocks, warnings } = await readBytes(bytes);
    expect(blocks.map(line)).toEqual([expected]);
    expect(warnings).toEqual([]);
  });

  test('one damaged letter in UTF-8 is told and leaves the others', async () => {
    const whole = Buffer.from(page('<meta charset="utf-8">'));
    const at = whole.indexOf('Samfunnet');
    const bytes = Buffer.concat([whole.subarray(0, at), Buffer.from([0xe6]), whole.subarray(at)]);
    const { blocks, warnings } = await readBytes(bytes);
    expect(blocks.map(line)).toEqual([expected.replace('Samfunnet', '\ufffdSamfunnet')]);
    expect(warnings).toEqual([expect.objectContaining({ what: expect.stringMatching(/^damaged letters.*: 1$/u) })]);
  });
});

test.each([
  [
    'a page that scripts fill',
    Buffer.from('<body><div id="root"></div><script src="a.js"></script></body>'),
    /hardly any text.*scripts/u,
  ],
  ['nothing', new Uint8Array(), /hardly any text/u],
  ['a menu and nothing else', Buffer.from(`<nav>${filler}</nav>`), /hardly any text/u],
  ['a PDF', Buffer.from(`%PDF-1.7 ${filler}`), /not a web page.*ending/u],
  ['a Word file', Buffer.from('504b030414000600', 'hex'), /not a web page/u],
  ['zeros', Buffer.alloc(500), /not a web page/u],
  ['more than ten million characters', Buffer.from(`<p>${'å '.repeat(5_000_001)}`), /ten million/u],
  ['more than 150 000 tags', Buffer.from('<b>'.repeat(150_001)), /150 000 tags/u],
])('%s is refused with what to do', async (_, bytes, says) => {
  expect(await refusal(bytes)).toMatch(says);
});

test.each([
  ['unclosed', `<div><p><b>Vi<ul><li>vil<table><tr><td>${filler}`],
  ['closed too often', `</div></p></html><p>${filler}</b></i></p></body></p>`],
  ['crossed', `<b><p>${filler}</b></p><i><div></i></div>`],
  ['cut off in a tag', `<p>${filler}</p><a href="x`],
  ['cut off in a comment', `<p>${filler}</p><!-- kommentar`],
  ['ten thousand deep', `${'<div><span>'.repeat(5_000)}${filler}`],
])('broken HTML is read: %s', async (_, html) => {
  expect((await read(html)).blocks.some(({ text }) => text.endsWith(filler))).toBe(true);
});

test('every word of the blocks stands in the text, in the same order, with no tags or entities', async () => {
  const word = fc.stringMatching(/^[a-zæøåA-ZÆØÅ0-9§«».,:;!?-]{1,12}$/u);
  const tag = fc.constantFrom('p', 'div', 'li', 'h2', 'h4', 'b', 'span', 'td', 'br', 'dt', 'blockquote', 'em');
  const piece = fc.oneof(
    word,
    word,
    tag.map((name) => `<${name}>`),
    tag.map((name) => `</${name}>`),
    fc.constantFrom('<ul>', '</ul>', '<table><tr>', '</table>', '&nbsp;', '<!-- x -->', '<p', '<'),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 60 }), async (pieces) => {
      const blocks = (await read(`<main>${pieces.join(' ')}<p>${filler}</p></main>`)).blocks;
      const found = blocks.map(({ text }) => text).join(' ');
      const original = [...pieces, ...filler.split(' ')].join(' ');
      let at = 0;
      for (const next of found.split(/\s+/u)) {
        at = original.indexOf(next, at);
        expect(at).toBeGreaterThanOrEqual(0);
        at += next.length;
      }
      expect(found).not.toMatch(/<\/?(?:p|div|li|h\d|b|span|td|br|dt|ul|table|em)\b[^<]*>|&nbsp;/u);
    }),
    { numRuns: 300 },
  );
});

test('no word of ordinary text is lost or doubled', async () => {
  const word = fc.stringMatching(/^[a-zæøå]{2,10}$/u).filter((text) => !/^(?:meny|lukk|del)$/u.test(text));
  const shape = fc.constantFrom('p', 'div', 'li', 'h3', 'td', 'strong', 'dd');
  const source = fc.array(fc.tuple(shape, fc.array(word, { minLength: 3, maxLength: 20 })), { maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(source, async (parts) => {
      const html = parts.map(([name, words]) => `<${name}>${words.join(' ')}</${name}>`).join('\n');
      const found = (await linesInMain(html)).map((text) => text.replace(/^(?:#+|\*) /u, '')).join(' ');
      expect(found).toBe(parts.flatMap(([, words]) => words).join(' '));
    }),
    { numRuns: 100 },
  );
});
