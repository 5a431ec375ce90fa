import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';

const root = path.join(__dirname, '..', '..');
let folder: string;
let files: readonly string[];

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'standpunkt-size-'));
  const bundler = path.join(root, 'src', 'cli', 'bundle-widget.mjs');
  const run = spawnSync(process.execPath, [bundler, folder], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(run.stderr);
  files = await readdir(folder);
});

afterAll(() => rm(folder, { recursive: true }));

const read = (file: string): Promise<Buffer> => readFile(path.join(folder, file));
const compressed = async (file: string): Promise<number> => gzipSync(await read(file), { level: 9 }).length;

test('the launcher is at most 5 KB, and everything 45 KB, with styles and all three languages', async () => {
  const [chat = ''] = files.filter((file) => /^chat-[0-9a-f]{16}\.js$/.test(file));
  const launcher = await compressed('widget.js');
  const all = launcher + (await compressed(chat));
  process.stdout.write(`Widget, gzip -9: launcher ${launcher} bytes, everything ${all} bytes\n`);
  expect(launcher).toBeLessThanOrEqual(5 * 1024);
  expect(all).toBeLessThanOrEqual(45 * 1024);
  const text = (await read(chat)).toString();
  for (const words of ['Leter i dokumentene', 'Leitar i dokumenta', 'Searching the documents', '.bar{'])
    expect(text).toContain(words);
});

test('the launcher names the chat file that lies beside it, which also has a name that does not change', async () => {
  const launcher = (await read('widget.js')).toString();
  const [chat = ''] = /chat-[0-9a-f]{16}\.js/.exec(launcher) ?? [];
  expect(await read(chat)).toEqual(await read('chat.js'));
});

test('what lies compressed beside a script is the script', async () => {
  const scripts = files.filter((file) => file.endsWith('.js'));
  expect(scripts).toHaveLength(3);
  for (const script of scripts) expect(gunzipSync(await read(`${script}.gz`))).toEqual(await read(script));
});

test('nothing names another host, and nothing is evaluated or set as markup', async () => {
  for (const script of ['widget.js', 'chat.js']) {
    const text = (await read(script)).toString();
    const hosts = [...text.matchAll(/https?:\/\/[^"'`\s)]+/g)].map(([address]) => address);
    expect(hosts.filter((address) => address !== 'http://www.w3.org/2000/svg')).toEqual([]);
    expect(text).not.toMatch(/\beval\(|new Function|innerHTML|outerHTML|insertAdjacentHTML|document\.write|\.cookie\b/);
  }
});
