import { inFreshProcess } from './fresh-process.mjs';
import { median, percentile } from './table.mjs';

const title = `retrieving the questions of tests/gold, each the median of its runs, in milliseconds.`;

export async function* questions({ dist, folders, runs, gold }) {
  const rows = [];
  for (const { name, folder } of folders) {
    const { first, times } = await inFreshProcess('measure-questions.mjs', [dist, folder, gold, String(runs)]);
    const typical = times.map(median);
    const p50 = percentile(typical, 0.5);
    const p99 = percentile(typical, 0.99);
    rows.push({
      folder: name,
      questions: typical.length,
      'p50 ms': p50,
      'p99 ms': p99,
      'p99/p50': p99 / p50,
      'slowest ms': Math.max(...typical),
      'slowest first time ms': Math.max(...first),
    });
  }
  yield { title, rows };
}
