import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import type { FoundBlock } from '../../src/knowledge/assemble.js';
import { readDocx } from '../../src/knowledge/docx/read-docx.js';
import type { Reading } from '../../src/knowledge/reading.js';
import { UnreadableError } from '../../src/knowledge/unreadable-error.js';
import { docx, docxParts, item, paragraph, run, withLyingSizes } from './fixtures-docx.js';

const read = async (bytes: Uint8Array): Promise<Reading> => readDocx(bytes, { isSkipped: () => false });
const marks = { heading: '#', paragraph: '', bullet: '*', 'lead-in': ':' };

/** "# " for each level of a heading, "* " for a bullet. */
const line = ({ kind, level, text }: FoundBlock): string =>
  kind === 'paragraph' ? text : `${marks[kind].repeat(level || 1)} ${text}`;
const linesOf = async (body: string, styles?: string): Promise<readonly string[]> =>
  (await read(docx(body, styles))).blocks.map(line);

/** Not deflated, so that text which repeats itself is no bomb. */
const stored = (body: string): Uint8Array => zipSync(docxParts(body), { level: 0 });

async function refusal(bytes: Uint8Array): Promise<string> {
  try {
    await read(bytes);
  } catch (error) {
    if (error instanceof UnreadableError) return `${error.message}; ${error.cure}`;
    throw error;
  }
  return 'it was read';
}

test('a programme comes out as headings, paragraphs and bullets, without pages', async () => {
  const { blocks, printedPages, warnings } = await read(
    docx(
      [
        paragraph('Rusomsorg', 'Overskrift1'),
        paragraph('Å legge til rette for gode oppvekstsvilkår er viktig.'),
        paragraph('Raskere hjelp', 'Overskrift2'),
        paragraph('Partiet vil:'),
        item('Styrke forebygging'),
        item('Bruke 2,4 mrd. kroner på § 12-soning'),
        paragraph('Politiet spillet en viktig rolle.'),
      ].join(''),
    ),
  );
  expect(blocks).toEqual([
    { kind: 'heading', level: 1, page: null, text: 'Rusomsorg' },
    { kind: 'paragraph', level: 0, page: null, text: 'Å legge til rette for gode oppvekstsvilkår er viktig.' },
    { kind: 'heading', level: 2, page: null, text: 'Raskere hjelp' },
    { kind: 'paragraph', level: 0, page: null, text: 'Partiet vil:' },
    { kind: 'bullet', level: 0, page: null, text: 'Styrke forebygging' },
    { kind: 'bullet', level: 0, page: null, text: 'Bruke 2,4 mrd. kroner på § 12-soning' },
    { kind: 'paragraph', level: 0, page: null, text: 'Politiet spillet en viktig rolle.' },
  ]);
  expect({ printedPages, warnings }).toEqual({ printedPages: {}, warnings: [] });
});

test('headings are told by outline level, inherited level and Norwegian name', async () => {
  const text = paragraph('Under overskriften.');
  expect(
    await linesOf(
      ['Tittel', 'Overskrift1', 'Overskrift2', 'Delkapittel', 'Kapittelnavn']
        .map((style) => paragraph(style, style) + text)
        .join(''),
    ),
  ).toEqual(
    ['# Tittel', '# Overskrift1', '## Overskrift2', '### Delkapittel', '# Kapittelnavn'].flatMap((heading) => [
      heading,
      'Under overskriften.',
    ]),
  );
});

test('lists of every kind are bullets, nested to the last step, each item by itself', async () => {
  const nested = [0, 1, 2, 5, 8, 1].map((step) => item(`Steg ${step}`, 1, step)).join('');
  expect(await linesOf(nested)).toEqual(['* Steg 0', '* Steg 1', '* Steg 2', '* Steg 5', '* Steg 8', '* Steg 1']);
  expect(await linesOf(item('Tall', 2) + item('Bokstav', 3) + item('Under', 2, 3))).toEqual([
    '* Tall',
    '* Bokstav',
    '* Under',
  ]);
  expect(await linesOf(paragraph('I stilen', 'Punktliste') + paragraph('I stilen over', 'Tiltak'))).toEqual([
    '* I stilen',
    '* I stilen over',
  ]);
});

