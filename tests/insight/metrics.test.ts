import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import path from 'node:path';
import type { Server } from 'node:http';
import { createInFlight } from '../../src/insight/in-flight.js';
import { measureBot } from '../../src/insight/measure-bot.js';
import { createMetrics, type Measured } from '../../src/insight/metrics.js';
import { serveMetrics } from '../../src/insight/serve-metrics.js';
import { fakeBot } from '../channels/sample.js';

interface Dashboard {
  readonly panels: readonly { readonly targets: readonly { readonly expr: string }[] }[];
}

const docs = path.join(__dirname, '..', '..', 'docs');
const documented = readFileSync(path.join(docs, 'metrics.md'), 'utf8');
const dashboard: Dashboard = JSON.parse(readFileSync(path.join(docs, 'grafana.json'), 'utf8'));

const measured: Measured = {
  documents: 5,
  passages: 55,
  parties: 28,
  fingerprint: 'abc123',
  streams: 3,
  inFlight: 2,
  redis: 'down',
  replicas: { abc123: 2, def456: 1 },
};
const open = (now: Measured = measured) => createMetrics({ version: '1.2.3', measured: () => now });
const linesOf = async (metrics: ReturnType<typeof open>) => (await metrics.registry.metrics()).split('\n');

test('turns are counted by channel and kind, with their seconds; a stranger’s channel is other', async () => {
  const metrics = open();
  const clock = { now: 1_000 };
  const inFlight = createInFlight();
  const bot = measureBot(fakeBot(), { ...metrics, now: () => clock.now++, inFlight });
  const speaker = { conversation: 'c', user: 'u', thread: null };
  const message = { text: 'hei', locale: null };
  for (const channel of ['directline', 'msteams', 'slack', 'hemmelig', '__proto__', 'constructor'])
    await bot.turn(message, { channel, ...speaker });
  await expect(bot.turn({ ...message, text: 'krasj' }, { channel: 'slack', ...speaker })).rejects.toThrow();
  expect(inFlight.count()).toBe(0);
  const lines = await linesOf(metrics);
  for (const [channel, count] of [
    ['web', 1],
    ['teams', 1],
    ['slack', 1],
    ['other', 3],
  ] as const)
    expect(lines).toContain(`standpunkt_turns_total{channel="${channel}",kind="help"} ${count}`);
  expect(lines).toContain('standpunkt_failed_turns_total{channel="slack"} 1');
  expect(lines).toContain('standpunkt_turn_seconds_bucket{le="0.001",channel="web"} 1');
  expect(lines.join('\n')).not.toMatch(/hemmelig|proto|constructor/);
});

test('the bot that is counted is the same bot', async () => {
  const bot = fakeBot();
  const counted = measureBot(bot, { ...open(), now: () => 0, inFlight: createInFlight() });
  counted.welcome('nn');
  await counted.forget({ channel: 'web', conversation: 'c', user: 'u', thread: null });
  expect(bot.welcomed).toEqual(['nn']);
  expect(bot.forgotten).toHaveLength(1);
});

test('feedback is counted by channel, reaction and reason, and nothing else of it is kept', async () => {
  const metrics = open();
  metrics.countFeedback({ channel: 'web', reaction: 'like', reasons: [] });
  metrics.countFeedback({ channel: 'teams', reaction: 'dislike', reasons: ['outdated', 'wrong-quote', 'outdated'] });
  const lines = (await linesOf(metrics)).filter((line) => line.startsWith('standpunkt_feedback_total'));
  expect(lines.toSorted()).toEqual([
    'standpunkt_feedback_total{channel="teams",reaction="dislike",reason="outdated"} 1',
    'standpunkt_feedback_total{channel="teams",reaction="dislike",reason="wrong-quote"} 1',
    'standpunkt_feedback_total{channel="web",reaction="like",reason="none"} 1',
  ]);
});

test('what is served, and how the service does, is read at each scrape', async () => {
  const now = { ...measured };
  const metrics = open(now);
  expect(await linesOf(metrics)).toEqual(
    expect.arrayContaining([
      'standpunkt_documents 5',
      'standpunkt_passages 55',
      'standpunkt_parties 28',
      'standpunkt_streams_open 3',
      'standpunkt_in_flight 2',
      'standpunkt_knowledge_info{fingerprint="abc123"} 1',
      'standpunkt_replicas{fingerprint="def456"} 1',
      'standpunkt_build_info{version="1.2.3"} 1',
      'standpunkt_redis_state{state="down"} 1',
      'standpunkt_redis_state{state="up"} 0',
      'standpunkt_redis_state{state="none"} 0',
    ]),
  );
  Object.assign(now, { fingerprint: 'def456', redis: 'up' });
  const later = await linesOf(metrics);
  expect(later).toContain('standpunkt_knowledge_info{fingerprint="def456"} 1');
  expect(later).toContain('standpunkt_redis_state{state="up"} 1');
  expect(later.filter((line) => line.startsWith('standpunkt_knowledge_info{'))).toHaveLength(1);
});

test('every metric of ours is explained, and the dashboard asks for none that there is not', async () => {
  const text = await open().registry.metrics();
  const names = Array.from(text.matchAll(/^# TYPE (\S+) (\S+)$/gm), ([, name = '', type]) =>
    type === 'histogram' ? [name, `${name}_bucket`, `${name}_sum`, `${name}_count`] : [name],
  );
  for (const [name = ''] of names) if (name.startsWith('standpunkt_')) expect(documented).toContain(`\`${name}\``);
  const known = new Set(names.flat());
  const queries: string[] = dashboard.panels.flatMap(({ targets }) => targets.map(({ expr }) => expr));
  const inDocs = Array.from(
    documented.matchAll(/`((?:max|sum|count|histogram_quantile)\(.*?)`/g),
    ([, query = '']) => query,
  );
  const asked = [...queries, ...inDocs].flatMap((query) => query.match(/\b(?:standpunkt|nodejs|process)_\w+/g) ?? []);
  expect(asked.length).toBeGreaterThan(20);
  expect(asked.filter((name) => !known.has(name))).toEqual([]);
  const ours = new Set(queries.join('\n').match(/standpunkt_\w+?(?=_bucket|\b)/g));
  expect(names.map(([name = '']) => name).filter((name) => name.startsWith('standpunkt_') && !ours.has(name))).toEqual(
    [],
  );
});

test('the port of the metrics answers GET /metrics alone', async () => {
  const server: Server = serveMetrics(open());
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const ask = (method: string, where: string) =>
    new Promise<number | undefined>((resolve, reject) =>
      request({ port, method, path: where }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .once('error', reject)
        .end(),
    );
  const asked = [
    ['GET', '/metrics'],
    ['POST', '/metrics'],
    ['GET', '/'],
    ['GET', '/metrics?x'],
    ['GET', '/healthz'],
  ] as const;
  const statuses = await Promise.all(asked.map(([method, where]) => ask(method, where)));
  expect(statuses).toEqual([200, 404, 404, 404, 404]);
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});
