// node measure-questions.mjs DIST FOLDER GOLD RUNS: prints how long each question of the gold files takes to retrieve.
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const [dist, knowledgeFolder, gold, runs] = process.argv.slice(2);
const compiled = (file) => import(pathToFileURL(path.join(dist, file)).href);
const { openBot } = await compiled('open-bot.js');
const { read } = await compiled('answer/read.js');
const { understand } = await compiled('answer/understand.js');
const { retrieve } = await compiled('search/retrieve.js');

const store = { read: async () => null, write: async () => undefined, erase: async () => undefined };
const opening = { knowledgeFolder, store, keyOf: () => '', now: () => new Date(), operator: null };
const { index, parties } = await openBot(opening);
const searched = parties.map(({ id }) => id).filter((id) => index.partiesWithDocuments.has(id));

const questions = [];
for (const file of (await readdir(gold)).filter((name) => name.endsWith('.jsonl')).toSorted()) {
  const lines = (await readFile(path.join(gold, file), 'utf8')).split('\n').filter((line) => line.trim());
  for (const item of lines.map((line) => JSON.parse(line))) {
    let previous = null;
    for (const text of item.turns ?? [item.question]) {
      const question = understand(read({ text, locale: null }), { parties, searched, previous });
      if (question.intent.kind !== 'position') continue;
      questions.push(question);
      previous = question;
    }
  }
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
