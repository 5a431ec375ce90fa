import path from 'node:path';
import { askAll, concurrent, inRounds, questionsOf, rowOf } from './asking.mjs';
import { scriptBeside, startServer } from './servers.mjs';
import { beside } from './table.mjs';

const reference = 'echo';
const leastRounds = 5;

const title = (
  asked,
  rounds,
) => `a question to /api/messages, answered at a connector on loopback, ${concurrent} at a time.
Each of ${rounds} rounds asks ${asked} questions of tests/gold of both bots in turn; medians of the rounds. "${reference}"
is the smallest bot on the same SDK, with the same checks. In brackets the multiple of it.`;

/** Both bots, the connector and what asks them are processes of their own, on the processors that there are. */
export async function* turns({ dist, knowledge, runs, gold, workplace }) {
  const servers = [];
  const started = async (...parameters) => {
    servers.push(await startServer(workplace, ...parameters));
    return servers.at(-1).address;
  };
  try {
    const connector = await started(scriptBeside('serve-connector.mjs'));
    const bots = {
      [reference]: await started(scriptBeside('serve-echo.mjs')),
      standpunkt: await started(path.join(dist, 'main.js'), { KNOWLEDGE_DIR: knowledge }),
    };
    const questions = await questionsOf(gold);
    const rounds = Math.max(runs, leastRounds);
    const figures = await inRounds(rounds, Object.keys(bots), (name) => askAll([bots[name]], connector, questions));
    const rows = Object.entries(figures).map(([peer, each]) => rowOf(peer, each));
    yield { title: title(questions.length, rounds), rows: beside(reference, rows) };
  } finally {
    await Promise.all(servers.map(({ stop }) => stop()));
  }
}
