import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Redis } from 'ioredis';
import { WebSocket } from 'ws';
import { post, startService, type Opened, type StartedService } from '../insight/service.js';
import { describeWithRedis, startRedis, type RedisServer } from '../redis/redis-server.js';
import { passTime, until } from '../redis/stores.js';
import { createClock, describeWithFaketime, type Clock } from './clock.js';
import { botMessage, startConnector, type Connector } from './connector.js';

// Compiled code on a slow machine, in milliseconds.
jest.setTimeout(60_000);

const HOUR = 3_600;
const DAY = 24 * HOUR;
const FIRST = 'Hva mener Frp om heroinassistert behandling?';
const FOLLOW_UP = 'Og hva med Ap?';
const secret = 'a secret that is long enough for everybody';

let folder = '';
let clock: Clock;
let connector: Connector;
let service: StartedService;

async function start(environment: Readonly<Record<string, string>> = {}): Promise<void> {
  service = await startService(folder, {
    ...clock.environment,
    ALLOW_ANONYMOUS_BOT: 'true',
    DRAIN_SECONDS: '0',
    MESSAGES_PER_MINUTE: '10',
    STATE_SECRET: secret,
    DIRECT_LINE_SECRET: secret,
    ...environment,
  });
  await until(async () => (await (await fetch(`${service.address}/readyz`)).json()).status === 'ready');
}

interface Said {
  readonly id: string;
  readonly text: string;
  readonly replyToId?: string;
}

/** A web chat that polls with its watermark, as clients do. */
async function openChat() {
  const directLine = `${service.address}/v3/directline`;
  const { token } = await post(`${directLine}/tokens/generate`, {});
  const opened: Opened = await post(`${directLine}/conversations`, {}, token);
  const activities = `${directLine}/conversations/${opened.conversationId}/activities`;
  const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' };
  const seen = new Set<string>();
  let watermark = '';
  async function poll(): Promise<readonly Said[]> {
    const read = await fetch(`${activities}?watermark=${watermark}`, { headers });
    const page: { activities: readonly Said[]; watermark: string } = await read.json();
    ({ watermark } = page);
    expect(page.activities.filter(({ id }) => seen.has(id))).toEqual([]);
    for (const { id } of page.activities) seen.add(id);
    return page.activities;
  }
  const send = (type: string, text: string) =>
    fetch(activities, { method: 'POST', headers, body: JSON.stringify({ type, text, name: 'anything' }) });
  await poll();
  return {
    streamUrl: opened.streamUrl,
    ids: seen,
    send,
    /** Asks, and gives the answer: what comes with the next poll is the question and one answer to it. */
    async ask(text: string): Promise<string> {
      expect((await send('message', text)).status).toBe(200);
      const [echo, answer, ...more] = await poll();
      expect([echo?.text, answer?.replyToId, more]).toEqual([text, echo?.id, []]);
      return answer?.text ?? '';
    },
    async refusal(): Promise<unknown> {
      const response = await send('message', FIRST);
      return [response.status, (await response.json()).error?.code];
    },
  };
}

async function deliver(id: string, text: string): Promise<void> {
  const response = await fetch(`${service.address}/api/messages`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: botMessage(connector.address, 'a:1', text, id),
  });
  expect(response.status).toBe(200);
}

const replies = (): readonly string[] => connector.replies.get('a:1') ?? [];

/** Seconds of the processor that the service has used since it began. */
async function processorSeconds(): Promise<number> {
  const metrics = await (await fetch(service.metrics)).text();
  return Number(/^process_cpu_seconds_total (\S+)$/m.exec(metrics)?.[1]);
}

/** All that a person who comes now needs. */
async function expectServed(): Promise<void> {
  const before = replies().length;
  await deliver('first', FIRST);
  expect(replies()).toHaveLength(before);
  const chat = await openChat();
  const stream = new WebSocket(chat.streamUrl);
  const shown = new Promise<string>((resolve) => {
    stream.on('message', (frame: Buffer) => {
      if (frame.includes('replyToId')) resolve(frame.toString());
    });
  });
  const answer = await chat.ask(FIRST);
  expect(answer).toContain('Fremskrittspartiet sier nei');
  expect(await shown).toContain('Fremskrittspartiet sier nei');
  stream.close();
  expect(await chat.ask(FOLLOW_UP)).toContain('Arbeiderpartiet');
  expect(service.child.exitCode).toBeNull();
}

