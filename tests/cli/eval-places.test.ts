import { mkdtempSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { choosePlaces, joinDocuments } from '../../src/cli/eval-places.js';

let home = '';

beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), 'standpunkt-'));
});

afterEach(() => rmSync(home, { recursive: true }));

function write(name: string, text: string): void {
  mkdirSync(path.dirname(path.join(home, name)), { recursive: true });
  writeFileSync(path.join(home, name), text);
}

const files = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.includes('.'))
    .toSorted();

test('documents of several folders are joined by party, once for each content', async () => {
  write('own/frp/rus.md', 'Rus');
  write('programmes/frp/program.pdf', 'PDF');
  write('programmes/ap/program.md', 'Program');
  write('programmes/README.md', 'not a document');
  const folders = [path.join(home, 'own'), path.join(home, 'programmes')];
  const goal = path.join(home, 'joined');
  const joined = await joinDocuments(folders, goal);
  expect(files(joined)).toEqual(['documents/ap/program.md', 'documents/frp/program.pdf', 'documents/frp/rus.md']);
  expect(await joinDocuments(folders, goal)).toBe(joined);
  write('own/frp/rus.md', 'Endret');
  expect(await joinDocuments(folders, goal)).not.toBe(joined);
  expect(readdirSync(goal).filter((name) => name.startsWith('joining-'))).toEqual([]);
});

test('two who join the same documents at once get one folder', async () => {
  write('own/frp/rus.md', 'Rus');
  const join = (): Promise<string> => joinDocuments([path.join(home, 'own')], path.join(home, 'joined'));
  const [first, second] = await Promise.all([join(), join()]);
  expect(second).toBe(first);
  expect(readdirSync(path.join(home, 'joined'))).toEqual([path.basename(first)]);
});

test('questions about programmes that are not here are skipped with the reason', async () => {
  const named = ['seeds-a.jsonl', 'programmes-b.jsonl'];
  const { places, notes } = await choosePlaces(named, { knowledge: null, programmes: path.join(home, 'none') });
  expect(places).toEqual([{ knowledge: null, files: ['seeds-a.jsonl'] }]);
  expect(notes).toHaveLength(1);
  expect(notes[0]).toMatch(/^programmes-b\.jsonl skipped: .* name it with --programmes <folder>\.$/);
});

test('a knowledge folder that is named answers everything', async () => {
  const options = { knowledge: 'mine', programmes: null };
  expect(await choosePlaces(['programmes-b.jsonl', 'x.jsonl'], options)).toEqual({
    places: [{ knowledge: 'mine', files: ['programmes-b.jsonl', 'x.jsonl'] }],
    notes: [],
  });
});
