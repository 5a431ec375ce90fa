import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { Agent } from 'node:http';
import path from 'node:path';
import { readLines } from './gold.mjs';
import { send } from './send.mjs';
import { median, percentile } from './table.mjs';

export const concurrent = 20;
/** How often a round asks each question: the smallest bot is through with all of them in a fraction of a second. */
const repeats = 3;

/** What is asked first about the documents that the product ships with, long and short; also what is no question. */
export async function questionsOf(gold) {
  const first = (await dialoguesOf(gold)).map(([said]) => said);
  return Array.from({ length: repeats }, () => first).flat();
}

/** What each of the people in them says, in order. */
export async function dialoguesOf(gold) {
  const files = (await readdir(gold)).filter((name) => /^(?:seeds|dialogues)-.*\.jsonl$/.test(name)).toSorted();
  const items = await Promise.all(files.map((file) => readLines(path.join(gold, file))));
  return items.flat().map(({ turns: said, question }) => said ?? [question]);
}

/** Rounds of each in turn, so that what else the machine does meets all of them. The first is for warmth. */
export async function inRounds(rounds, names, measure) {
  const figures = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      const figure = await measure(name);
      if (round > 0) figures[name].push(figure);
    }
  }
  return figures;
}

/** Puts the questions to /api/messages of the bots in turn, some at a time; they answer at the connector. */
export async function askAll(bots, connector, questions) {
  const agent = new Agent({ keepAlive: true, maxSockets: concurrent });
  const before = await send(agent, connector);
  const times = [];
  const queue = questions.entries();
  const began = performance.now();
  const person = async () => {
    for (const [at, text] of queue) {
      const asked = performance.now();
      await send(agent, `${bots[at % bots.length]}/api/messages`, { body: messageOf(text, connector) });
      times.push(performance.now() - asked);
    }
  };
  await Promise.all(Array.from({ length: concurrent }, person));
  const seconds = (performance.now() - began) / 1000;
  const after = await send(agent, connector);
  agent.destroy();
  const messages = after.messages - before.messages;
  if (messages < questions.length) throw new Error(`${questions.length} questions got ${messages} answers.`);
  return { throughput: questions.length / seconds, times, messages, bytes: after.bytes - before.bytes };
}

/** As Teams sends it. A person of their own asks unless one is named: nothing leans on the question before. */
export function messageOf(text, serviceUrl, person = randomUUID()) {
  return {
    type: 'message',
    id: randomUUID(),
    channelId: 'msteams',
    serviceUrl,
    conversation: { id: `a:${person}`, conversationType: 'personal' },
    from: { id: `29:${person}` },
    recipient: { id: '28:bot' },
    locale: 'nb-NO',
    text,
  };
}

export function rowOf(peer, figures) {
  const { length: asked } = figures[0].times;
  const of = (share) => median(figures.map(({ times }) => percentile(times, share)));
  return {
    peer,
    'turns/s': median(figures.map(({ throughput }) => throughput)),
    'p50 ms': of(0.5),
    'p99 ms': of(0.99),
    'messages/turn': median(figures.map(({ messages }) => messages / asked)),
    'KB/turn': median(figures.map(({ bytes }) => bytes / asked / 1024)),
  };
}
