import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readApart } from '../../../src/knowledge/read-apart.js';
import type { Reading } from '../../../src/knowledge/reading.js';
import { UnreadableError } from '../../../src/knowledge/unreadable-error.js';
import { column, makePdf, type Run } from './make-pdf.js';

// In a process of its own, as the product does: pdf.js is loaded in a way that Jest cannot follow.
const read = readApart(path.join(__dirname, '../../../dist/knowledge/read-child.js'));
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'standpunkt-'));
});

afterAll(() => rm(folder, { recursive: true }));

async function readPdf(bytes: Uint8Array, skipPages: readonly string[] = []): Promise<Reading> {
  const file = path.join(folder, 'program.pdf');
  await writeFile(file, bytes);
  return read(file, { ending: '.pdf', skipPages });
}

async function blocks(pages: readonly (readonly Run[])[]): Promise<readonly string[]> {
  const reading = await readPdf(makePdf(pages));
  return reading.blocks.map(({ kind, page, text }) => `${page} ${kind}: ${text}`);
}

const filler = (from: number, count: number): readonly string[] =>
  Array.from(
    { length: count },
    (_, at) => `Dette er linje ${String.fromCharCode(97 + ((from + at) % 26))} i en lang tekst om politikk som`,
  );

test('lines of a paragraph are joined, and a gap parts paragraphs', async () => {
  const runs = [...column(50, 700, ['Vi vil ha en god', 'og trygg skole.']), ...column(50, 650, ['En ny tanke.'])];
  expect(await blocks([runs])).toEqual(['1 paragraph: Vi vil ha en god og trygg skole.', '1 paragraph: En ny tanke.']);
});

test('a word broken over two lines is whole again; a hyphen of its own stays', async () => {
  const runs = column(50, 700, [
    'Et hjelpeapparat for alle i hjelpe-',
    'apparatet, barne- og',
    'ungdomsvernet og e-',
    'post. Send e-post.',
  ]);
  expect(await blocks([runs])).toEqual([
    '1 paragraph: Et hjelpeapparat for alle i hjelpeapparatet, barne- og ungdomsvernet og e-post. Send e-post.',
  ]);
});

test('two columns are read one after the other, also when the file sets them line by line', async () => {
  const left = column(50, 700, [
    'Venstre spalte begynner',
    'her og går',
    'over flere linjer',
    'før den slutter',
    'nederst.',
  ]);
  const right = column(320, 700, ['Høyre spalte begynner', 'her og går', 'også over linjer', 'før den er', 'ferdig.']);
  const mixed = left.flatMap((run, at) => [run, right[at] ?? run]);
  expect(await blocks([mixed])).toEqual([
    '1 paragraph: Venstre spalte begynner her og går over flere linjer før den slutter nederst.',
    '1 paragraph: Høyre spalte begynner her og går også over linjer før den er ferdig.',
  ]);
});

test('a heading over both columns parts what is above it from what is below', async () => {
  const above = [
    ...column(50, 760, ['Ene over', 'til venstre', 'med fire', 'linjer her.']),
    ...column(320, 760, ['Andre over', 'til høyre', 'med fire', 'linjer her.']),
  ];
  const below = [
    ...column(50, 620, ['Ene under', 'til venstre', 'med fire', 'linjer der.']),
    ...column(320, 620, ['Andre under', 'til høyre', 'med fire', 'linjer der.']),
  ];
  const heading: Run = { x: 50, y: 670, text: 'En overskrift som går over begge spaltene på denne siden', size: 16 };
  const body = filler(0, 3).map((text, at) => ({ x: 50, y: 400 - 14 * at, text }));
  const texts = (await blocks([[...above, heading, ...below], body])).slice(0, 5);
  expect(texts).toEqual([
    '1 paragraph: Ene over til venstre med fire linjer her.',
    '1 paragraph: Andre over til høyre med fire linjer her.',
    '1 heading: En overskrift som går over begge spaltene på denne siden',
    '1 paragraph: Ene under til venstre med fire linjer der.',
    '1 paragraph: Andre under til høyre med fire linjer der.',
  ]);
});

test('bullets of every mark are bullets, without their mark, also when it stands by itself', async () => {
  const runs: Run[] = [
    ...column(50, 700, ['Partiet vil:']),
    { x: 50, y: 680, text: '•' },
    { x: 62, y: 680, text: 'styrke skolen i hele' },
    { x: 62, y: 666, text: 'landet' },
    { x: 50, y: 640, text: '– bygge vei' },
    { x: 50, y: 620, text: 'a) kutte skatt' },
    { x: 50, y: 600, text: 'b) øke 2,4 mrd. kroner' },
  ];
  expect(await blocks([runs])).toEqual([
    '1 paragraph: Partiet vil:',
    '1 bullet: styrke skolen i hele landet',
    '1 bullet: bygge vei',
    '1 bullet: kutte skatt',
    '1 bullet: øke 2,4 mrd. kroner',
  ]);
});

