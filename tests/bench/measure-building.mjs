// node measure-building.mjs PEER DIST KNOWLEDGE PASSAGES SNAPSHOT: builds an index and stores it.
import { writeFile } from 'node:fs/promises';
import { openPeer } from './peers.mjs';
import { readPassages } from './store.mjs';

const [name, dist, knowledge, file, snapshot] = process.argv.slice(2);
const passages = await readPassages(file);
const peer = await openPeer(name, { dist, knowledge });
const began = performance.now();
const index = await peer.build(passages);
const build = performance.now() - began;
let bytes = null;
try {
  const content = await peer.save(index);
  await writeFile(snapshot, content);
  bytes = content.byteLength;
} catch (error) {
  // Longer than a string of Node.js can be. It is searched from an index built anew.
  if (!(error instanceof RangeError)) throw error;
}
process.stdout.write(`${JSON.stringify({ build, bytes })}\n`);