/** A second in which nothing is asked takes no more than half a second of the processor: no timer runs wild. */
async function expectRest(): Promise<void> {
  const before = await processorSeconds();
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  expect((await processorSeconds()) - before).toBeLessThan(0.5);
}

/** Sends until no more is taken; the seconds after which more would be. */
async function exhaust(send: () => Promise<Response>): Promise<number> {
  for (;;) {
    const response = await send();
    if (response.status === 429) return Number(response.headers.get('retry-after'));
  }
}

/** @returns the chats of before the jumps and of an hour later, at the end */
async function jump() {
  const old = await openChat();
  await old.ask(FIRST);
  const eager = await openChat();
  expect(await exhaust(() => eager.send('event', ''))).toBeLessThanOrEqual(60);
  await deliver('first', FIRST);
  expect(replies().length).toBeGreaterThan(0);

  clock.set(HOUR);
  await expectServed();
  expect(await old.refusal()).toEqual([403, 'TokenExpired']);
  const later = await openChat();
  await later.ask(FIRST);

  clock.set(-HOUR);
  await expectServed();
  await expectRest();
  await old.ask(FOLLOW_UP);
  expect(await later.ask(FOLLOW_UP)).toContain('Arbeiderpartiet');
  const again = await eager.send('event', '');

  clock.set(DAY);
  await expectServed();
  await expectRest();
  expect(await old.refusal()).toEqual([403, 'TokenExpired']);
  const tomorrow = await openChat();
  await tomorrow.ask(FIRST);

  clock.set(0);
  await expectServed();
  await old.ask(FIRST);
  expect(await old.ask(FOLLOW_UP)).toContain('Arbeiderpartiet');
  await later.ask(FIRST);
  // Good for longer than any token is issued for.
  expect(await tomorrow.refusal()).toEqual([403, 'TokenExpired']);
  return { old, later, again };
}

async function stop(): Promise<void> {
  service.child.kill('SIGTERM');
  expect(await service.ended).toBe(0);
}

describeWithFaketime('when the clock jumps an hour ahead, an hour back, a day ahead, and comes right', () => {
  beforeEach(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'standpunkt-jumps-'));
    clock = createClock();
    connector = await startConnector();
  });
  afterEach(async () => {
    service.child.kill('SIGKILL');
    await connector.stop();
    clock.remove();
    rmSync(folder, { recursive: true });
  });

  test('everybody is served, nothing is answered twice, and only tokens run out', async () => {
    await start();
    await deliver('question', FIRST);
    const { old, later, again } = await jump();
    // What is remembered in the process is as old as it is.
    const before = replies().length;
    await deliver('follow-up', FOLLOW_UP);
    expect(replies().slice(before).join()).toContain('Arbeiderpartiet');
    const wait = Number(again.headers.get('retry-after'));
    expect([again.status, wait <= 60]).toEqual([429, true]);
    for (const { ids } of [old, later]) {
      const numbers = [...ids].map((id) => Number(id.split('|')[1]));
      expect(numbers).toEqual(numbers.toSorted((one, other) => one - other));
    }
    await stop();
  });

  describeWithRedis('with a Redis', () => {
    let redis: RedisServer;
    beforeEach(async () => {
      redis = await startRedis();
    });
    afterEach(() => redis.stop());

    test('everybody is served, nothing is answered twice, and only tokens run out', async () => {
      await start({ REDIS_URL: redis.url });
      await jump();
      await stop();
    });

    // A Redis does not start with libfaketime: what it keeps is made to last as long as after such a jump.
    test('nobody is locked out when it is the clock of Redis that goes back an hour', async () => {
      await start({ REDIS_URL: redis.url });
      const eager = await openChat();
      await exhaust(() => eager.send('event', ''));
      const client = new Redis(redis.url);
      await passTime(client, 'standpunkt', -60);
      client.disconnect();
      expect((await eager.send('event', '')).status).toBe(200);
      expect(await exhaust(() => eager.send('event', ''))).toBeLessThanOrEqual(60);
      await stop();
    });
  });
});
