import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openAviary, pageRequests, slackRequests, teamsRequests, webChatRequests } from './canary-messages.js';
import { openStreams, preloadFaults, serveConnector } from './canary-service.js';
import { openFakeSlack, type FakeSlack } from './channels/slack/fake-slack.js';
import { post, startService, type StartedService } from './insight/service.js';

// Compiled code and some hundred requests on a slow machine, in milliseconds.
jest.setTimeout(120_000);

const snapshots = path.join(__dirname, '..', 'dist', 'snapshots');
const SIGNING_SECRET = 'signing-secret';

let folder = '';
let service: StartedService | null = null;
let slack: FakeSlack;
let connector: Awaited<ReturnType<typeof serveConnector>>;
const aviary = openAviary();

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'standpunkt-canary-'));
  slack = await openFakeSlack();
  slack.answer('chat.postMessage', { status: 500, body: { ok: false, error: aviary.next() } });
  connector = await serveConnector(aviary);
});
afterEach(() => {
  service?.child.kill('SIGKILL');
  service = null;
});
afterAll(async () => {
  await Promise.all([slack.stop(), connector.stop()]);
  rmSync(folder, { recursive: true });
});

const start = () =>
  startService(folder, {
    NODE_OPTIONS: preloadFaults(slack),
    TMPDIR: folder,
    CANARY: aviary.next(),
    ALLOW_ANONYMOUS_BOT: 'true',
    PUBLIC_URL: 'https://standpunkt.example',
    SLACK_BOT_TOKEN: 'xoxb-one',
    SLACK_SIGNING_SECRET: SIGNING_SECRET,
    DRAIN_SECONDS: '0',
  });

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
  await openStreams(address, streamUrl, aviary);
  await slack.called('chat.postMessage', 1);
  const history = await fetch(`${directLine}/conversations/${id}/activities`, {
    headers: { Authorization: `Bearer ${token}` },
  });
  answers.push(await history.text());
  const measured = await (await fetch(metrics)).text();
  child.kill('SIGTERM');
  expect(await ended).toBe(0);

  // They have come all the way, the failures have happened, and they were told of and counted.
  const heard = [...answers, ...connector.delivered, JSON.stringify(slack.calls)].join('\n');
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
