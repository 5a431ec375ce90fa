// node --expose-gc measure-searching.mjs PEER DIST KNOWLEDGE PASSAGES SNAPSHOT QUERIES RUNS: opens the snapshot, or
// builds anew where SNAPSHOT is empty, asks every question once and then up to RUNS times more, and prints times and memory.
import { readFile } from 'node:fs/promises';
import { openPeer } from './peers.mjs';
import { readPassages } from './store.mjs';

const [name, dist, knowledge, file, snapshot, queriesFile, runs] = process.argv.slice(2);

/** Milliseconds. After this no further round begins. */
const enough = 5_000;

/** Bytes in use once nothing is left to collect. */
function settled() {
  globalThis.gc();
  globalThis.gc();
  return process.memoryUsage.rss();
}

function timed(work) {
  const began = performance.now();
  work();
  return performance.now() - began;
}

const { queries, worst } = JSON.parse(await readFile(queriesFile, 'utf8'));
const before = settled();
const peer = await openPeer(name, { dist, knowledge });
const began = performance.now();
const index = snapshot === '' ? await peer.build(await readPassages(file)) : await peer.load(await readFile(snapshot));
const load = snapshot === '' ? null : performance.now() - began;
const answer = peer.retrieve ?? ((built, query) => peer.search(built, query, query.party, 3));
const askAll = () => queries.map((query) => timed(() => answer(index, query)));
const first = askAll();
const rounds = [];
const from = performance.now();
while (rounds.length < Number(runs) && (rounds.length === 0 || performance.now() - from < enough))
  rounds.push(askAll());
const times = queries.map((_, at) => rounds.map((round) => round[at]));
const worstTime = timed(() => answer(index, worst));
process.stdout.write(`${JSON.stringify({ load, memory: settled() - before, first, times, worst: worstTime })}\n`);
