import { Redis } from 'ioredis';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createSeal } from '../src/redis/seal.js';
import { openAviary, pageRequests, slackRequests, teamsRequests, webChatRequests } from './canary-messages.js';
import { openStreams, preloadFaults, serveConnector } from './canary-service.js';
import { openFakeSlack, type FakeSlack } from './channels/slack/fake-slack.js';
import { post, startService, type StartedService } from './insight/service.js';
import { describeWithRedis, startRedis, type RedisServer } from './redis/redis-server.js';
import { until } from './redis/stores.js';

// Compiled code and some hundred requests on a slow machine, in milliseconds.
jest.setTimeout(120_000);

const SIGNING_SECRET = 'signing-secret';
const STATE_SECRET = 'a secret that all replicas share, long enough';
const KINDS = /^standpunkt:[0-9a-f]{8}:(?:replicas|[a-z]+(?::[\w-]{43}){1,2})$/;
/** Written in clear: that something was, how often, by which replica, and where in a conversation. */
const PLAIN =
  /^(?:|1|done|\d{1,10}|\d{13}-\d{1,10}|[\w-]{22}|[\w-]{22} [0-9a-f]{64}|standpunkt:[0-9a-f]{8}:client:[\w-]{43})$/;

const aviary = openAviary();
const seal = createSeal(STATE_SECRET);
let folder = '';
let server: RedisServer;
let redis: Redis;
let monitor: Redis;
let listener: Redis;
let slack: FakeSlack;
let connector: Awaited<ReturnType<typeof serveConnector>>;
let service: StartedService;

/** Everything that is written beneath a key. */
async function textsAt(key: string): Promise<readonly string[]> {
  const type = await redis.type(key);
  if (type === 'string') return [(await redis.get(key)) ?? ''];
  if (type === 'list') return redis.lrange(key, 0, -1);
  if (type === 'zset') return redis.zrange(key, '0', '-1');
  if (type === 'set') return redis.smembers(key);
  if (type === 'hash') return Object.entries(await redis.hgetall(key)).flat();
  // It has expired since.
  if (type === 'none') return [];
  if (type !== 'stream') throw new Error(`${type} is not read here; add how`);
  return (await redis.xrange(key, '-', '+')).flatMap(([id, fields]) => [id, ...fields.filter((_, at) => at % 2 === 1)]);
}

async function allKeys(): Promise<readonly string[]> {
  const keys: string[] = [];
  let cursor = '';
  while (cursor !== '0') {
    const [next, some] = await redis.scan(cursor || '0', 'COUNT', 1_000);
    keys.push(...some);
    cursor = next;
  }
  return keys;
}

/** The page, and the way back from Slack's own: a workspace with a canary for a name, and for a token. */
async function install(address: string): Promise<void> {
  const page = await fetch(`${address}/slack/install`);
  const cookie = page.headers.get('set-cookie')?.split(';')[0] ?? '';
  const link = /href="([^"]+)"/.exec(await page.text())?.[1]?.replaceAll('&amp;', '&') ?? '';
  const { next } = aviary;
  const team = { id: 'T1', name: next() };
  const bot = { app_id: next(), access_token: `xoxb-${next()}`, token_type: 'bot', scope: next(), bot_user_id: next() };
  const said = { ok: true, ...bot, team, enterprise: null, is_enterprise_install: false, authed_user: { id: next() } };
  slack.answer('oauth.v2.access', { body: said });
  const state = new URL(link).searchParams.get('state') ?? '';
  const query = new URLSearchParams({ code: next(), state }).toString();
  const back = await fetch(`${address}/slack/oauth_redirect?${query}`, { headers: { cookie } });
  expect(back.status).toBe(200);
}

/** Whatever Redis is told from now on: commands, those of its scripts too, and what is published. */
async function listen() {
  const commands: string[] = [];
  monitor = await redis.monitor();
  monitor.on('monitor', (_time: string, args: string[]) => commands.push(args.join(' ')));
  const published: string[] = [];
  listener = redis.duplicate();
  listener.on('pmessage', (_pattern: string, ...message: string[]) => published.push(message.join(' ')));
  await listener.psubscribe('*');
  return { commands, published };
}

