// node measure-quality.mjs PEER DIST KNOWLEDGE FILE: FILE has passages and sets of trials; prints for each trial the
// place, from 0, of the first right passage among the first ten, or null.
import { readFile } from 'node:fs/promises';
import { openPeer } from './peers.mjs';

const [name, dist, knowledge, file] = process.argv.slice(2);
const { passages, sets } = JSON.parse(await readFile(file, 'utf8'));
const peer = await openPeer(name, { dist, knowledge });
const index = await peer.build(passages);
const placeOf = (trial) => {
  const at = peer.search(index, trial, trial.party, 10).findIndex((id) => trial.right.includes(id));
  return at < 0 ? null : at;
};
const places = Object.fromEntries(Object.entries(sets).map(([set, trials]) => [set, trials.map(placeOf)]));
process.stdout.write(`${JSON.stringify({ places })}\n`);
