import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { zipSync } from 'fflate';
import { z } from 'zod';
import { root } from '../knowledge-fixture.js';
import { column, makePdf } from './pdf/make-pdf.js';

const fields = 'title: Et dokument\nkind: web-page\npublished: 2021\n';
const front = (more = ''): string => `---\n${fields}${more}---\n\n`;
const sentence = 'Vi vil ha en god og trygg politikk for alle. ';

/** A Word file of 60 KB that inflates to 60 MB. */
function wordBomb(): Uint8Array {
  return zipSync({ 'word/document.xml': new Uint8Array(60_000_000), '[Content_Types].xml': new Uint8Array(10) });
}

function aliasBomb(): string {
  const levels = Array.from({ length: 12 }, (_, at) => {
    const items = Array.from({ length: 9 }, () => (at === 0 ? 'x' : `*l${at - 1}`));
    return `l${at}: &l${at} [${items.join(', ')}]\n`;
  });
  return levels.join('');
}

const encryption = (() => {
  const key = '<28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A>';
  return `/Encrypt << /Filter /Standard /V 1 /R 2 /O ${key} /U ${key} /P -44 >> /ID [<00> <00>]`;
})();

const text = makePdf([column(50, 700, [sentence])]);

/** Name → content, and what is said of it. A sidecar stands beside every file that can have no front matter. */
const hostile: readonly (readonly [string, string | Uint8Array, RegExp])[] = [
  ['bombe.docx', wordBomb(), /inflate|unpack|50 MB|ratio/iu],
  ['alias.md', `---\n${fields}${aliasBomb()}---\n\n${sentence}`, /alias/iu],
  ['lang.pdf', makePdf(Array.from({ length: 5_000 }, () => [{ x: 50, y: 700, text: sentence }])), /5000 pages/u],
  ['kuttet.pdf', text.slice(0, 200), /damaged or cut short/u],
  ['bilder.pdf', makePdf([[], []]), /only images/u],
  ['kryptert.pdf', makePdf([column(50, 700, [sentence])], encryption), /encrypted/u],
  ['feilending.docx', text, /./u],
  ['feil.pdf', sentence, /no PDF/u],
  ['linje.txt', Buffer.alloc(50_000_000, sentence), /ten million/u],
  [
    'kode.md',
    `---js\n{ title: require('fs').writeFileSync('${tmpdir()}/standpunkt-hacked', '') }\n---\n\n${sentence}`,
    /no metadata/u,
  ],
  ['adresse.md', `${front('url: "javascript:alert(1)"\n')}${sentence}`, /address that begins with https/u],
];

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'standpunkt-'));
  const documents = path.join(folder, 'documents', 'ap');
  await mkdir(documents, { recursive: true });
  await writeFile(path.join(documents, 'god.md'), front() + sentence);
  for (const [name, content] of hostile) {
    await writeFile(path.join(documents, name), content);
    if (!name.endsWith('.md')) await writeFile(path.join(documents, `${path.parse(name).name}.yaml`), fields);
  }
});

afterAll(() => rm(folder, { recursive: true }));

const resultSchema = z.object({
  documents: z.array(z.string()),
  problems: z.array(z.object({ file: z.string(), what: z.string(), cure: z.string() })),
  megabytes: z.number(),
  seconds: z.number(),
});

/** Reads the folder as the product does, in a process whose memory is the reading's alone. */
const script = `
  const [dist, folder, fallback] = process.argv.slice(1);
  const from = (file) => import(dist + '/' + file + '.js');
  const [{ load }, { readApart, compiledChild }, { detectLanguage }, { recognise }] = await Promise.all(
    ['knowledge/load', 'knowledge/read-apart', 'language/detect-language', 'language/recognise'].map(from),
  );
  const before = process.resourceUsage().maxRSS;
  const began = Date.now();
  const { documents, problems } = await load({ folder, fallback, readFile: readApart(compiledChild), detectLanguage, recognise });
  const megabytes = (process.resourceUsage().maxRSS - before) / 1024;
  const seconds = (Date.now() - began) / 1000;
  console.log(JSON.stringify({ documents: documents.map(({ id }) => id), problems, megabytes, seconds }));
`;

test('hostile files are named one by one, run nothing, and leave the rest to be served', () => {
  const parameters = [path.join(root, 'dist'), folder, path.join(root, 'knowledge')];
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', script, ...parameters], { encoding: 'utf8' });
  expect(run.stderr).toBe('');
  const { documents, problems, megabytes, seconds } = resultSchema.parse(JSON.parse(run.stdout));
  expect(documents).toEqual(['ap/god']);
  for (const [name, , said] of hostile) {
    const own = problems.filter(({ file }) => path.parse(file).base === name);
    expect([name, own.length]).toEqual([name, 1]);
    expect(own[0]?.what.concat('; ', own[0].cure)).toMatch(said);
  }
  expect(spawnSync('ls', [path.join(tmpdir(), 'standpunkt-hacked')]).status).not.toBe(0);
  // The limits of the issue: 150 MB of the parent, and 30 s a file. All eleven together stay below them.
  expect(megabytes).toBeLessThan(150);
  expect(seconds).toBeLessThan(30 * hostile.length);
}, 120_000);
