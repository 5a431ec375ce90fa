// node measure-questions.mjs DIST FOLDER GOLD RUNS: prints how long each question of the gold files takes to retrieve.
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { positionQuestions, readLines } from './gold.mjs';
import { openWorld } from './world.mjs';

const [dist, knowledgeFolder, gold, runs] = process.argv.slice(2);
const { retrieve } = await import(pathToFileURL(path.join(dist, 'search', 'retrieve.js')).href);
const { index, parties, ask } = await openWorld(dist, knowledgeFolder);

const questions = [];
for (const file of (await readdir(gold)).filter((name) => name.endsWith('.jsonl')).toSorted()) {
  questions.push(...positionQuestions(await readLines(path.join(gold, file)), ask));
}

const retrieveAll = () =>
  questions.map((question) => {
    const began = performance.now();
    retrieve(question, index, parties);
    return performance.now() - began;
  });
// The first time compiles the code and makes what is made on first use.
const first = retrieveAll();
const rounds = Array.from({ length: Number(runs) }, retrieveAll);
const times = questions.map((_, at) => rounds.map((round) => round[at]));
process.stdout.write(`${JSON.stringify({ first, times })}\n`);