function startWith(redisUrl: string): Promise<StartedService> {
  return startService(folder, {
    NODE_OPTIONS: preloadFaults(slack),
    REDIS_URL: redisUrl,
    STATE_SECRET,
    DIRECT_LINE_SECRET: STATE_SECRET,
    ALLOW_ANONYMOUS_BOT: 'true',
    PUBLIC_URL: 'https://standpunkt.example',
    SLACK_SIGNING_SECRET: SIGNING_SECRET,
    SLACK_CLIENT_ID: 'client',
    SLACK_CLIENT_SECRET: 'client-secret',
    SLACK_STATE_SECRET: STATE_SECRET,
    SLACK_INSTALLATIONS_DIR: path.join(folder, 'installations'),
  });
}

/** Everything through every channel; the ids and tokens that must not be found either. */
async function sayAll({ address }: StartedService): Promise<readonly string[]> {
  await install(address);
  slack.answer('chat.postMessage', { status: 500, body: { ok: false, error: aviary.next() } });
  const directLine = `${address}/v3/directline`;
  const { token, conversationId: id } = await post(`${directLine}/tokens/generate`, {});
  const { streamUrl } = await post(`${directLine}/conversations`, {}, token);
  const requests = [
    ...pageRequests(address, aviary),
    ...webChatRequests(directLine, { id, token }, aviary),
    ...teamsRequests(address, `${connector.address}/${aviary.next()}/`, aviary),
    ...slackRequests(address, SIGNING_SECRET, aviary),
  ];
  for (const [to, init] of requests) await (await fetch(to, { redirect: 'manual', ...init })).text();
  await openStreams(address, streamUrl, aviary);
  await slack.called('chat.postMessage', 3);
  return [id, token, 'xoxb-', '127.0.0.1'];
}

describeWithRedis('Redis', () => {
  beforeAll(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'standpunkt-canary-'));
    [server, slack, connector] = await Promise.all([startRedis(folder), openFakeSlack(), serveConnector(aviary)]);
    redis = new Redis(server.url);
    await redis.config('SET', 'rdbcompression', 'no');
  });
  afterAll(async () => {
    service.child.kill('SIGKILL');
    for (const each of [redis, monitor, listener]) each.disconnect();
    await Promise.all([slack.stop(), connector.stop(), server.stop()]);
    rmSync(folder, { recursive: true });
  });

  test('sees nothing of what people and clients send: keys are hashed, values are sealed, and all expires', async () => {
    const { commands, published } = await listen();
    service = await startWith(server.url);
    const { address } = service;
    await until(async () => (await (await fetch(`${address}/readyz`)).json()).status === 'ready');
    const ids = await sayAll(service);
    await redis.save();

    const keys = await allKeys();
    const lives = await Promise.all(keys.map(async (key) => ({ key, life: await redis.pttl(key) })));
    expect(lives.filter(({ life }) => life === -1)).toEqual([]);
    expect(keys.filter((key) => !KINDS.test(key))).toEqual([]);
    const kinds = new Set(keys.map((key) => key.split(':')[2]));
    expect([...kinds]).toEqual(
      expect.arrayContaining(['delivery', 'installation', 'kept', 'said', 'sent', 'thread', 'turn']),
    );

    const values = (
      await Promise.all(keys.map(async (key) => (await textsAt(key)).map((text) => ({ key, text }))))
    ).flat();
    const clear = values.filter(({ text }) => !PLAIN.test(text));
    const opened = clear.map(({ key, text }) => ({ key, text, json: seal.open(key, text) }));
    expect(opened.filter(({ json }) => json === null)).toEqual([]);
    // They have come all the way: what people said is there, for who has the secret.
    const known = opened.map(({ json }) => json).join('\n');
    expect(aviary.all.filter((canary) => known.includes(canary)).length).toBeGreaterThan(10);
    expect(aviary.all.length).toBeGreaterThan(50);
    const places: Readonly<Record<string, string>> = {
      commands: commands.join('\n'),
      published: published.join('\n'),
      keys: keys.join('\n'),
      values: values.map(({ text }) => text).join('\n'),
      'values in base64': values.map(({ text }) => Buffer.from(text, 'base64').toString('latin1')).join('\n'),
      'the dump': readFileSync(path.join(folder, 'dump.rdb'), 'latin1'),
    };
    const needles = [...aviary.all, ...ids.map((id) => id.toLowerCase())];
    const hits = Object.entries(places).flatMap(([place, text]) => {
      expect(text.length).toBeGreaterThan(100);
      return needles.filter((needle) => text.toLowerCase().includes(needle)).map((needle) => ({ place, needle }));
    });
    expect(hits).toEqual([]);
  });
});