test('bullets that were typed by hand lose their mark and nothing else', async () => {
  const typed = [
    'Partiet vil:',
    '• styrke hjelpen',
    '\uf0b7 ikke straffe',
    '- bygge ut',
    '- rive',
    '1) telle',
    '2) måle',
  ];
  expect(await linesOf(typed.map((text) => paragraph(text)).join(''))).toEqual([
    'Partiet vil:',
    '* styrke hjelpen',
    '* ikke straffe',
    '* bygge ut',
    '* rive',
    '* telle',
    '* måle',
  ]);
});

test('a dash that opens direct speech and a number that opens a date stay', async () => {
  const spoken = ['Slik er det.', '– Vi vil mer, sier hun.', '– Enig, sier han.', '2. juni vedtok vi dette.'];
  expect(await linesOf(spoken.map((text) => paragraph(text)).join(''))).toEqual(spoken);
});

test('short bold, large or capital paragraphs above text are headings', async () => {
  const bold = paragraph(run('Ruspoli', '<w:b/>') + run('tikk', '<w:b/>'));
  const large = paragraph(run('Helse og omsorg', '<w:sz w:val="32"/>'));
  const text = paragraph('Dette er brødtekst som står under overskriften.');
  expect(await linesOf(paragraph('Program', 'Overskrift1') + bold + text + large + text)).toEqual([
    '# Program',
    '## Ruspolitikk',
    'Dette er brødtekst som står under overskriften.',
    '## Helse og omsorg',
    'Dette er brødtekst som står under overskriften.',
  ]);
  expect((await linesOf(paragraph('JUSTIS OG BEREDSKAP') + text))[0]).toBe('## JUSTIS OG BEREDSKAP');
});

test('bold text that says something is no heading', async () => {
  const bold = (text: string): string => paragraph(run(text, '<w:b/>'));
  const text = paragraph('Brødtekst.');
  expect(await linesOf(bold('Vi sier nei til heroinassistert behandling.') + text)).toEqual([
    'Vi sier nei til heroinassistert behandling.',
    'Brødtekst.',
  ]);
  expect(await linesOf(bold('Nei til A') + bold('Nei til B') + bold('Nei til C') + text)).toEqual([
    'Nei til A',
    'Nei til B',
    'Nei til C',
    'Brødtekst.',
  ]);
  expect(await linesOf(text + bold('Siste linje'))).toEqual(['Brødtekst.', 'Siste linje']);
  expect(await linesOf(paragraph(run('Vi vil ') + run('ikke', '<w:b/>')) + text)).toEqual([
    'Vi vil ikke',
    'Brødtekst.',
  ]);
});

test('a heading that the bullets below complete is their lead-in', async () => {
  const vil = paragraph('Partiet vil', 'Overskrift2') + item('Styrke hjelpen');
  expect(await linesOf(paragraph('Rus', 'Overskrift1') + vil)).toEqual(['# Rus', 'Partiet vil', '* Styrke hjelpen']);
  expect(await linesOf(paragraph('Vi vil:', 'Overskrift2') + paragraph('Tekst.'))).toEqual(['## Vi vil:', 'Tekst.']);
});

test('each paragraph of a table cell is a paragraph', async () => {
  const cell = (...texts: readonly string[]): string => `<w:tc>${texts.map((text) => paragraph(text)).join('')}</w:tc>`;
  const table = `<w:tbl><w:tr>${cell('Tiltak')}${cell('Kostnad')}</w:tr><w:tr>${cell('LAR', 'Utvides.')}${cell('2 mrd.')}</w:tr></w:tbl>`;
  expect(await linesOf(paragraph('Før.') + table + paragraph('Etter.'))).toEqual([
    'Før.',
    'Tiltak',
    'Kostnad',
    'LAR',
    'Utvides.',
    '2 mrd.',
    'Etter.',
  ]);
});

test('footnotes and comments are left out with their marks', async () => {
  const noted = run('Vi vil styrke LAR') + '<w:r><w:footnoteReference w:id="2"/></w:r>' + run('.');
  const commented = run('Og mer.') + '<w:r><w:commentReference w:id="0"/></w:r>';
  expect(await linesOf(paragraph(noted) + paragraph(commented))).toEqual(['Vi vil styrke LAR.', 'Og mer.']);
});

