import { availableParallelism } from 'node:os';
import path from 'node:path';
import { askAll, concurrent, inRounds, questionsOf, rowOf } from './asking.mjs';
import { watchMachine, workedHere } from './machine.mjs';
import { hasRedis, sharing, startRedis } from './redis.mjs';
import { scriptBeside, startServer } from './servers.mjs';
import { beside, median } from './table.mjs';

const reference = 'echo';
const leastRounds = 5;

const title = (
  asked,
  rounds,
  others,
) => `two replicas against one: a question to /api/messages, answered at a connector on loopback,
${concurrent} at a time, to the replicas in turn, so that any of them serves anybody. Each of ${rounds} rounds asks ${asked} questions
of tests/gold of all in turn; medians of the rounds. "${reference}" is the smallest bot on the same SDK, with the same checks. In
brackets the multiple of it.
The ${availableParallelism()} processors of this machine are shared with ${others}: their time is
"others". A replica keeps one processor busy at most, so what carries over to another machine is the processor's time for a
turn, of all replicas together. "fullest" is how much of one processor the busiest replica took, "ours" how much of all
processors everything here took together, "machine" how much whatever runs on it took. Near 100 for the fullest, the service
was the limit; near 100 for the machine, the machine was, and two echoes show how much of the second was left.`;

export async function* replicas({ dist, knowledge, runs, gold, workplace }) {
  const running = [];
  const started = async (starting) => {
    running.push(await starting);
    return running.at(-1);
  };
  try {
    const connector = await started(startServer(workplace, scriptBeside('serve-connector.mjs')));
    const redis = hasRedis() ? await started(startRedis(workplace)) : null;
    const setups = await startSetups(redis, (script, settings = {}) =>
      started(startServer(workplace, script ?? path.join(dist, 'main.js'), { KNOWLEDGE_DIR: knowledge, ...settings })),
    );
    const questions = await questionsOf(gold);
    const rounds = Math.max(runs, leastRounds);
    const figures = await inRounds(rounds, Object.keys(setups), (name) =>
      measure(setups[name], connector, redis, questions),
    );
    const others = redis === null ? 'what asks and the connector' : 'what asks, the connector and Redis';
    const note = redis === null ? '\nRedis is not installed: only what does without it is measured.' : '';
    yield { title: title(questions.length, rounds, others) + note, rows: rowsOf(figures) };
  } finally {
    // The services first: one that loses its Redis says so.
    for (const { stop } of running.toReversed()) await stop();
  }
}

/** Name → the servers that are asked in turn. */
async function startSetups(redis, start) {
  const echo = () => start(scriptBeside('serve-echo.mjs'));
  const setups = { [reference]: [await echo()], 'two echoes': [await echo(), await echo()] };
  const one = { ...setups, 'one, in memory': [await start()] };
  if (redis === null) return one;
  const [alone, both] = [sharing(redis, 'one'), sharing(redis, 'two')];
  return {
    ...one,
    'one, with Redis': [await start(null, alone)],
    'two, with Redis': [await start(null, both), await start(null, both)],
  };
}

async function measure(servers, connector, redis, questions) {
  const look = async () => ({
    services: await Promise.all(servers.map(({ usage }) => usage({ collect: false }))),
    others: (await connector.usage({ collect: false })).worked + ((await redis?.worked()) ?? 0) + workedHere(),
    at: performance.now(),
  });
  const addresses = servers.map(({ address }) => address);
  const before = await look();
  const taken = watchMachine();
  const asked = await askAll(addresses, connector.address, questions);
  const after = await look();
  const worked = after.services.map((each, at) => each.worked - before.services[at].worked);
  return {
    ...asked,
    worked,
    others: after.others - before.others,
    resident: sum(after.services.map(({ resident }) => resident)),
    machine: taken(),
    milliseconds: after.at - before.at,
  };
}

function rowsOf(figures) {
  const rows = Object.entries(figures).map(([peer, each]) => ({
    ...rowOf(peer, each),
    'processor ms/turn': median(each.map(({ worked, times }) => sum(worked) / times.length)),
    'resident MB': median(each.map(({ resident }) => resident)),
  }));
  return beside(reference, rows).map((row) => ({ ...row, ...limitsOf(figures[row.peer]) }));
}

/** What was the limit: the service, or the machine. */
function limitsOf(figures) {
  const cores = availableParallelism();
  const percent = (share) => Math.round(100 * median(figures.map(share)));
  return {
    'others ms/turn': median(figures.map(({ others, times }) => others / times.length)),
    'fullest %': percent(({ worked, milliseconds }) => Math.max(...worked) / milliseconds),
    'ours %': percent(({ worked, others, milliseconds }) => (sum(worked) + others) / (cores * milliseconds)),
    'machine %': percent(({ machine }) => machine),
  };
}

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}
