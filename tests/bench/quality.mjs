import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { readLines, trialsOf } from './gold.mjs';
import { inFreshProcess, twoAtATime } from './fresh-process.mjs';
import { passageOf, passagesIn } from './passages.mjs';
import { peerNames, reference } from './peers.mjs';
import { beside } from './table.mjs';
import { openWorld } from './world.mjs';

const wikipedia = 'NorQuAD questions about Wikipedia, in the language before "in" on passages in the one after it.\n';
const measures = `R@5 and MRR@10 in percent, and as a multiple of "${reference}".`;

export async function* quality({ dist, knowledge, folders, gold, shared, workplace }) {
  const run = { dist, knowledge, file: path.join(workplace, 'quality.json') };
  yield await norquad(path.join(shared, 'norquad'), run);
  const sets = [
    { file: path.join(gold, 'seeds-dev.jsonl'), about: 'own documents' },
    { file: path.join(shared, 'gold', 'programmes-dev.jsonl'), about: 'own and programmes' },
  ];
  for (const { file, about } of sets) {
    const folder = folders.find((each) => each.name === about);
    yield folder
      ? await onGold(file, folder, run)
      : skipped(path.basename(file), `it asks about ${about}, which are not read here`);
  }
  await rm(run.file, { force: true });
}

async function norquad(folder, run) {
  if (!existsSync(folder)) return skipped('NorQuAD', `there is no ${folder}`);
  const { sentences } = await import(pathToFileURL(path.join(run.dist, 'knowledge', 'sentences.js')).href);
  const { topicOf } = await import(pathToFileURL(path.join(run.dist, 'answer', 'topic.js')).href);
  const read = (name) => readLines(path.join(folder, name));
  const trials = async (name, language) =>
    (await read(name))
      .filter(({ src }) => src === 'wikipedia')
      .map(({ q, gold }) => ({ text: q, topic: topicOf(q, []), language, party: null, right: gold }));
  const nb = await trials('norquad_queries.jsonl', 'nb');
  const nn = await trials('norquad_queries_nn.jsonl', 'nn');
  const places = new Map(peerNames.map((name) => [name, {}]));
  for (const [language, name] of Object.entries({ nb: 'norquad_passages.jsonl', nn: 'norquad_passages_nn.jsonl' })) {
    const lines = await read(name);
    const passages = lines.map((line) => passageOf({ ...line, document: `wikipedia/${line.doc}` }, sentences));
    const sets = { [`nb in ${language}`]: nb, [`nn in ${language}`]: nn };
    for (const [peer, found] of await measure({ passages, sets }, run)) Object.assign(places.get(peer), found);
  }
  return { title: `${nb.length} ${wikipedia}${measures}`, rows: rowsOf(places, { 'R@5': within(5), 'MRR@10': mrr }) };
}

async function onGold(file, folder, run) {
  const name = path.basename(file);
  if (!existsSync(file)) return skipped(name, `there is no ${file}`);
  const { index, ask } = await openWorld(run.dist, folder.folder);
  const passages = passagesIn(index);
  const trials = trialsOf(await readLines(file), passages, ask);
  const places = await measure({ passages, sets: { '': trials } }, run);
  const held = trials.filter(({ right }) => right.length > 0).length;
  const title =
    `${name} on ${folder.name} (${passages.length} passages). For ${held} of ${trials.length} questions some passage holds the answer.\n` +
    'In percent of all: it stands in the first passage, or in one of the first three, of the party.';
  return { title, rows: rowsOf(places, { first: within(1), 'first three': within(3) }) };
}

/** Peer → set → places. Two at a time: no time is measured here. */
async function measure(content, { dist, knowledge, file }) {
  await writeFile(file, JSON.stringify(content));
  const found = await twoAtATime(peerNames, (name) =>
    inFreshProcess('measure-quality.mjs', [name, dist, knowledge, file]),
  );
  return new Map(peerNames.map((name, at) => [name, found[at].places]));
}

function rowsOf(places, figures) {
  const rows = Array.from(places, ([peer, sets]) => {
    const row = { peer };
    for (const [set, found] of Object.entries(sets)) {
      for (const [figure, of] of Object.entries(figures)) row[`${set} ${figure}`.trim()] = 100 * of(found);
    }
    return row;
  });
  return beside(reference, rows);
}

const within = (k) => (places) => places.filter((place) => place !== null && place < k).length / places.length;

const mrr = (places) => places.reduce((sum, place) => sum + (place === null ? 0 : 1 / (place + 1)), 0) / places.length;

function skipped(what, why) {
  return { title: `${what}: left out, as ${why}.`, rows: [] };
}
