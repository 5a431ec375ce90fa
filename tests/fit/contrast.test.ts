import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { z } from 'zod';
import { root } from '../knowledge-fixture.js';

/** Terms 0–2 ask for what terms 3–5 say. */
const script = `
const { contrast } = await import(process.argv[1]);
const learn = () => {
  let state = 7;
  const random = () => (state = (state * 48271) % 2147483647) / 2147483647 - 0.5;
  const start = Float32Array.from({ length: 6 * 4 }, random);
  const pairs = [0, 1, 2].map((thing) => [[[thing, 1]], [[thing + 3, 1]]]);
  const losses = [];
  const vectors = contrast(start, 4, () => pairs, { rounds: 300, onRound: (round, loss) => losses.push(loss) });
  return { vectors: [...vectors], losses };
};
process.stdout.write(JSON.stringify([learn(), learn()]));
`;

const learnt = z.array(z.object({ vectors: z.array(z.number()), losses: z.array(z.number()) }));

let runs: z.infer<typeof learnt> = [];
beforeAll(() => {
  const file = path.join(root, 'tests', 'fit', 'contrast.mjs');
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script, file], {
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  runs = learnt.parse(JSON.parse(stdout));
});

function cosine(a: number, b: number): number {
  const vector = (term: number): readonly number[] => runs[0]?.vectors.slice(term * 4, term * 4 + 4) ?? [];
  const dot = (x: readonly number[], y: readonly number[]): number =>
    x.reduce((sum, value, d) => sum + value * (y[d] ?? 0), 0);
  return dot(vector(a), vector(b)) / Math.sqrt(dot(vector(a), vector(a)) * dot(vector(b), vector(b)));
}

test.each([0, 1, 2])('what is asked lies nearer to what says it than to anything else: %i', (asked) => {
  for (const other of [0, 1, 2].filter((said) => said !== asked)) {
    expect(cosine(asked, asked + 3)).toBeGreaterThan(cosine(asked, other + 3) + 0.4);
  }
});

test('the loss falls, from that of guessing', () => {
  const { losses } = runs[0] ?? { losses: [] };
  expect(losses[0]).toBeGreaterThan(0.5);
  expect(losses.at(-1)).toBeLessThan(0.05);
});

test('two runs give the same numbers', () => {
  expect(runs[1]).toEqual(runs[0]);
});
