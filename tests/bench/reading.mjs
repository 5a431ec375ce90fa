import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { inFreshProcess } from './fresh-process.mjs';
import { median } from './table.mjs';

const title = `reading, indexing and finding starters, the steps of building; words/s is of the first two. Then a new
process until it can answer, from nothing and from the snapshot. Memory is the peak of each process, without those that
it starts.`;

/** As open-bot.ts starts the process that builds. */
const building = ['--optimize-for-size'];

export async function* reading({ dist, folders, runs }) {
  const rows = [];
  for (const { name, folder } of folders) rows.push({ folder: name, ...(await measure(dist, folder, runs)) });
  yield { title, rows };
}

async function measure(dist, folder, runs) {
  const read = [];
  const nothing = [];
  const snapshot = [];
  const snapshots = path.join(dist, 'snapshots');
  for (let run = 0; run < runs; run += 1) {
    read.push(await inFreshProcess('measure-reading.mjs', [dist, folder], building));
    await rm(snapshots, { recursive: true, force: true });
    nothing.push(await inFreshProcess('measure-opening.mjs', [dist, folder]));
    const written = await timesOf(snapshots);
    snapshot.push(await inFreshProcess('measure-opening.mjs', [dist, folder]));
    if (written === '' || (await timesOf(snapshots)) !== written) {
      throw new Error(`The snapshot of ${folder} was not used; leave the folder alone while it is measured.`);
    }
  }
  const [{ documents, errors, words, passages }] = read;
  const secondsOf = (results, field) => median(results.map((result) => result[field])) / 1000;
  const megabytesOf = (results) => Math.round(median(results.map(({ maxRss }) => maxRss)) / 1024);
  const fromNothing = secondsOf(nothing, 'milliseconds');
  const fromSnapshot = secondsOf(snapshot, 'milliseconds');
  return {
    documents,
    errors,
    words,
    passages,
    'read s': secondsOf(read, 'read'),
    'index s': secondsOf(read, 'index'),
    'starters s': secondsOf(read, 'starters'),
    'words/s': Math.round(median(read.map((each) => (1000 * words) / (each.read + each.index)))),
    'nothing s': fromNothing,
    'snapshot s': fromSnapshot,
    'snapshot/nothing': fromSnapshot / fromNothing,
    'build MB': megabytesOf(read),
    'nothing MB': megabytesOf(nothing),
    'snapshot MB': megabytesOf(snapshot),
  };
}

/** When each snapshot was written: the same before and after shows that it was read and not made anew. */
async function timesOf(snapshots) {
  const names = await readdir(snapshots).catch(() => []);
  const files = names.toSorted((a, b) => (a < b ? -1 : 1)).map(async (name) => `${name} ${(await stat(path.join(snapshots, name))).mtimeMs}`);
  return (await Promise.all(files)).join('\n');
}
