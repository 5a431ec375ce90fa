import { spawnSync } from 'node:child_process';
import {
  mkdtempSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const entry = path.join(__dirname, '../../dist/cli/knowledge.js');
// A process for the command and one for each document, on a slow machine. Milliseconds.
jest.setTimeout(60_000);

let home = '';
let folder = '';

beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), 'standpunkt-'));
  folder = path.join(home, 'knowledge');
  mkdirSync(path.join(folder, 'documents'), { recursive: true });
  mkdirSync(path.join(home, 'tmp'));
});

afterEach(() => {
  const left = readdirSync(path.join(home, 'tmp'));
  rmSync(home, { recursive: true });
  expect(left).toEqual([]);
});

/** Runs the compiled command in the temporary folder, where no terminal watches. */
function knowledge(...words: readonly string[]) {
  const env = { PATH: process.env['PATH'] ?? '', TMPDIR: path.join(home, 'tmp') };
  const options = { cwd: home, encoding: 'utf8', env } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, [entry, ...words], options);
  return { status, stdout, stderr };
}

function write(name: string, content: string): string {
  const file = path.resolve(home, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
  return file;
}

/** Every file below the temporary folder with its content, so that nothing can appear or change unseen. */
function everything(): Readonly<Record<string, string>> {
  const files = readdirSync(home, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(path.join(home, name)).isFile(),
  );
  return Object.fromEntries(files.toSorted().map((name) => [name, readFileSync(path.join(home, name), 'utf8')]));
}

const front = (fields: string): string => `---\n${fields}\n---\n\n# Rus\n\nVi vil ha en god politikk.\n`;
const good = front('title: Rus\nkind: web-page\npublished: 2021');

const sentences = [
  'Vi vil styrke tilbudet til alle som trenger hjelp med rus.',
  'Det skal bli lettere å få plass i behandling der folk bor.',
  'Alle kommuner skal ha et lavterskeltilbud som er åpent hver dag.',
  'Straff hjelper ingen som er syk, og skal ikke brukes mot dem.',
];
const programme = `# Helse og omsorg\n\n${sentences.join(' ')}\n`;
const required = ['--party', 'frp', '--title', 'Program', '--kind', 'programme', '--published', '2025'];
const add = (file: string, ...more: readonly string[]) =>
  knowledge('add', file, ...required, '--knowledge', 'knowledge', ...more);

describe('check', () => {
  const check = (...more: readonly string[]) => knowledge('check', '--knowledge', 'knowledge', ...more);

  test('ends with 0 and the counts when all is well', () => {
    write('knowledge/documents/ap/rus.md', good);
    write('knowledge/documents/frp/rus.md', good);
    const { status, stdout, stderr } = check();
    expect(stdout).toBe('0 errors and 0 warnings; 2 documents can be served.\n');
    expect(status).toBe(0);
    expect(stderr).toMatch(/^read 1\/2 documents\/\w+\/rus\.md\nread 2\/2 documents\/\w+\/rus\.md\n$/u);
  });

  test('shows every problem under its file with line and cure, and ends with 1', () => {
    write('knowledge/documents/ap/a.md', front('title: Rus\nkind: blogg\npublished: i fjor'));
    write('knowledge/documents/ap/b.md', '# Uten felter\n\nTekst.');
    write('knowledge/documents/frp/rus.md', good);
    const { status, stdout } = check();
    expect(stdout.split('\n')).toEqual([
      'knowledge/documents/ap/a.md',
      expect.stringMatching(/^ {2}error {4}line 3 {2}`kind` .*; write one of: programme \| /u),
      expect.stringMatching(/^ {2}error {4}line 4 {2}`published` .*; write YYYY, /u),
      '',
      'knowledge/documents/ap/b.md',
      expect.stringMatching(/^ {2}error {4}no metadata; write front matter, or b\.yaml beside it/u),
      '',
      '3 errors and 0 warnings; 1 document can be served.',
      '',
    ]);
    expect(status).toBe(1);
  });

  test('ends with 0 when there are warnings only', () => {
    write('knowledge/documents/ap/rus.md', `${good}\nVi vil straffe mindre. Å straWe er ikke å hjelpe.\n`);
    const { status, stdout } = check();
    expect(stdout).toMatch(/^knowledge\/documents\/ap\/rus\.md\n {2}warning {2}.*«W».*; \S/u);
    expect(stdout).toMatch(/\n0 errors and 1 warning; 1 document can be served\.\n$/u);
    expect(status).toBe(0);
  });

  test('prints the same as JSON', () => {
    write('knowledge/documents/ap/a.md', front('title: Rus\nkind: blogg\npublished: 2021'));
    const { status, stdout } = check('--json');
    expect(JSON.parse(stdout)).toEqual({
      documents: 0,
      errors: 1,
      warnings: 0,
      problems: [
        {
          severity: 'error',
          file: path.join(folder, 'documents/ap/a.md'),
          line: 3,
          page: null,
          what: expect.any(String),
          cure: expect.stringContaining('programme'),
        },
      ],
    });
    expect(status).toBe(1);
  });

  test('a file name cannot steer the terminal', () => {
    write('knowledge/documents/ap/\u001B[2Jx\u202E.md', good);
    const { status, stdout, stderr } = check();
    expect(stdout).toContain('\\u{1b}[2Jx\\u{202e}.md');
    // oxlint-disable-next-line no-control-regex -- control characters are what must not be there
    expect(stdout + stderr).not.toMatch(/[\u001B\u202E]/u);
    expect(status).toBe(1);
  });

  test('a folder that is not there is one sentence', () => {
    const { status, stdout, stderr } = knowledge('check', '--knowledge', 'borte');
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(/^The knowledge folder .*borte does not exist; name one .*\n$/u);
  });
});

describe('list', () => {
  test('prints each document with its figures as JSON', () => {
    write('knowledge/documents/frp/program.txt', programme.replace('# Helse', 'Helse'));
    write(
      'knowledge/documents/frp/program.yaml',
      'title: Program\nkind: programme\npublished: 2025\nperiod: { from: 2025, to: 2029 }\nadopted_by: landsmøtet',
    );
    const { status, stdout } = knowledge('list', '--knowledge', 'knowledge', '--json');
    const words = programme.replace('# ', '').split(/\s+/u).filter(Boolean).length;
    expect(JSON.parse(stdout)).toEqual([
      {
        id: 'frp/program',
        party: 'frp',
        slug: 'program',
        title: 'Program',
        kind: 'programme',
        published: '2025',
        period: { from: 2025, to: 2029 },
        url: null,
        publisher: null,
        authorRole: null,
        adoptedBy: 'landsmøtet',
        language: 'nb',
        pages: null,
        headings: expect.any(Number),
        passages: 1,
        words,
        warnings: 0,
      },
    ]);
    expect(status).toBe(0);
  });

  test('prints a table whose columns are aligned, and the totals', () => {
    write('knowledge/documents/frp/rus.md', good);
    write(
      'knowledge/documents/senterungdommen/rus.md',
      front('title: Rus og nynorsk\nkind: speech\npublished: 2020-05-26'),
    );
    const { status, stdout } = knowledge('list', '--knowledge', 'knowledge');
    const [header = '', ...rows] = stdout.trimEnd().split('\n');
    const headers = ['party', 'document', 'title', 'kind', 'period', 'pages', 'passages', 'words', 'warnings'];
    expect(header.split(/ {2,}/u)).toEqual(headers);
    expect(rows.map((row) => row.trim().split(/ {2,}/u))).toEqual([
      ['frp', 'rus', 'Rus', 'web-page', '2021', '–', '1', '7', '0'],
      ['senterungdommen', 'rus', 'Rus og nynorsk', 'speech', '2020-05-26', '–', '1', '7', '0'],
      ['total', '2 documents', '0', '2', '14', '0'],
    ]);
    expect(new Set([header, ...rows].map((row) => row.length)).size).toBe(1);
    expect(status).toBe(0);
  });

  test('says that something could not be read', () => {
    write('knowledge/documents/ap/a.md', 'Uten felter.');
    const { status, stdout, stderr } = knowledge('list', '--knowledge', 'knowledge', '--json');
    expect({ status, documents: JSON.parse(stdout) }).toEqual({ status: 0, documents: [] });
    expect(stderr).toMatch(/1 error besides; run the command check/u);
  });
});

describe('add', () => {
  test('copies a document, writes its sidecar, and shows what is read in it', () => {
    const source = write('kilder/Partiprogram 2025–2029 (Bokmål).MD', programme);
    const more = ['--period', '2025-2029', '--url', 'https://www.frp.no/p.pdf', '--skip-pages', '1-4,139'];
    const { status, stdout } = add(source, ...more);
    expect(status).toBe(0);
    expect(everything()).toEqual({
      [path.relative(home, source)]: programme,
      'knowledge/documents/frp/partiprogram-2025-2029-bokmål.md': programme,
      'knowledge/documents/frp/partiprogram-2025-2029-bokmål.yaml': [
        'title: Program',
        'kind: programme',
        'published: 2025',
        'period: { from: 2025, to: 2029 }',
        'url: https://www.frp.no/p.pdf',
        'skip_pages: [ 1-4, 139 ]',
        '',
      ].join('\n'),
    });
    expect(stdout).toMatch(/^Added knowledge\/documents\/frp\/partiprogram-2025-2029-bokmål\.md with .*\.yaml\.\n/u);
    expect(stdout).toMatch(/ pages +–\n +headings +1\n +passages +1\n +words +\d+\n +warnings +0\n/u);
    const quotes = Array.from(stdout.matchAll(/^ {2}«(.*)»\n {2}(.*)$/gmu), ([, quote, place]) => [quote, place]);
    expect(quotes).toEqual([0, 2, 3].map((at) => [sentences[at], 'Helse og omsorg']));
  });

  test('what is added is served, whatever the title is made of', () => {
    const title = '\'- #: {Sitat} "og" *annet* & [mer]: ja | nei – å\\n';
    const source = write('program æøå.txt', programme);
    const what = ['--title', title, '--kind', 'op-ed', '--published', '2021-02-03', '--language', 'nn'];
    const { status } = add(source, ...what, '--publisher', 'no', '--author-role', '1.0', '--adopted-by', 'null');
    expect(status).toBe(0);
    const { stdout } = knowledge('list', '--json', '--knowledge', 'knowledge');
    expect(JSON.parse(stdout)).toEqual([
      expect.objectContaining({
        id: 'frp/program-æøå',
        title,
        kind: 'op-ed',
        published: '2021-02-03',
        language: 'nn',
        publisher: 'no',
        authorRole: '1.0',
        adoptedBy: 'null',
      }),
    ]);
  });

  test('a name that climbs out of a folder lands among the party’s documents', () => {
    write('knowledge/program.txt', programme);
    mkdirSync(path.join(home, 'et sted'));
    const before = everything();
    const { status } = add('et sted/../knowledge/documents/../program.txt');
    expect(status).toBe(0);
    const { 'knowledge/documents/frp/program.txt': document, 'knowledge/documents/frp/program.yaml': sidecar } =
      everything();
    expect({
      ...before,
      'knowledge/documents/frp/program.txt': document,
      'knowledge/documents/frp/program.yaml': sidecar,
    }).toEqual(everything());
  });

  test('a folder of party folders gets no `documents`, which would hide them', () => {
    rmSync(path.join(folder, 'documents'), { recursive: true });
    write('knowledge/ap/rus.md', good);
    expect(add(write('program.txt', programme)).status).toBe(0);
    expect(Object.keys(everything())).toContain('knowledge/frp/program.txt');
    expect(knowledge('check', '--knowledge', 'knowledge').stdout).toContain('2 documents can be served');
  });

  test('does not touch what is there, unless told to', () => {
    write('knowledge/documents/frp/program.md', good);
    const source = write('Program.txt', programme);
    const before = everything();
    const refused = add(source);
    expect(refused).toMatchObject({ status: 1, stdout: '' });
    expect(refused.stderr).toMatch(
      /^There is documents\/frp\/program\.md already; rename Program\.txt, or .*--force\.\n$/u,
    );
    expect(everything()).toEqual(before);

    const forced = add(source, '--force');
    expect(forced.status).toBe(0);
    expect(forced.stdout).toContain('in place of program.md');
    expect(readdirSync(path.join(folder, 'documents/frp')).toSorted()).toEqual(['program.txt', 'program.yaml']);
  });

  test('leaves what is there when its replacement cannot be read', () => {
    write('knowledge/documents/frp/program.txt', programme);
    write('knowledge/documents/frp/program.yaml', 'title: P\nkind: programme\npublished: 2021');
    const source = write('program.txt', '\n');
    const before = everything();
    expect(add(source, '--force').status).toBe(1);
    expect(everything()).toEqual(before);
  });

  test.each([
    ['front matter', 'p.md', good, [], /p\.md has front matter, .*; remove the front matter, or copy/u],
    ['front matter of Windows', 'p.md', good.replaceAll('\n', '\r\n'), [], /p\.md has front matter/u],
    ['a format that is not read', 'p.odt', 'tekst', [], /p\.odt: .*not read; save it as .*\nNothing was added\./u],
    ['no ending', 'program', 'tekst', [], /not read; save it as/u],
    ['no text', 'p.txt', ' \n\n', [], /p\.txt: no text; check that the right file was saved\.\nNothing was added\./u],
    ['a sidecar', 'p.yaml', 'title: x', [], /p\.yaml is a sidecar; name the document/u],
    ['a name without letters', '★.md', programme, [], /no letter or digit in its name; rename it/u],
    [
      'an unknown party',
      'p.txt',
      programme,
      ['--party', '../ap'],
      /--party \.\.\/ap is no party's id: write one of ap, auf, /u,
    ],
    ['a wrong option', 'p.txt', programme, ['--kind', 'blogg'], /^--kind is wrong: write one of programme, /u],
  ])('%s is refused in a sentence, and nothing is left behind', (_, name, content, more, message) => {
    const source = write(name, content);
    const before = everything();
    const { status, stdout, stderr } = add(source, ...more);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr.replace(/^read .*\n/gmu, '')).toMatch(message);
    expect(stderr).not.toMatch(/^\s+at /mu);
    expect(everything()).toEqual(before);
    expect(readdirSync(path.join(folder, 'documents'))).toEqual([]);
  });

  test('says everything that is wrong at once', () => {
    const { status, stderr } = knowledge('add', 'borte.pdf', '--url', 'x', '--knowledge', 'knowledge');
    expect(status).toBe(1);
    const starts = ['--party is missing', '--title is missing', '--kind is missing', '--published is missing'];
    const [file, ...rest] = stderr.trimEnd().split('\n').toReversed();
    expect(rest.toReversed().map((line) => line.split(':')[0])).toEqual([...starts, '--url is wrong']);
    expect(file).toMatch(/^There is no file .*borte\.pdf; write its path/u);
  });

  test('a list of parties that cannot be read is named', () => {
    write('knowledge/parties.yaml', '- id: [');
    const { status, stderr } = add(write('p.txt', programme));
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: expect.stringMatching(/parties\.yaml has no party that can/u),
    });
  });

  test('a folder is no document', () => {
    expect(add('knowledge')).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/is no file; name the document/u),
    });
  });

  test('a knowledge folder that is not there is not made', () => {
    const { status, stderr } = knowledge('add', write('p.txt', programme), ...required, '--knowledge', 'borte');
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: expect.stringMatching(/borte does not exist; make it, or/u),
    });
    expect(Object.keys(everything())).toEqual(['p.txt']);
  });

  test.each([
    ['knowledge/documents/frp', 'EEXIST'],
    ['knowledge/documents/frp/p.txt/x.png', 'EISDIR'],
    ['knowledge/documents/frp/p.yaml/x.png', 'EISDIR'],
  ])('%s in the way is said, and nothing is left behind', (name, code) => {
    const source = write('p.txt', programme);
    write(name, '');
    const before = everything();
    const { status, stderr } = add(source);
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: expect.stringMatching(
        new RegExp(`documents/frp\\S* cannot be read or written \\(${code}\\); see that`, 'u'),
      ),
    });
    expect(everything()).toEqual(before);
  });

  test('a link does not take a document out of the folder', () => {
    mkdirSync(path.join(home, 'utenfor'));
    symlinkSync(path.join(home, 'utenfor'), path.join(folder, 'documents/frp'));
    const { status, stderr } = add(write('p.txt', programme));
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: expect.stringMatching(/leads out of the knowledge folder; put a folder in place of the link/u),
    });
    expect(readdirSync(path.join(home, 'utenfor'))).toEqual([]);
  });
});

test('a command that does not exist is told what there is', () => {
  const { status, stderr } = knowledge('chek');
  expect(status).toBe(1);
  expect(stderr).toMatch(/\(Did you mean check\?\)/u);
});
