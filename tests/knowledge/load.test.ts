import { mkdtemp, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { KnowledgeError } from '../../src/knowledge/knowledge-error.js';
import { recognise } from '../../src/language/recognise.js';
import { readHere } from '../knowledge-fixture.js';
import { load } from '../../src/knowledge/load.js';

const reading = { readFile: readHere, detectLanguage: () => 'nb' as const, recognise };
const fallback = path.join(__dirname, '../../knowledge');
let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'standpunkt-'));
});

afterEach(() => rm(folder, { recursive: true }));

async function write(files: Readonly<Record<string, string | Uint8Array>>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, 'documents', name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, content);
  }
}

const loadFolder = () => load({ folder, fallback, ...reading });

const front = (fields: string): string => `---\n${fields}\n---\n\n# Rus\n\nVi vil ha en god politikk.\n`;
const good = front('title: Rus\nkind: web-page\npublished: 2021');

test('the project’s own knowledge has no problem', async () => {
  const knowledge = await load({ folder: fallback, fallback, ...reading });
  expect(knowledge.problems).toEqual([]);
  expect(knowledge.documents.map(({ id }) => id)).toEqual([
    'ap/ansvarlig-og-solidarisk-ruspolitikk',
    'ap/rus',
    'frp/rusomsorg',
    'senterungdommen/ein-ruspolitikk-til-det-beste-for-alle',
    'sentrum/resolusjon-rusbruk',
  ]);
});

test('a folder without its own parties and vocabulary takes the project’s', async () => {
  await write({ 'ap/rus.md': good });
  const { documents, parties, vocabulary } = await loadFolder();
  expect(documents).toHaveLength(1);
  expect(parties.length).toBeGreaterThan(20);
  expect(vocabulary.groups.length).toBeGreaterThan(100);
  expect(new Map(vocabulary.english).get('child benefit')).toEqual(['barnetrygd']);
  expect(new Map(vocabulary.english).get('tax')).toEqual(['skatt', 'avgift']);
});

test('a folder’s own word vectors go before the project’s, and bad ones are named', async () => {
  await write({ 'ap/rus.md': good });
  expect((await loadFolder()).wordVectors.terms.split(' ').length).toBeGreaterThan(15_000);
  const file = path.join(folder, 'word-vectors.json');
  await writeFile(file, JSON.stringify({ dimensions: 1, terms: 'lapp', values: 'AQ==' }));
  expect((await loadFolder()).wordVectors.terms).toBe('lapp');
  await writeFile(file, '{');
  const { documents, problems } = await loadFolder();
  expect(documents).toHaveLength(1);
  expect(problems).toEqual([expect.objectContaining({ file, what: 'is no JSON' })]);
});

test('a sidecar carries the fields of a file without front matter', async () => {
  await write({
    'ap/rus.txt': 'Vi vil ha en god politikk.',
    'ap/rus.yaml': 'title: Rus\nkind: programme\npublished: 2021-05\nperiod: {from: 2021, to: 2025}',
  });
  const { documents } = await loadFolder();
  expect(documents[0]).toMatchObject({ id: 'ap/rus', published: '2021-05', period: { from: 2021, to: 2025 } });
});

const bad: readonly (readonly [string, Readonly<Record<string, string | Uint8Array>>, RegExp, number | null])[] = [
  ['no metadata', { 'ap/x.md': '# Hei\n\nTekst.' }, /no metadata; write front matter/, null],
  [
    'an unknown field',
    { 'ap/x.md': front('title: Rus\nkind: web-page\npublished: 2021\nforfatter: Ola') },
    /unknown field `forfatter`; remove or rename/,
    5,
  ],
  [
    'a wrong kind',
    { 'ap/x.md': front('title: Rus\nkind: blogg\npublished: 2021') },
    /write one of: programme \| draft-programme/,
    3,
  ],
  [
    'a date that does not exist',
    { 'ap/x.md': front('title: Rus\nkind: web-page\npublished: 2021-02-30') },
    /YYYY-MM-DD or unknown/,
    4,
  ],
  ['a missing title', { 'ap/x.md': front('kind: web-page\npublished: 2021') }, /`title` is wrong or missing/, null],
  [
    'a javascript address',
    { 'ap/x.md': front('title: R\nkind: web-page\npublished: 2021\nurl: "javascript:alert(1)"') },
    /`url` .*https:\/\//,
    5,
  ],
  [
    'an op-ed without its paper',
    { 'ap/x.md': front('title: R\nkind: op-ed\npublished: 2021') },
    /name the paper/,
    null,
  ],
  ['JavaScript front matter', { 'ap/x.md': '---js\n{ title: process.exit(1) }\n---\n\nTekst.' }, /no metadata/, null],
  ['front matter and a sidecar', { 'ap/x.md': good, 'ap/x.yaml': 'title: R' }, /keep one of the two/, null],
  ['broken YAML', { 'ap/x.md': front('title: "Rus\nkind: [') }, /not valid YAML/, null],
  ['an alias bomb', { 'ap/x.md': front(aliasBomb()) }, /aliases/, null],
  [
    'a file that is not UTF-8',
    { 'ap/x.md': Buffer.concat([Buffer.from(good), Uint8Array.from([0xff, 0xfe, 0x41])]) },
    /not UTF-8; save it again/,
    null,
  ],
  ['a format that is not read', { 'ap/x.odt': 'tekst' }, /not read; save it as/, null],
  [
    'a file of headings only',
    { 'ap/x.md': '---\ntitle: R\nkind: web-page\npublished: 2021\n---\n\n# Bare tittel' },
    /no text/,
    null,
  ],
  ['a sidecar without its document', { 'ap/x.yaml': 'title: R' }, /metadata without a document/, null],
  ['a file outside the party folders', { 'x.md': good }, /move it into the folder of its party/, null],
  ['a folder of no party', { 'partiet/x.md': good }, /no party's id; add it to parties.yaml/, null],
];

test.each(bad)('%s is a problem with its cure, and the others are served', async (_, files, message, line) => {
  await write({ ...files, 'frp/bra.md': good });
  const { documents, problems } = await loadFolder();
  expect(documents.map(({ id }) => id)).toEqual(['frp/bra']);
  const lines = problems.map(({ what, cure }) => `${what}; ${cure}`);
  expect(lines.join('\n')).toMatch(message);
  if (line !== null) expect(problems[0]?.line).toBe(line);
});

test('a broken link is a problem, and the others are served', async () => {
  await write({ 'frp/bra.md': good });
  await symlink('/nowhere', path.join(folder, 'documents/frp/lenke.md'));
  const { documents, problems } = await loadFolder();
  expect(documents).toHaveLength(1);
  expect(problems.map(({ what }) => what)).toEqual(['this is no file']);
});

test('a folder that does not exist is an error that says what to do', async () => {
  await expect(load({ folder: path.join(folder, 'x'), fallback, ...reading })).rejects.toThrow(KnowledgeError);
});

function aliasBomb(): string {
  const levels = Array.from(
    { length: 12 },
    (_, at) => `l${at}: &l${at} [${Array.from({ length: 9 }, () => (at === 0 ? 'x' : `*l${at - 1}`)).join(', ')}]`,
  );
  return levels.join('\n');
}
