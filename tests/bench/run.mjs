// npm run bench -- [reading] [questions] [--knowledge DIR]… [--runs N] [--json]
// Figures of this machine, to be held against those of the change before on the same machine; nothing is asserted.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { copyProject, joinProgrammes } from './folders.mjs';
import { questions } from './questions.mjs';
import { reading } from './reading.mjs';
import { layOut } from './table.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const programmes = path.join(root, '..', 'shared', 'programmes');
const sections = { reading, questions };

/** @throws Error that says what to write instead */
function readArguments() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      knowledge: { type: 'string', multiple: true, default: [] },
      runs: { type: 'string', default: '3' },
      json: { type: 'boolean', default: false },
    },
  });
  const unknown = positionals.find((name) => !Object.hasOwn(sections, name));
  if (unknown !== undefined) {
    throw new Error(`There is no section ${unknown}; name ${Object.keys(sections).join(' or ')}.`);
  }
  const runs = Number(values.runs);
  if (!Number.isInteger(runs) || runs < 1) throw new Error('--runs takes a whole number from 1.');
  const given = values.knowledge.map((folder) => path.resolve(folder));
  const missing = given.find((folder) => !existsSync(folder));
  if (missing !== undefined) throw new Error(`There is no folder ${missing}; name a knowledge folder.`);
  return { chosen: positionals.length > 0 ? positionals : Object.keys(sections), runs, given, json: values.json };
}

async function foldersOf(given, knowledge, workplace) {
  if (given.length > 0) return given.map((folder) => ({ name: path.relative(process.cwd(), folder) || '.', folder }));
  const own = { name: 'own documents', folder: knowledge };
  if (!existsSync(programmes)) return [own];
  const joined = await joinProgrammes([path.join(knowledge, 'documents'), programmes], path.join(workplace, 'joined'));
  return [own, { name: 'own and programmes', folder: joined }];
}

async function run({ chosen, runs, given, json }, workplace) {
  const { dist, knowledge } = await copyProject(root, workplace);
  const folders = await foldersOf(given, knowledge, workplace);
  const machine = { node: process.version, processors: availableParallelism(), model: cpus()[0]?.model ?? '', runs };
  const report = { machine };
  for (const section of new Set(chosen)) {
    const { title, rows } = await sections[section]({ dist, folders, runs, gold: path.join(root, 'tests', 'gold') });
    report[section] = rows;
    if (!json) process.stdout.write(`${section}: ${title}\n${layOut(rows)}\n\n`);
  }
  if (json) process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  else {
    process.stdout.write(
      `Medians of ${runs}. Node ${machine.node}, ${machine.processors} processors, ${machine.model}.\n`,
    );
  }
}

try {
  const wanted = readArguments();
  const launcher = path.join(root, 'src', 'cli', 'launch.mjs');
  const { status } = spawnSync(process.execPath, [launcher, '--build'], { stdio: 'inherit' });
  if (status !== 0) throw new Error('Nothing was measured: the code does not compile.');
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