test('deleted, moved, struck-out and hidden text is not shown, and open changes are told', async () => {
  const body = [
    paragraph(
      run('Vi vil ') +
        `<w:del w:id="1" w:author="Kari"><w:r><w:delText>legalisere</w:delText></w:r></w:del>` +
        `<w:ins w:id="2" w:author="Kari">${run('forby')}</w:ins>` +
        run(' cannabis.'),
    ),
    `<w:p><w:moveFrom w:id="3">${run('Flyttet bort.')}</w:moveFrom></w:p>`,
    `<w:p><w:moveTo w:id="3">${run('Flyttet hit.')}</w:moveTo></w:p>`,
    paragraph(run('Straffen ') + run('ikke ', '<w:strike/>') + run('aldri ', '<w:dstrike/>') + run('skal virke.')),
    paragraph(run('Synlig.') + run(' Skjult.', '<w:vanish/>') + run(' Også synlig.', '<w:vanish w:val="0"/>')),
  ].join('');
  const { blocks, warnings } = await read(docx(body));
  expect(blocks.map(line)).toEqual([
    'Vi vil forby cannabis.',
    'Flyttet hit.',
    'Straffen skal virke.',
    'Synlig. Også synlig.',
  ]);
  expect(warnings.map(({ what }) => what)).toEqual([expect.stringContaining('tracked changes')]);
});

test('breaks, tabs and fields leave no words glued or lost, and a hard hyphen stays', async () => {
  const broken = ['<w:br/>', '<w:cr/>', '<w:br w:type="page"/>', '<w:tab/>', '<w:ptab/>']
    .map((tag, index) => `<w:r><w:t>ord${index}</w:t>${tag}</w:r>`)
    .join('');
  const field = `<w:fldSimple w:instr=" DOCPROPERTY Navn ">${run('Framstegspartiet')}</w:fldSimple>`;
  const hyphen = '<w:r><w:t>18</w:t><w:noBreakHyphen/><w:t>åringer og rus</w:t><w:softHyphen/><w:t>omsorg</w:t></w:r>';
  expect(await linesOf(paragraph(broken + field) + paragraph(hyphen))).toEqual([
    'ord0 ord1 ord2 ord3 ord4 Framstegspartiet',
    '18\u2011åringer og rusomsorg',
  ]);
});

test('soft line breaks between typed bullets and below a bold line separate them', async () => {
  const lines = ['Vi vil:', '• styrke', '• bygge'].map((text) => `<w:r><w:t>${text}</w:t><w:br/></w:r>`).join('');
  const titled = run('Rus', '<w:b/>') + '<w:r><w:br/></w:r>' + run('Rus er et helseproblem.');
  expect(await linesOf(paragraph(lines) + paragraph(titled))).toEqual([
    'Vi vil:',
    '* styrke',
    '* bygge',
    '## Rus',
    'Rus er et helseproblem.',
  ]);
});

test('a table of contents is left out, with and without its style', async () => {
  const styled = paragraph(run('Rusomsorg') + '<w:r><w:tab/></w:r>' + run('12'), 'INNH1');
  const linked = `<w:p><w:hyperlink w:anchor="_Toc123">${run('Helse')}<w:r><w:tab/></w:r>${run('14')}</w:hyperlink></w:p>`;
  expect(await linesOf(styled + linked + paragraph('Skole ........ 17') + paragraph('Vi vil mer.'))).toEqual([
    'Vi vil mer.',
  ]);
});

