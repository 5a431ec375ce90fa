import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { z } from 'zod';
import { root } from '../knowledge-fixture.js';

/** Two questions that want the opposite: of the first the slice with the feature is right, of the second the one without. */
const script = `
const { fitRanking } = await import(process.argv[1]);
const rows = [[1, 0.1], [0, 0.2]];
const fit = (first, second) =>
  fitRanking([
    { rows, right: [true, false], ...first },
    { rows, right: [false, true], ...second },
    { rows, right: [false, false] },
  ])[0];
process.stdout.write(JSON.stringify([fit({ weight: 3 }, {}), fit({}, { weight: 3 }), fit({}, {}), fit({ weight: 0.5 }, {})]));
`;

test('a question counts as far as it weighs, 1 where nothing is said, and one without a right slice teaches nothing', () => {
  const file = path.join(root, 'tests', 'fit', 'weigh.mjs');
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script, file], {
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  const [first = 0, second = 0, neither = 1, half = 0] = z.array(z.number()).parse(JSON.parse(stdout));
  expect(first).toBeGreaterThan(0.1);
  expect(second).toBeLessThan(-0.1);
  expect(neither).toBeCloseTo(0, 2);
  expect(half).toBeLessThan(-0.05);
});
