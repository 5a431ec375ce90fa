import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { root } from '../knowledge-fixture.js';

const script = `
const { readScenes } = await import(process.argv[1]);
process.stdout.write(JSON.stringify(await readScenes(process.argv[2])));
`;

function read(folder: string): ReturnType<typeof spawnSync> {
  const file = path.join(root, 'tests', 'fit', 'read-scenes.mjs');
  return spawnSync(process.execPath, ['--input-type=module', '-e', script, file, folder], {
    encoding: 'utf8',
    maxBuffer: 64e6,
  });
}

const scenes = z.array(z.object({ says: z.array(z.string()), asks: z.array(z.string()) }));

test('no question of the scenes is one of the gold questions, and no scene is there twice', () => {
  const gold = path.join(root, 'tests', 'gold');
  const files = readdirSync(gold).filter((name) => name.endsWith('.jsonl'));
  const texts = files.map((name) => readFileSync(path.join(gold, name), 'utf8'));
  const questions = new Set(texts.flatMap((text) => Array.from(text.matchAll(/"question":"([^"]+)"/g), ([, q]) => q)));
  const all = scenes.parse(JSON.parse(String(read(path.join(root, 'tests', 'fit', 'scenes')).stdout)));
  expect(all.length).toBeGreaterThan(4_000);
  expect(questions.size).toBeGreaterThan(1_000);
  expect(all.flatMap(({ asks }) => asks).filter((asked) => questions.has(asked))).toEqual([]);
  expect(new Set(all.map(({ says }) => says[0])).size).toBe(all.length);
});

test('a file of another form is named', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'standpunkt-scenes-'));
  try {
    writeFileSync(path.join(folder, 'skatt.yaml'), 'scenes:\n  - says: [innføre arveavgift]\n');
    const { status, stderr } = read(folder);
    expect(status).toBe(1);
    expect(stderr).toContain('skatt.yaml');
    expect(stderr).toContain('asks');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
