import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { WebSocket } from 'ws';
import { openAviary, pageRequests, slackRequests, teamsRequests, webChatRequests } from './canary-messages.js';
import { openFakeSlack, type FakeSlack } from './channels/slack/fake-slack.js';
import { post, startService, type StartedService } from './insight/service.js';
import { type Serving, serve } from './serve.js';

// Compiled code and some hundred requests on a slow machine, in milliseconds.
jest.setTimeout(120_000);

const snapshots = path.join(__dirname, '..', 'dist', 'snapshots');
const SIGNING_SECRET = 'signing-secret';

let folder = '';
let service: StartedService | null = null;
let slack: FakeSlack;
let connector: Serving;
const aviary = openAviary();
const delivered: string[] = [];

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'standpunkt-canary-'));
  slack = await openFakeSlack();
  slack.answer('chat.postMessage', { status: 500, body: { ok: false, error: aviary.next() } });
  const take = async (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    delivered.push(Buffer.concat(chunks).toString());
    const fails = request.url?.includes('feil') ?? false;
    response.statusCode = fails ? 403 : 200;
    response.setHeader('Content-Type', 'application/json');
    response.end(JSON.stringify(fails ? { error: { code: aviary.next(), message: aviary.next() } } : { id: '1' }));
  };
  connector = await serve((request, response) => void take(request, response));
});
afterEach(() => {
  service?.child.kill('SIGKILL');
  service = null;
});
afterAll(async () => {
  await Promise.all([slack.stop(), connector.stop()]);
  rmSync(folder, { recursive: true });
});

/** Runs before the service: Slack is the fake one, a text with "krasj" in it makes a fault that quotes it, and SIGUSR2 a crash. */
function preload(): string {
  const code = `
    const { fetch } = globalThis;
    globalThis.fetch = (url, init) => fetch(String(url).replace('https://slack.com/api/', '${slack.apiUrl}'), init);
    const { normalize } = String.prototype;
    String.prototype.normalize = function (form) {
      if (this.includes('krasj')) throw new Error('no normal form of ' + this);
      return normalize.call(this, form);
    };
    process.on('SIGUSR2', () => {
      const { CANARY } = process.env;
      throw new Error(CANARY + '\\n    at ' + CANARY, { cause: new Error(CANARY) });
    });`;
  return `--import data:text/javascript,${encodeURIComponent(code)}`;
}

const start = () =>
  startService(folder, {
    NODE_OPTIONS: preload(),
    TMPDIR: folder,
    CANARY: aviary.next(),
    ALLOW_ANONYMOUS_BOT: 'true',
    PUBLIC_URL: 'https://standpunkt.example',
    SLACK_BOT_TOKEN: 'xoxb-one',
    SLACK_SIGNING_SECRET: SIGNING_SECRET,
    DRAIN_SECONDS: '0',
  });

/** Frames that no client should send, and streams that nobody may open. */
async function openStreams(address: string, streamUrl: string): Promise<void> {
  const local = streamUrl.replace('wss://standpunkt.example', address.replace('http', 'ws'));
  const talker = new WebSocket(local);
  await new Promise((resolve) => talker.once('open', resolve));
  const closed = new Promise((resolve) => talker.once('close', resolve));
  talker.send(aviary.next());
  talker.send(`${aviary.next()} `.repeat(100));
  await closed;
  const stranger = new WebSocket(`${local.replace(/\?.*/, '')}?t=${aviary.next()}&watermark=${aviary.next()}`);
  await new Promise((resolve) => stranger.once('error', resolve));
}

function filesBelow(directory: string): readonly string[] {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(directory, name))
    .filter((file) => statSync(file).isFile());
}

test('nothing that people and clients send is in the log, the metrics or a file, whether it goes well or not', async () => {
  service = await start();
  const { address, metrics, child, written, ended } = service;
  const directLine = `${address}/v3/directline`;
  const { token, conversationId: id } = await post(`${directLine}/tokens/generate`, {});
  const { streamUrl } = await post(`${directLine}/conversations`, {}, token);
  const requests = [
    ...pageRequests(address, aviary),
    ...webChatRequests(directLine, { id, token }, aviary),
    ...teamsRequests(address, `${connector.address}/${aviary.next()}/`, aviary),
    ...slackRequests(address, SIGNING_SECRET, aviary),
    [`${metrics}?${aviary.next()}`] as const,
  ];
  const answers: string[] = [];
  const statuses = new Set<number>();
  for (const [to, init] of requests) {
    const response = await fetch(to, { redirect: 'manual', ...init });
    statuses.add(response.status);
    answers.push(await response.text());
  }
  await openStreams(address, streamUrl);
  await slack.called('chat.postMessage', 1);
  const history = await fetch(`${directLine}/conversations/${id}/activities`, {
    headers: { Authorization: `Bearer ${token}` },
  });
  answers.push(await history.text());
  const measured = await (await fetch(metrics)).text();
  child.kill('SIGTERM');
  expect(await ended).toBe(0);

  // They have come all the way, the failures have happened, and they were told of and counted.
  const heard = [...answers, ...delivered, JSON.stringify(slack.calls)].join('\n');
  expect(aviary.all.filter((canary) => heard.includes(canary)).length).toBeGreaterThan(10);
  expect([...statuses]).toEqual(expect.arrayContaining([200, 400, 401, 403, 404, 405, 413, 415]));
  expect(written()).toContain('"route":"/v3/directline/conversations/:conversation/activities"');
  expect(written()).toMatch(/Teams: a turn failed/);
  expect(measured).toMatch(/standpunkt_failed_turns_total\{channel="web"\} [1-9]/);
  expect(measured).toMatch(/standpunkt_turns_total\{channel="other",kind="[a-z-]+"\} 1/);

  expect(aviary.all.length).toBeGreaterThan(50);
  const places: Readonly<Record<string, string>> = {
    'the log': written(),
    'the metrics': measured,
    ...Object.fromEntries([folder, snapshots].flatMap(filesBelow).map((file) => [file, readFileSync(file, 'utf8')])),
  };
  expect(Object.keys(places).length).toBeGreaterThan(2);
  const hits = Object.entries(places).flatMap(([place, text]) =>
    aviary.all.filter((canary) => text.toLowerCase().includes(canary)).map((canary) => ({ place, canary })),
  );
  expect(hits).toEqual([]);
});

test('the last words of a crash name the place and quote nothing', async () => {
  service = await start();
  const { child, written, ended } = service;
  child.kill('SIGUSR2');
  expect(await ended).toBe(1);
  expect(written()).toMatch(/Standpunkt crashed: Error <at /);
  expect(aviary.all.filter((canary) => written().includes(canary))).toEqual([]);
});