test('a bullet runs over a page, and the place of the turn is kept', async () => {
  const pages = [
    column(50, 120, ['• sikre at alle kommuner har et tilbud', '  til dem som trenger det i']),
    column(50, 740, ['hele landet', '• et nytt punkt']),
  ];
  const { blocks: found } = await readPdf(makePdf(pages));
  expect(found.map(({ text }) => text)).toEqual([
    'sikre at alle kommuner har et tilbud til dem som trenger det i hele landet',
    'et nytt punkt',
  ]);
  const [first] = found;
  expect(first?.turns).toEqual([{ at: first?.text.indexOf('hele landet'), page: 2 }]);
});

test('running heads, page numbers, line numbers in the margin and contents are no text', async () => {
  const contents = Array.from({ length: 10 }, (_, at) => ({
    x: 50,
    y: 700 - 20 * at,
    text: `Kapittel om sak .......... ${at + 3}`,
  }));
  const page = (number: number): readonly Run[] => [
    { x: 230, y: 815, text: `Program 2025–2029 side ${number + 10}`, size: 8 },
    { x: 290, y: 25, text: String(number), size: 8 },
    ...filler(number, 6).flatMap((text, at) => [
      { x: 90, y: 600 - 14 * at, text },
      { x: 30, y: 600 - 14 * at, text: String(100 * number + at) },
    ]),
  ];
  const { blocks: found, printedPages } = await readPdf(makePdf([contents, page(1), page(2), page(3), page(4)]));
  const text = found.map((block) => block.text).join('\n');
  expect(text).not.toMatch(/Program|Kapittel|\d/u);
  expect(found.map((block) => block.page)).toEqual([2, 3, 4, 5]);
  expect(printedPages).toMatchObject({ 3: '2', 4: '3' });
});

test('a line that opens many pages and belongs to the text is no running head', async () => {
  const page = (number: number): readonly Run[] => [
    { x: 290, y: 25, text: String(number), size: 8 },
    ...column(50, 800, ['Partiet vil:', `• satse på sak ${String.fromCharCode(96 + number)} i hele landet`]),
  ];
  const found = await blocks([page(1), page(2), page(3), page(4)]);
  expect(found.filter((block) => block.endsWith('Partiet vil:'))).toHaveLength(4);
});

test('headings are told by size, by face and by capitals; a bold word in a sentence is none', async () => {
  const runs: Run[] = [
    { x: 50, y: 780, text: 'Stor tittel', size: 20 },
    { x: 50, y: 740, text: 'Mindre tittel', size: 14 },
    ...filler(0, 4).map((text, at) => ({ x: 50, y: 715 - 14 * at, text })),
    { x: 50, y: 640, text: 'Fet tittel', bold: true },
    ...filler(5, 3).map((text, at) => ({ x: 50, y: 622 - 14 * at, text })),
    { x: 50, y: 550, text: 'RUSOMSORG' },
    { x: 50, y: 530, text: 'Vi sier' },
    { x: 86, y: 530, text: 'nei', bold: true },
    { x: 106, y: 530, text: 'til det.' },
  ];
  const { blocks: found } = await readPdf(makePdf([runs]));
  expect(found.filter(({ kind }) => kind === 'heading').map(({ level, text }) => `${level} ${text}`)).toEqual([
    '1 Stor tittel',
    '2 Mindre tittel',
    '3 Fet tittel',
    '4 RUSOMSORG',
  ]);
  expect(found.at(-1)?.text).toBe('Vi sier nei til det.');
});

test('pages that the metadata skips are left out', async () => {
  const pages = [column(50, 700, ['Forord av lederen.']), column(50, 700, ['Selve programmet.'])];
  const { blocks: found } = await readPdf(makePdf(pages), ['1']);
  expect(found.map(({ page, text }) => `${page} ${text}`)).toEqual(['2 Selve programmet.']);
});

const bad: readonly (readonly [string, () => Uint8Array, RegExp, RegExp])[] = [
  ['another format', () => Uint8Array.from(Buffer.from('PK\u0003\u0004…')), /no PDF/, /ending/],
  ['a truncated file', () => makePdf([column(50, 700, ['Hei'])]).slice(0, 120), /damaged/, /again/],
  ['only images', () => makePdf([[], []]), /only images/, /OCR/],
  ['too many pages', () => makePdf(Array.from({ length: 2_001 }, () => [])), /2001 pages/, /split/],
  [
    'an encrypted file',
    () => {
      const key = '<28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A>';
      const encrypt = `/Encrypt << /Filter /Standard /V 1 /R 2 /O ${key} /U ${key} /P -44 >> /ID [<00> <00>]`;
      return makePdf([column(50, 700, ['Hemmelig'])], encrypt);
    },
    /encrypted/,
    /password/,
  ],
];

test.each(bad)('%s is one clear line', async (_, make, what, cure) => {
  const error: unknown = await readPdf(make()).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(UnreadableError);
  if (!(error instanceof UnreadableError)) return;
  expect(error.message).toMatch(what);
  expect(error.cure).toMatch(cure);
});
