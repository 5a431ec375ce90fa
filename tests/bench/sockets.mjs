import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import path from 'node:path';
import { WebSocket } from 'ws';
import { readLines } from './gold.mjs';
import { startServer } from './servers.mjs';
import { median, percentile } from './table.mjs';

/** Messages a second, and for how many seconds. */
const rate = 50;
const seconds = 20;
/** The first of them are not counted: what is made on first use is made then. */
const warmUp = 100;
/** Conversations that the messages are spread over. */
const talking = 25;
const idle = 1_000;

const talk = `from the post of a question to the reply over the WebSocket, at ${rate} messages a second in ${talking}
conversations, for ${seconds} s. The service is a process of its own on this machine, and shares it with the one that
asks; what else goes on there shows in p99 and the slowest, less in the processor's time for each message.`;

const rest = `what the process of the service grows by with ${idle} conversations that have been greeted, and then with
a WebSocket for each of them: its heap and buffers after collection, and all that it holds of the machine's memory for
both, where pages that were free before may be used again.`;

export async function* socket({ dist, knowledge, gold, runs, workplace }) {
  const questions = await questionsIn(gold);
  const talks = [];
  const rests = [];
  for (let run = 0; run < runs; run += 1) {
    const service = await startService(dist, knowledge, workplace);
    try {
      rests.push(await measureIdle(service));
      talks.push(await measureTalk(service, questions));
    } finally {
      await service.stop();
    }
  }
  const of = (list, field) => median(list.map((each) => each[field]));
  const row = { messages: of(talks, 'messages') };
  for (const field of ['p50 ms', 'p99 ms', 'slowest ms', 'processor ms each']) row[field] = of(talks, field);
  row['p50 of each run'] = talks.map((each) => each['p50 ms'].toFixed(1)).join(', ');
  row['p99 of each run'] = talks.map((each) => each['p99 ms'].toFixed(1)).join(', ');
  yield { title: talk, rows: [row] };
  const fields = ['conversations MB', 'sockets MB', 'resident MB'];
  yield { title: rest, rows: [Object.fromEntries(fields.map((field) => [field, of(rests, field)]))] };
}

async function questionsIn(folder) {
  const questions = [];
  for (const file of (await readdir(folder)).filter((name) => name.startsWith('seeds')).toSorted()) {
    for (const { turns, question } of await readLines(path.join(folder, file)))
      questions.push(...(turns ?? [question]));
  }
  return questions;
}

async function startService(dist, knowledge, workplace) {
  const server = await startServer(workplace, path.join(dist, 'main.js'), {
    KNOWLEDGE_DIR: knowledge,
    ALLOW_ANONYMOUS_BOT: 'false',
    LOG_LEVEL: 'error',
    MESSAGES_PER_MINUTE: '1000000',
    TOKENS_PER_MINUTE: '1000000',
  });
  return {
    domain: `${server.address}/v3/directline`,
    usage: () => server.usage({ collect: true }),
    stop: server.stop,
  };
}

/** Light, as it shares the machine with what it measures: `fetch` takes as long as the service itself. */
const agent = new Agent({ keepAlive: true });

async function post(address, token, body) {
  const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' };
  const asking = request(address, { method: 'POST', agent, headers });
  asking.end(JSON.stringify(body));
  const [response] = await once(asking, 'response');
  const text = (await response.toArray()).join('');
  if (response.statusCode >= 400) throw new Error(`${response.statusCode} at ${new URL(address).pathname}: ${text}`);
  return JSON.parse(text);
}

async function startConversation({ domain }) {
  const { token } = await post(`${domain}/tokens/generate`, '', {});
  return post(`${domain}/conversations`, token, {});
}

/** A socket that has shown the greeting. */
async function openSocket({ streamUrl }) {
  const webSocket = new WebSocket(streamUrl, { perMessageDeflate: false });
  await once(webSocket, 'message');
  return webSocket;
}

async function measureIdle(service) {
  const before = await service.usage();
  const conversations = await inTurn(idle, () => startConversation(service));
  const greeted = await service.usage();
  const sockets = await inTurn(idle, (at) => openSocket(conversations[at]));
  const connected = await service.usage();
  await Promise.all(sockets.map((each) => (each.close(), once(each, 'close'))));
  return {
    'conversations MB': greeted.used - before.used,
    'sockets MB': connected.used - greeted.used,
    'resident MB': connected.resident - before.resident,
  };
}

/** Does something so many times, a few at a time. */
async function inTurn(times, work) {
  const results = [];
  let next = 0;
  const worker = async () => {
    while (next < times) {
      const at = next;
      next += 1;
      results[at] = await work(at);
    }
  };
  await Promise.all(Array.from({ length: 10 }, worker));
  return results;
}

async function measureTalk(service, questions) {
  const conversations = await inTurn(talking, () => startConversation(service));
  const sockets = await inTurn(talking, (at) => openSocket(conversations[at]));
  const messages = rate * seconds;
  const began = [];
  const took = [];
  const replies = new Promise((resolve) => {
    for (const each of sockets)
      each.on(
        'message',
        readReplies(began, took, () => took.length === messages && resolve()),
      );
  });
  const before = await service.usage();
  const posts = [];
  const start = performance.now();
  for (let at = 0; at < messages; at += 1) {
    // Those that the machine is late for are posted at once, and their lateness counts.
    const due = start + (at * 1000) / rate;
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
    began[at] = due;
    const { conversationId, token } = conversations[at % talking];
    const text = questions[at % questions.length];
    const activity = { type: 'message', text, channelData: { clientActivityID: String(at) } };
    posts.push(post(`${service.domain}/conversations/${conversationId}/activities`, token, activity));
  }
  await Promise.all([...posts, replies]);
  const after = await service.usage();
  for (const each of sockets) each.terminate();
  const counted = took.filter(({ at }) => at >= warmUp).map(({ milliseconds }) => milliseconds);
  return {
    messages: counted.length,
    'p50 ms': percentile(counted, 0.5),
    'p99 ms': percentile(counted, 0.99),
    'slowest ms': Math.max(...counted),
    'processor ms each': (after.worked - before.worked) / messages,
  };
}

/** Frames → how long each reply took: the echo of a message tells its id and our number, the reply that id. */
function readReplies(began, took, onReply) {
  const numbers = new Map();
  return (frame) => {
    const now = performance.now();
    const text = frame.toString();
    for (const { id, channelData, replyToId, type } of text === '' ? [] : JSON.parse(text).activities) {
      if (channelData?.clientActivityID !== undefined) numbers.set(id, Number(channelData.clientActivityID));
      const at = numbers.get(replyToId);
      if (type !== 'message' || at === undefined) continue;
      took.push({ at, milliseconds: now - began[at] });
      onReply();
    }
  };
}
