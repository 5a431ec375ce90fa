import { spawn } from 'node:child_process';
import { createHmac, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { readLines } from './gold.mjs';
import { percentile } from './table.mjs';

const perSecond = 50;
const seconds = 20;
const title = `acknowledgement of Slack events, ${perSecond} a second for ${seconds} s, each a question of tests/gold in a
conversation of its own, while the answers are computed and sent to a Slack on loopback. Slack allows 3 000 ms.`;

/** The bot is a process of its own; Slack is this one, its events at their times whether or not answers keep up. */
export async function* slack({ dist, folders, gold }) {
  const questions = await questionsOf(gold);
  const rows = [];
  for (const { name, folder } of folders) {
    const api = await serveApi();
    const bot = await startBot(dist, folder, api.address);
    try {
      // The first second is for warmth.
      await sendAll(bot.address, questions, perSecond);
      await api.answered(perSecond);
      const times = await sendAll(bot.address, questions, perSecond * seconds);
      await api.answered(perSecond + times.length);
      rows.push({
        folder: name,
        events: times.length,
        answers: api.answers() - perSecond,
        'p50 ms': percentile(times, 0.5),
        'p99 ms': percentile(times, 0.99),
        'slowest ms': Math.max(...times),
      });
    } finally {
      bot.stop();
      api.stop();
    }
  }
  yield { title, rows };
}

async function questionsOf(gold) {
  const files = (await readdir(gold)).filter((name) => /^(?:seeds|dialogues)-.*\.jsonl$/.test(name)).toSorted();
  const items = await Promise.all(files.map((file) => readLines(path.join(gold, file))));
  return items.flat().map(({ turns, question }) => turns?.[0] ?? question);
}

/** Milliseconds from sending to acknowledgement, of each event. */
async function sendAll(address, questions, count) {
  const began = performance.now();
  const sending = [];
  for (let at = 0; at < count; at += 1) {
    const due = began + (at * 1000) / perSecond;
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
    sending.push(send(address, questions[at % questions.length]));
  }
  return Promise.all(sending);
}

async function send(address, text) {
  const channel = `D${randomUUID()}`;
  const ts = `${Math.floor(Date.now() / 1000)}.000100`;
  const event = { type: 'message', channel_type: 'im', user: 'U1', text, ts, channel, event_ts: ts };
  const body = JSON.stringify({ type: 'event_callback', team_id: 'T1', event_id: randomUUID(), event });
  const timestamp = String(Math.floor(Date.now() / 1000));
  const digest = createHmac('sha256', 'bench').update(`v0:${timestamp}:${body}`).digest('hex');
  const began = performance.now();
  const response = await fetch(`${address}/slack/events`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${digest}`,
    },
    body,
  });
  await response.arrayBuffer();
  if (response.status !== 200) throw new Error(`An event was answered with ${response.status}.`);
  return performance.now() - began;
}

/** A Web API that takes every message. */
async function serveApi() {
  let answers = 0;
  const waiting = [];
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      if (request.url === '/chat.postMessage') answers += 1;
      response.setHeader('content-type', 'application/json').end('{"ok":true,"ts":"1.1"}');
      for (const { count, resolve } of waiting) if (answers >= count) resolve();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    address: `http://127.0.0.1:${server.address().port}/`,
    answers: () => answers,
    answered: (count) =>
      answers >= count ? undefined : new Promise((resolve) => waiting.push({ count, resolve })),
    stop: () => server.close().closeAllConnections(),
  };
}

async function startBot(dist, folder, api) {
  const script = fileURLToPath(new URL('serve-slack.mjs', import.meta.url));
  const child = spawn(process.execPath, [script, dist, folder, api], { stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('http://')) return { address: line, stop: () => child.kill() };
  }
  throw new Error('The bot ended before it was ready; what it said stands above.');
}
