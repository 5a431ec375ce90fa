// npm run bench -- [reading] [questions] [turns] [replicas] [socket] [slack] [soak] [outages] [quality] [speed]
//   [--knowledge DIR]… [--runs N] [--sizes N,N…] [--minutes N] [--seconds N] [--json]
// Figures of this machine, to be held against those of the change before on the same machine; nothing is asserted.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { copyProject, joinProgrammes } from './folders.mjs';
import { installPeers } from './install-peers.mjs';
import { outages } from './outages.mjs';
import { quality } from './quality.mjs';
import { questions } from './questions.mjs';
import { reading } from './reading.mjs';
import { replicas } from './replicas.mjs';
import { slack } from './slack.mjs';
import { soak } from './soak.mjs';
import { socket } from './sockets.mjs';
import { speed } from './speed.mjs';
import { layOut } from './table.mjs';
import { turns } from './turns.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const shared = path.join(root, '..', 'shared');
const programmes = path.join(shared, 'programmes');
const sections = { reading, questions, turns, replicas, socket, slack, soak, outages, quality, speed };
/** Those that take minutes, and are left out where nobody asks for them. */
const onRequest = new Set(['replicas', 'soak', 'outages']);
/** Those that measure other libraries too. */
const besideOthers = new Set(['quality', 'speed']);
/** Passages. The last takes as long as all the rest, and is left out where nobody asks for `speed`. */
const allSizes = '5000,20000,100000';
const smallSizes = '5000,20000';

/** @throws Error that says what to write instead */
function readArguments() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      knowledge: { type: 'string', multiple: true, default: [] },
      runs: { type: 'string', default: '3' },
      sizes: { type: 'string' },
      minutes: { type: 'string', default: '3' },
      seconds: { type: 'string', default: '60' },
      json: { type: 'boolean', default: false },
    },
  });
  const unknown = positionals.find((name) => !Object.hasOwn(sections, name));
  if (unknown !== undefined) {
    throw new Error(`There is no section ${unknown}; name ${Object.keys(sections).join(' or ')}.`);
  }
  const runs = Number(values.runs);
  if (!Number.isInteger(runs) || runs < 1) throw new Error('--runs takes a whole number from 1.');
  const sizes = (values.sizes ?? (positionals.includes('speed') ? allSizes : smallSizes)).split(',').map(Number);
  if (!sizes.every((size) => Number.isInteger(size) && size >= 100)) {
    throw new Error('--sizes takes numbers of passages, from 100, with commas between: 5000,20000.');
  }
  const minutes = Number(values.minutes);
  if (!Number.isInteger(minutes) || minutes < 1) throw new Error('--minutes takes a whole number from 1.');
  const seconds = Number(values.seconds);
  if (!Number.isInteger(seconds) || seconds < 5) throw new Error('--seconds takes a whole number from 5.');
  const given = values.knowledge.map((folder) => path.resolve(folder));
  const missing = given.find((folder) => !existsSync(folder));
  if (missing !== undefined) throw new Error(`There is no folder ${missing}; name a knowledge folder.`);
  const everyday = Object.keys(sections).filter((name) => !onRequest.has(name));
  const chosen = [...new Set(positionals.length > 0 ? positionals : everyday)];
  return { chosen, runs, sizes, minutes, seconds, given, json: values.json };
}

async function foldersOf(given, knowledge, workplace) {
  if (given.length > 0) return given.map((folder) => ({ name: path.relative(process.cwd(), folder) || '.', folder }));
  const own = { name: 'own documents', folder: knowledge };
  if (!existsSync(programmes)) return [own];
  const joined = await joinProgrammes([path.join(knowledge, 'documents'), programmes], path.join(workplace, 'joined'));
  return [own, { name: 'own and programmes', folder: joined }];
}

async function run({ chosen, runs, sizes, minutes, seconds, given, json }, workplace) {
  const { dist, knowledge } = await copyProject(root, workplace);
  const folders = await foldersOf(given, knowledge, workplace);
  const gold = path.join(root, 'tests', 'gold');
  const machine = { node: process.version, processors: availableParallelism(), model: cpus()[0]?.model ?? '', runs };
  const report = { machine };
  for (const section of chosen) {
    const where = { dist, knowledge, folders, gold, shared, workplace };
    report[section] = [];
    for await (const table of sections[section]({ ...where, runs, sizes, minutes, seconds })) {
      report[section].push(table);
      if (!json) process.stdout.write(`${section}: ${table.title}\n${layOut(table.rows)}\n\n`);
    }
  }
  if (json) process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  else {
    process.stdout.write(
      `Medians of ${runs} where nothing else is said. Node ${machine.node}, ${machine.processors} processors, ${machine.model}.\n`,
    );
  }
}

// What was started ends with this process, and hears of it when it exits.
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
try {
  const wanted = readArguments();
  const launcher = path.join(root, 'src', 'cli', 'launch.mjs');
  const { status } = spawnSync(process.execPath, [launcher, '--build'], { stdio: 'inherit' });
  if (status !== 0) throw new Error('Nothing was measured: the code does not compile.');
  if (wanted.chosen.some((section) => besideOthers.has(section))) installPeers();
  const workplace = await mkdtemp(path.join(tmpdir(), 'standpunkt-bench-'));
  try {
    await run(wanted, workplace);
  } finally {
    await rm(workplace, { recursive: true, force: true });
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