test('a text box is read and an outside picture is not fetched', async () => {
  const box = `<w:r><mc:AlternateContent><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>${paragraph('I boksen.')}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
  const picture = '<w:r><w:pict><v:shape><v:imagedata r:id="rId9"/></v:shape></w:pict></w:r>';
  expect(await linesOf(paragraph(run('Tekst.') + box + picture))).toEqual(['Tekst.', 'I boksen.']);
});

test('a style map inside the file changes nothing', async () => {
  const parts = { ...docxParts(paragraph('Tekst.')), 'mammoth/style-map': strToU8('p => !') };
  expect((await read(zipSync(parts))).blocks.map(line)).toEqual(['Tekst.']);
});

test('text that looks like markup is text', async () => {
  expect(await linesOf(paragraph('A &lt;b&gt; &amp;amp; B'))).toEqual(['A <b> &amp; B']);
});

test('a document with no text has no blocks', async () => {
  expect(await linesOf('<w:p/><w:p/>')).toEqual([]);
});

test.each([
  ['a text', strToU8('Rusomsorg\n\nVi vil styrke hjelpen.'), /not a Word file.*ending/u],
  ['a PDF', strToU8('%PDF-1.7\n'), /not a Word file.*ending/u],
  ['an old .doc or one with a password', Buffer.from('d0cf11e0a1b11ae1', 'hex'), /not a Word file.*password/u],
  ['another zip archive', zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') }), /not a Word file/u],
  ['a broken-off file', docx(paragraph('Vi vil.')).subarray(0, 900), /damaged or was broken off/u],
  ['broken XML', docx('<w:p><w:r></w:p>'), /no Word file that can be read/u],
  ['no body', zipSync({ 'word/document.xml': strToU8('<x/>') }), /no Word file that can be read/u],
  ['too deep a document', stored('<w:smartTag>'.repeat(20_000) + '</w:smartTag>'.repeat(20_000)), /no Word file that/u],
  ['an empty file', new Uint8Array(), /not a Word file/u],
])('%s is refused with what to do', async (_, bytes, says) => {
  expect(await refusal(bytes)).toMatch(says);
});

test('a bomb is stopped before mammoth sees it', async () => {
  const bomb = zipSync(docxParts(paragraph('a'.repeat(60_000_000))));
  expect(await refusal(withLyingSizes(bomb, 1_000))).toContain('unpacks to more than 50 MB');
  const many = Object.fromEntries(Array.from({ length: 5_000 }, (_, index) => [`word/x${index}.xml`, strToU8('x')]));
  expect(await refusal(zipSync({ ...docxParts(paragraph('a')), ...many }))).toContain('more than 2000 parts');
});

test('half a million marks of format are too many', async () => {
  expect(await refusal(stored('<w:p/>'.repeat(500_001)))).toContain('500 000 marks of format');
});

test('every word of the blocks stands in the text, in the same order, with no tags or entities', async () => {
  const word = fc.stringMatching(/^[a-zæøåA-ZÆØÅ0-9§«».,:;!?-]{1,12}$/u);
  const kind = fc.constantFrom('plain', 'item', 'heading', 'bold');
  const source = fc.array(fc.tuple(kind, fc.array(word, { minLength: 1, maxLength: 12 })), { maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(source, async (paragraphs) => {
      const body = paragraphs.map(([shape, words]) => {
        const text = words.join(' ');
        if (shape === 'item') return item(text);
        if (shape === 'heading') return paragraph(text, 'Overskrift2');
        return paragraph(shape === 'bold' ? run(text, '<w:b/>') : text);
      });
      const found = (await read(docx(body.join('')))).blocks.map(({ text }) => text).join(' ');
      const original = paragraphs.flatMap(([, words]) => words);
      let at = 0;
      for (const next of found.split(/\s+/u).filter(Boolean)) {
        const from = at;
        at = original.findIndex((text, index) => index >= from && text.includes(next));
        expect(at).toBeGreaterThanOrEqual(0);
      }
      expect(found).not.toMatch(/<|>|&\w+;/u);
    }),
    { numRuns: 60 },
  );
});

test('no word of ordinary text is lost or doubled', async () => {
  const word = fc.stringMatching(/^[a-zæøå]{2,10}$/u);
  const kind = fc.constantFrom('plain', 'item', 'heading', 'bold');
  const source = fc.array(fc.tuple(kind, fc.array(word, { minLength: 1, maxLength: 40 })), { maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(source, async (paragraphs) => {
      const body = paragraphs.map(([shape, words]) => {
        if (shape === 'item') return item(words.join(' '));
        const runs = words.map((next) => run(`${next} `, shape === 'bold' ? '<w:b/>' : '')).join('');
        return paragraph(runs, shape === 'heading' ? 'Overskrift2' : undefined);
      });
      const found = (await read(docx(body.join('')))).blocks.map(({ text }) => text).join(' ');
      expect(found).toBe(paragraphs.flatMap(([, words]) => words).join(' '));
    }),
    { numRuns: 40 },
  );
});
