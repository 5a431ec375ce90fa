import { existsSync } from 'node:fs';
import { readdir, rm, writeFile } from 'node:fs/promises';
import { totalmem } from 'node:os';
import path from 'node:path';
import { inFreshProcess } from './fresh-process.mjs';
import { positionQuestions, readLines } from './gold.mjs';
import { grow, partiesOf } from './grow.mjs';
import { passagesIn } from './passages.mjs';
import { peerNames, reference } from './peers.mjs';
import { writePassages } from './store.mjs';
import { beside, median, percentile } from './table.mjs';
import { openWorld } from './world.mjs';
import { worstQuestion } from './worst.mjs';

const storing = `Memory is what a new process grows by while it loads the snapshot and answers the questions. The snapshots of
Orama and standpunkt hold the texts too. In brackets the multiple of "${reference}".`;

const asking = `A library finds the first three passages of the party asked about; standpunkt answers the whole question, for
every party. Each question is taken with the median of its runs after the first; cold is the first. The worst question
is 2 000 letters of rare, long, misspelled words, cold. In brackets the multiple of "${reference}".`;

/** Questions that are asked of up to so many passages; of more, fewer, or it would take a quarter of an hour. */
const mostQuestions = 200;
const few = 20_000;

/** Megabytes of heap for 100 000 passages, where the machine has them. */
const mostHeap = 8_192;

export async function* speed({ dist, knowledge, folders, runs, gold, shared, workplace, sizes }) {
  const { name, folder } = folders.at(-1);
  const { passages, parties, ask } = await corpusOf(dist, folder);
  const queries = await queriesOf([gold, path.join(shared, 'gold')], ask);
  const files = {
    passages: path.join(workplace, 'passages.jsonl'),
    snapshot: path.join(workplace, 'snapshot'),
    queries: path.join(workplace, 'queries.json'),
  };
  const worst = queryOf(ask(worstQuestion(passages), null));
  for (const size of sizes) {
    const asked = evenly(queries, mostQuestions * Math.min(1, few / size));
    await writeFile(files.queries, JSON.stringify({ queries: asked, worst }));
    await writePassages(files.passages, grow(passages, size, parties));
    const found = [];
    for (const peer of peerNames) found.push(await measure(peer, { dist, knowledge, files, runs }));
    const corpus = `${size} passages of ${parties.length} parties:\n${madeOf(name, passages.length, size)}`;
    yield { title: `${corpus}.\n${storing}`, rows: beside(reference, found.map(storingRow)) };
    const title = `${asked.length} questions on the ${size} passages.\n${asking}`;
    yield { title, rows: beside(reference, found.map(askingRow)) };
  }
  await Promise.all(Object.values(files).map((file) => rm(file, { force: true })));
}

async function corpusOf(dist, folder) {
  const world = await openWorld(dist, folder);
  const passages = passagesIn(world.index);
  const parties = partiesOf(
    passages,
    world.parties.map(({ id }) => id),
  );
  return { passages, parties, ask: (await openWorld(dist, folder, parties)).ask };
}

function madeOf(name, own, size) {
  if (size <= own) return `from ${name}`;
  return `${own} from ${name} and ${size - own} recombined from their sentences by a seeded generator, which adds no words`;
}

async function queriesOf(folders, ask) {
  const queries = [];
  for (const folder of folders.filter((each) => existsSync(each))) {
    for (const file of (await readdir(folder)).filter((each) => each.endsWith('.jsonl')).toSorted()) {
      queries.push(...positionQuestions(await readLines(path.join(folder, file)), ask));
    }
  }
  const distinct = new Map(queries.map((question) => [question.resolved, question]));
  return Array.from(distinct.values(), queryOf);
}

/** At most so many of the items, from all over the list. */
function evenly(items, most) {
  const step = Math.ceil(items.length / most);
  return items.filter((_, at) => at % step === 0);
}

function queryOf(question) {
  const { text, scope, parties } = question;
  return { text, party: scope === 'named' ? parties[0] : null, question };
}

async function measure(peer, { dist, knowledge, files, runs }) {
  const heap = Math.min(mostHeap, Math.floor((0.7 * totalmem()) / 2 ** 20));
  const flags = [`--max-old-space-size=${heap}`, '--expose-gc'];
  const from = [peer, dist, knowledge, files.passages];
  try {
    const { build, bytes } = await inFreshProcess('measure-building.mjs', [...from, files.snapshot], flags);
    const snapshot = bytes === null ? '' : files.snapshot;
    const search = [...from, snapshot, files.queries, String(runs)];
    return { peer, build, bytes, ...(await inFreshProcess('measure-searching.mjs', search, flags)) };
  } catch (error) {
    // Out of memory, mostly: the others are still measured.
    process.stderr.write(`${peer} is left out here: ${error.message}\n`);
    return { peer };
  }
}

function storingRow({ peer, build, bytes, load, memory }) {
  return {
    peer,
    'build s': over(build, 1000),
    'snapshot MB': over(bytes, 2 ** 20),
    'load s': over(load, 1000),
    'memory MB': over(memory, 2 ** 20),
  };
}

function askingRow({ peer, times, first, worst }) {
  const typical = times?.map(median);
  const of = (numbers, share) => (numbers === undefined ? null : percentile(numbers, share));
  return {
    peer,
    'p50 ms': of(typical, 0.5),
    'p99 ms': of(typical, 0.99),
    'slowest ms': of(typical, 1),
    'cold p50 ms': of(first, 0.5),
    'cold p99 ms': of(first, 0.99),
    'cold slowest ms': of(first, 1),
    'worst ms': worst ?? null,
  };
}

function over(value, unit) {
  return typeof value === 'number' ? value / unit : null;
}
