import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { root } from '../knowledge-fixture.js';
import { environment } from '../teams-app/settings.js';

const entry = path.join(root, 'dist/cli/teams-package.js');
// Starting Node on a slow machine. Milliseconds.
jest.setTimeout(60_000);

let home = '';

beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), 'standpunkt-'));
});

afterEach(() => rmSync(home, { recursive: true }));

/** Runs the compiled command in the temporary folder. */
function build(configured: Readonly<Record<string, string>>, ...words: readonly string[]) {
  const env = { PATH: process.env['PATH'] ?? '', ...configured };
  return spawnSync(process.execPath, [entry, ...words], { cwd: home, encoding: 'utf8', env });
}

test('writes the package and says what to do with it', () => {
  const { status, stdout, stderr } = build(environment, '--out', 'new/app.zip');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const files = unzipSync(readFileSync(path.join(home, 'new/app.zip')));
  expect(Object.keys(files)).toEqual(['manifest.json', 'color.png', 'outline.png', 'nn-NO.json', 'en.json']);
  for (const name of ['color.png', 'outline.png'] as const)
    expect(readFileSync(path.join(root, 'src/teams-app/icons', name)).equals(files[name] ?? Buffer.of())).toBe(true);
  expect(stdout).toContain(path.join('new', 'app.zip'));
  expect(stdout).toContain(`${environment.PUBLIC_URL}/api/messages`);
});

test('reads .env, over which the environment goes', () => {
  const lines = Object.entries(environment).map(([name, value]) => `${name}="${value}"\n`);
  writeFileSync(path.join(home, '.env'), lines.join(''));
  expect(build({ OPERATOR_NAME: 'Sydavisa AS' }, '--out', 'app.zip').status).toBe(0);
  const manifest = unzipSync(readFileSync(path.join(home, 'app.zip')))['manifest.json'];
  expect(JSON.parse(Buffer.from(manifest ?? []).toString())).toMatchObject({
    id: environment.MICROSOFT_APP_ID,
    developer: { name: 'Sydavisa AS' },
  });
});

test('makes the same bytes in another time zone', () => {
  expect(build({ ...environment, TZ: 'UTC' }, '--out', 'a.zip').status).toBe(0);
  expect(build({ ...environment, TZ: 'Pacific/Auckland' }, '--out', 'b.zip').status).toBe(0);
  expect(readFileSync(path.join(home, 'a.zip')).equals(readFileSync(path.join(home, 'b.zip')))).toBe(true);
});

test('names every problem at once, ends with 1 and writes nothing', () => {
  const { status, stdout, stderr } = build({ PUBLIC_URL: 'http://localhost:3978' }, '--out', 'app.zip');
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr.split('\n').filter((line) => line.startsWith('  - '))).toHaveLength(Object.keys(environment).length);
  for (const name of Object.keys(environment)) expect(stderr).toContain(`- ${name}: `);
  expect(readdirSync(home)).toEqual([]);
});

test('says so when the file cannot be written', () => {
  const { status, stderr } = build(environment, '--out', '.');
  expect(status).toBe(1);
  expect(stderr).toMatch(/cannot be written \(EISDIR\); choose another file with --out FILE/);
});
