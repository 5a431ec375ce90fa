import { mkdtempSync, rmSync } from 'node:fs';
import { Agent } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { WebSocket } from 'ws';
import { post, startService, type Opened, type StartedService } from '../insight/service.js';
import { botMessage, startConnector, type Connector } from './connector.js';
import { send, type Sent } from './send.js';

// Compiled code on a slow machine, in milliseconds.
jest.setTimeout(60_000);

const CHATS = 20;
const ANSWERED_BEFORE = 100;
/** In a row; a client that goes on would meet nothing else. */
const ENOUGH_REFUSED = 20;

let folder = '';
let service: StartedService | null = null;
let connector: Connector;
// As a proxy that keeps a few connections; what it cannot send yet waits there.
let agent: Agent;
beforeEach(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'standpunkt-sigterm-'));
  connector = await startConnector();
  agent = new Agent({ keepAlive: true, maxSockets: 20 });
});
afterEach(async () => {
  service?.child.kill('SIGKILL');
  service = null;
  agent.destroy();
  await connector.stop();
  rmSync(folder, { recursive: true });
});

interface Chat extends Opened {
  /** The texts that the service took, and the ids of those that it answered. */
  readonly asked: string[];
  readonly answered: string[];
  /** The code that the stream was closed with. */
  readonly closed: Promise<number>;
}

async function openChat(address: string): Promise<Chat> {
  const { token } = await post(`${address}/v3/directline/tokens/generate`, {});
  const opened = await post(`${address}/v3/directline/conversations`, {}, token);
  const stream = new WebSocket(opened.streamUrl);
  const asked: string[] = [];
  const answered: string[] = [];
  stream.on('message', (frame: Buffer) => {
    const { activities } = JSON.parse(frame.toString() || '{"activities":[]}');
    for (const { from, text, replyToId } of activities)
      if (from.role === 'user') asked.push(text);
      else if (replyToId !== undefined) answered.push(replyToId);
  });
  const closed = new Promise<number>((resolve) => void stream.once('close', resolve));
  await new Promise((resolve) => void stream.once('open', resolve));
  return { ...opened, asked, answered, closed };
}

interface Ask {
  readonly text: string;
  /** With Teams; for the web chat it is among the chats. */
  readonly conversation: string;
  readonly chat: Chat | null;
  readonly sent: Promise<Sent>;
}

// Nobody looks at /readyz here: clients that come without a load balancer, or through one that has not noticed yet.
test('under a hundred requests a second, what was taken is answered, and what was not never reached the service', async () => {
  service = await startService(folder, { DRAIN_SECONDS: '0.5', ALLOW_ANONYMOUS_BOT: 'true' });
  const { address, child, ended } = service;
  const chats = await Promise.all(Array.from({ length: CHATS }, () => openChat(address)));
  const json = { 'Content-Type': 'application/json' };
  const asks: Ask[] = [];
  let answers = 0;
  let refused = 0;
  let signalled = 0;

  function ask(at: number): Ask {
    const conversation = `a:${at}`;
    const chat = at % 2 === 0 ? (chats[Math.abs(at / 2) % CHATS] ?? null) : null;
    // A chat tells its questions apart by their words. With Teams all are alike, hence all answers have as many messages.
    const text = chat === null ? 'Hva mener Ap om rus?' : `Hva mener Ap om rus ${at}?`;
    const sent =
      chat === null
        ? send(agent, `${address}/api/messages`, 'POST', json, botMessage(connector.address, conversation, text))
        : send(
            agent,
            `${address}/v3/directline/conversations/${chat.conversationId}/activities`,
            'POST',
            { ...json, Authorization: `Bearer ${chat.token}` },
            JSON.stringify({ type: 'message', text }),
          );
    return { text, conversation, chat, sent };
  }
  // The SDK is loaded with the first.
  await Promise.all([ask(-2).sent, ask(-1).sent]);
  async function follow({ sent }: Ask): Promise<void> {
    const { status } = await sent;
    if (status === 200 && (answers += 1) === ANSWERED_BEFORE) {
      signalled = performance.now();
      child.kill('SIGTERM');
    }
    refused = status === 'ECONNREFUSED' ? refused + 1 : 0;
    if (refused === ENOUGH_REFUSED) enough();
  }
  let enough = () => {};
  const over = new Promise<void>((resolve) => (enough = resolve));
  const traffic = setInterval(() => {
    const made = ask(asks.length);
    asks.push(made);
    void follow(made);
  }, 10);
  await over;
  clearInterval(traffic);
  expect(await ended).toBe(0);
  expect(performance.now() - signalled).toBeLessThan(10_000);
  const done = await Promise.all(asks.map(async (each) => ({ ...each, ...(await each.sent) })));
  expect(await Promise.all(chats.map(({ closed }) => closed))).toEqual(chats.map(() => 1001));

  // An answer is several messages to Teams.
  const messages = connector.replies.get('a:-1')?.length ?? 0;
  const taken = ({ text, conversation, chat }: Ask) =>
    chat === null
      ? (connector.replies.get(conversation)?.length ?? 0) / messages
      : chat.asked.filter((said) => said === text).length;
  const answered = done.filter(({ status }) => status === 200);
  const failed = done.filter(({ status }) => status !== 200);
  expect(answered.filter((each) => taken(each) !== 1)).toEqual([]);
  expect(failed.filter((each) => taken(each) !== 0)).toEqual([]);
  for (const chat of chats) expect(new Set(chat.answered).size).toBe(chat.asked.length);
  // Refused when the port is closed; what waited to be taken at that moment is cut.
  expect(failed.filter(({ status }) => !/^(?:ECONNREFUSED|ECONNRESET|EPIPE)$/.test(String(status)))).toEqual([]);
});
