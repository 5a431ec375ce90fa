import path from 'node:path';
import { questionsOf } from './asking.mjs';
import { agent, channelsOf, serveReplies, signingSecret } from './outages-channels.mjs';
import { startBreakable } from './outages-redis.mjs';
import { hasRedis, sharing } from './redis.mjs';
import { send } from './send.mjs';
import { startServer } from './servers.mjs';
import { percentile } from './table.mjs';

const perSecond = 20;
/** People of each channel and replica; each waits for an answer before the next question. */
const people = 20;
/** Seconds of questions before Redis is taken, which are not counted. */
const warmUp = 5;
/** Milliseconds between two looks at readiness, and until a replica that does not tell is given up. */
const looking = 20;
const longest = 30_000;

const first = 'Hva mener Frp om heroinassistert behandling?';
const followUp = 'Og hva med Ap?';
const asksBack = /Hvilken sak/;

const title = (
  seconds,
) => `two replicas whose Redis is taken for ${seconds} s, three times: killed, frozen (SIGSTOP), and cut off on the wire, so that
nobody is told. ${perSecond} questions a second of tests/gold in all, over Direct Line, Teams and Slack, from when Redis is taken until it is
back and used. "failed" is refused, or not answered in 10 s; a Slack and a connector on loopback take the answers. "told"
is when both replicas say "degraded" at /readyz; "back" when, after Redis is given back, both say "ready" and a follow-up
leans on the question before, which was put to the other replica in Teams and Slack.`;

export async function* outages({ dist, knowledge, gold, workplace, seconds }) {
  if (!hasRedis()) throw new Error('redis-server is not installed; there is nothing to take away.');
  const running = [];
  try {
    const redis = await startBreakable(workplace);
    const replies = await serveReplies();
    running.push(redis, replies);
    for (let number = 0; number < 2; number += 1)
      running.push(await startReplica({ dist, knowledge, workplace, redis, replies }));
    const [one, two] = running.slice(2);
    const addresses = [one.address, two.address];
    const channels = channelsOf(replies);
    const questions = await questionsOf(gold);
    const rows = [];
    for (const [way, doing] of Object.entries(redis.ways)) {
      const crowd = await openCrowd(channels, addresses, questions);
      rows.push(...(await measure({ way, ...doing, seconds, crowd, channels, addresses })));
      // Fails for one that has crashed.
      await Promise.all([one.usage({ collect: false }), two.usage({ collect: false })]);
    }
    yield { title: title(seconds), rows };
  } finally {
    // The services first: when they lose their Redis they say so.
    for (const { stop } of running.toReversed()) await stop();
  }
}

async function startReplica({ dist, knowledge, workplace, redis, replies }) {
  const settings = {
    ...sharing(redis, 'outages'),
    KNOWLEDGE_DIR: knowledge,
    PUBLIC_URL: 'https://bench.example',
    SLACK_BOT_TOKEN: 'xoxb-bench',
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_STANDS_IN: replies.address,
    MESSAGES_PER_MINUTE: '1000000',
    TOKENS_PER_MINUTE: '1000000',
  };
  const service = await startServer(workplace, path.join(dist, 'main.js'), settings, [
    new URL('soak-slack.mjs', import.meta.url).href,
  ]);
  await until(async () => (await readiness(service.address)) === 'ready');
  return service;
}

/** People of every channel at every replica, who are asked to ask one after the other. */
async function openCrowd(channels, addresses, questions) {
  const crowd = [];
  for (let number = 0; number < people; number += 1) {
    for (const [channel, open] of Object.entries(channels)) {
      for (const home of addresses) crowd.push({ channel, ask: await open(home), free: true });
    }
  }
  let next = 0;
  let asked = 0;
  return {
    /** Puts a question at each time that one is due, until told to stop; those of the channels in turn. */
    talk(isOver) {
      const put = [];
      const began = performance.now();
      const talking = (async () => {
        for (let number = 0; !isOver(); number += 1) {
          const due = began + (number * 1_000) / perSecond;
          await pause(due - performance.now());
          const person = freeFrom(crowd, next);
          next = person.at + 1;
          put.push(questionOf(person.who, questions[asked % questions.length], due));
          asked += 1;
        }
        return Promise.all(put);
      })();
      return talking;
    },
  };
}

/** Somebody who does not wait for an answer. */
function freeFrom(crowd, start) {
  for (let step = 0; step < crowd.length; step += 1) {
    const at = (start + step) % crowd.length;
    if (crowd[at].free) return { at, who: crowd[at] };
  }
  throw new Error(
    `All ${crowd.length} people wait for an answer: the machine is too slow for ${perSecond} questions a second.`,
  );
}

async function questionOf(person, text, due) {
  person.free = false;
  const failure = await person.ask(text).then(
    () => null,
    (error) => error,
  );
  person.free = true;
  if (failure) process.stderr.write(`${person.channel}: ${failure.message}\n`);
  return { channel: person.channel, milliseconds: performance.now() - due, failure };
}

async function measure({ way, take, give, seconds, crowd, channels, addresses }) {
  const warm = performance.now() + warmUp * 1_000;
  await crowd.talk(() => performance.now() > warm);
  const taken = performance.now();
  await take();
  let isOver = false;
  const talking = crowd.talk(() => isOver);
  const told = await secondsUntil(taken, () => allAre('degraded', addresses));
  await pause(taken + seconds * 1_000 - performance.now());
  const given = performance.now();
  await give();
  const ready = await secondsUntil(given, () => allAre('ready', addresses));
  const back = {};
  for (const [channel, open] of Object.entries(channels))
    back[channel] = Math.max(ready, await secondsUntil(given, () => leans(open, addresses)));
  isOver = true;
  const asked = await talking;
  return Object.keys(channels).map((channel) => rowOf(way, channel, asked, { told, back: back[channel] }));
}

/** Whether a follow-up is understood by somebody new. */
async function leans(open, [one, two]) {
  const ask = await open(one);
  await ask(first, one);
  return !asksBack.test(await ask(followUp, two));
}

function rowOf(way, channel, asked, { told, back }) {
  const own = asked.filter((each) => each.channel === channel);
  const answered = own.filter(({ failure }) => failure === null).map(({ milliseconds }) => milliseconds);
  return {
    Redis: way,
    channel,
    questions: own.length,
    failed: own.length - answered.length,
    'within 1 s %': (100 * answered.filter((each) => each <= 1_000).length) / own.length,
    'p50 ms': percentile(answered, 0.5),
    'p99 ms': percentile(answered, 0.99),
    'slowest ms': Math.max(...answered),
    'told s': told,
    'back s': back,
  };
}

async function readiness(address) {
  return (await send(agent, `${address}/readyz`)).status;
}

async function allAre(status, addresses) {
  return (await Promise.all(addresses.map(readiness))).every((each) => each === status);
}

async function secondsUntil(since, isSo) {
  await until(isSo);
  return (performance.now() - since) / 1_000;
}

/** @throws Error after half a minute */
async function until(isSo) {
  const end = performance.now() + longest;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`It was not so within ${longest / 1_000} s: ${isSo}`);
    await pause(looking);
  }
}

function pause(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, Math.max(0, milliseconds)));
}
