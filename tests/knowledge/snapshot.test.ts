import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fingerprint, readSnapshot, writeSnapshot } from '../../src/knowledge/snapshot.js';

let folder = '';
let file = '';

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'standpunkt-'));
  file = path.join(folder, 'deep', 'index.json');
});

afterEach(() => rm(folder, { recursive: true }));

const content = { quote: '«Nei» til 2,4 mrd.', list: [1, 2] };

test('what is written is read, and nothing is left beside it', async () => {
  await writeSnapshot(file, 'print', content);
  expect(await readSnapshot(file, 'print')).toEqual(content);
  expect(await readdir(path.dirname(file))).toEqual(['index.json']);
});

test('a snapshot of other knowledge or other code is not read', async () => {
  await writeSnapshot(file, 'print', content);
  expect(await readSnapshot(file, 'another')).toBeNull();
});

test('a missing snapshot is none', async () => {
  expect(await readSnapshot(file, 'print')).toBeNull();
});

test('a damaged snapshot is noticed, wherever the damage is', async () => {
  await writeSnapshot(file, 'print', content);
  const whole = await readFile(file, 'utf8');
  for (let at = 0; at < whole.length; at += 7) {
    await writeFile(file, whole.slice(0, at) + '#' + whole.slice(at + 1));
    expect(await readSnapshot(file, 'print')).toBeNull();
    await writeFile(file, whole.slice(0, at));
    expect(await readSnapshot(file, 'print')).toBeNull();
  }
});

test('a snapshot that cannot be put in place leaves the old one, and nothing beside it', async () => {
  await writeSnapshot(file, 'print', content);
  const cyclic: Record<string, unknown> = {};
  cyclic['itself'] = cyclic;
  await expect(writeSnapshot(file, 'print', cyclic)).rejects.toThrow(TypeError);
  await expect(writeSnapshot(path.dirname(file), 'print', content)).rejects.toThrow();
  expect(await readSnapshot(file, 'print')).toEqual(content);
  expect(await readdir(folder)).toEqual(['deep']);
});

test('the fingerprint follows every byte and every name, and not the order of files', async () => {
  await writeFile(path.join(folder, 'a.md'), 'one');
  const before = await fingerprint([folder]);
  expect(await fingerprint([folder])).toBe(before);
  await writeFile(path.join(folder, 'a.md'), 'two');
  const changed = await fingerprint([folder]);
  await writeFile(path.join(folder, 'a.md'), 'one');
  await writeFile(path.join(folder, 'b.md'), '');
  const added = await fingerprint([folder]);
  expect(new Set([before, changed, added]).size).toBe(3);
});
