import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { Agent, request as httpRequest } from 'node:http';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { readLines } from './gold.mjs';
import { beside, median, percentile } from './table.mjs';

const reference = 'echo';
const concurrent = 20;
const leastRounds = 5;
/** How often a round asks each question: the smallest bot is through with all of them in a fraction of a second. */
const repeats = 3;

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
  const script = (name) => fileURLToPath(new URL(name, import.meta.url));
  try {
    const connector = await started(script('serve-connector.mjs'));
    const bots = {
      [reference]: await started(script('serve-echo.mjs')),
      standpunkt: await started(path.join(dist, 'main.js'), { KNOWLEDGE_DIR: knowledge }),
    };
    const questions = await questionsOf(gold);
    const rounds = Math.max(runs, leastRounds);
    const figures = await measure(bots, connector, questions, rounds);
    const rows = Object.entries(figures).map(([peer, each]) => rowOf(peer, each));
    yield { title: title(questions.length, rounds), rows: beside(reference, rows) };
  } finally {
    for (const { stop } of servers) stop();
  }
}

/** What is asked first about the documents that the product ships with, long and short; also what is no question. */
async function questionsOf(gold) {
  const files = (await readdir(gold)).filter((name) => /^(?:seeds|dialogues)-.*\.jsonl$/.test(name)).toSorted();
  const items = await Promise.all(files.map((file) => readLines(path.join(gold, file))));
  const first = items.flat().map(({ turns: said, question }) => said?.[0] ?? question);
  return Array.from({ length: repeats }, () => first).flat();
}

/** Rounds of the one and the other in turn, so that what else the machine does meets both. The first is for warmth. */
async function measure(bots, connector, questions, rounds) {
  const figures = Object.fromEntries(Object.keys(bots).map((name) => [name, []]));
  for (let round = 0; round <= rounds; round += 1) {
    const order = round % 2 === 0 ? Object.keys(bots) : Object.keys(bots).toReversed();
    for (const name of order) {
      const figure = await askAll(bots[name], connector, questions);
      if (round > 0) figures[name].push(figure);
    }
  }
  return figures;
}

async function askAll(bot, connector, questions) {
  const agent = new Agent({ keepAlive: true, maxSockets: concurrent });
  const before = await send(agent, connector);
  const times = [];
  const queue = questions.values();
  const began = performance.now();
  const person = async () => {
    for (const text of queue) {
      const asked = performance.now();
      await send(agent, `${bot}/api/messages`, messageOf(text, connector));
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

/** A person of their own asks each question: nothing leans on the question before. */
function messageOf(text, serviceUrl) {
  const id = randomUUID();
  return {
    type: 'message',
    id,
    channelId: 'msteams',
    serviceUrl,
    conversation: { id: `a:${id}`, conversationType: 'personal' },
    from: { id: `29:${id}` },
    recipient: { id: '28:bot' },
    locale: 'nb-NO',
    text,
  };
}

function rowOf(peer, figures) {
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

/** Posts the body, or gets when there is none. @throws Error unless the answer is 200 */
function send(agent, address, body) {
  const text = body === undefined ? '' : JSON.stringify(body);
  const headers = { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(text) };
  return new Promise((resolve, reject) => {
    const sending = httpRequest(address, { agent, method: text ? 'POST' : 'GET', headers }, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () => {
        const said = Buffer.concat(chunks).toString();
        if (response.statusCode === 200) resolve(said && JSON.parse(said));
        else reject(new Error(`${address} answered ${response.statusCode}: ${said}`));
      });
    });
    sending.on('error', reject);
    sending.end(text);
  });
}

/** Starts a server as it runs in production; it prints its address when it is ready. */
async function startServer(folder, script, settings = {}) {
  const env = {
    PATH: process.env.PATH,
    NODE_ENV: 'production',
    PORT: '0',
    HOST: '127.0.0.1',
    OPERATOR_NAME: 'bench',
    PRIVACY_URL: 'https://bench.example/privacy',
    TERMS_URL: 'https://bench.example/terms',
    ALLOW_ANONYMOUS_BOT: 'true',
    ...settings,
  };
  const child = spawn(process.execPath, [script], { cwd: folder, env, stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const line of createInterface({ input: child.stdout })) {
    const [address] = /http:\/\/[\w.:]+/.exec(line) ?? [];
    if (address !== undefined) return { address, stop: () => child.kill() };
  }
  throw new Error(`${path.basename(script)} ended before it was ready; what it said stands above.`);
}
