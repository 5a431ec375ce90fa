import express from 'express';
import fc from 'fast-check';
import { createLifeRoutes } from '../../src/insight/life-routes.js';
import { createLog, type LogLevel } from '../../src/insight/log.js';
import { observeRequests, routeOf } from '../../src/insight/observe-requests.js';
import { readiness, type Standing } from '../../src/insight/readiness.js';
import { serve } from '../serve.js';

const standing: Standing = { documents: 5, redis: 'none', draining: false };

function logging(level: LogLevel = 'debug', format: 'json' | 'text' = 'json') {
  const lines: string[] = [];
  return { lines, log: createLog({ level, format, version: '1.2.3', write: (line) => lines.push(line) }) };
}

describe('readiness', () => {
  test.each([
    [{}, { status: 'ready', missing: [] }],
    [{ redis: 'up' }, { status: 'ready', missing: [] }],
    [{ redis: 'down' }, { status: 'degraded', missing: ['redis'] }],
    [{ documents: 0 }, { status: 'unready', missing: ['knowledge'] }],
    [
      { documents: 0, redis: 'down' },
      { status: 'unready', missing: ['knowledge', 'redis'] },
    ],
    [{ draining: true }, { status: 'draining', missing: [] }],
    [
      { draining: true, redis: 'down' },
      { status: 'draining', missing: ['redis'] },
    ],
  ] as const)('of %j is %j', (change, expected) => {
    expect(readiness({ ...standing, ...change })).toEqual(expected);
  });
});

describe('a request', () => {
  const now = { ...standing };
  const { lines, log } = logging();
  const counted: [string, number][] = [];
  let address = '';
  let stop: () => Promise<void>;
  beforeAll(async () => {
    let ids = 0;
    const app = express()
      .use(
        observeRequests({
          newId: () => `00000000-0000-4000-8000-00000000000${(ids += 1)}`,
          now: () => 0,
          log,
          countResponse: (...each) => counted.push(each),
        }),
      )
      .use(createLifeRoutes({ readiness: () => readiness(now), version: '1.2.3', fingerprint: () => 'f'.repeat(64) }))
      .get('/kilder/:party/:slug', (_request, response) => void response.send('kilde'));
    ({ address, stop } = await serve(app));
  });
  afterAll(() => stop());
  afterEach(() => {
    lines.length = 0;
    counted.length = 0;
    Object.assign(now, standing);
  });

  test('is answered with its id when that looks like an id, and with a new one otherwise', async () => {
    const idFor = async (id?: string) =>
      (await fetch(`${address}/version`, { headers: id === undefined ? {} : { 'X-Request-Id': id } })).headers.get(
        'x-request-id',
      );
    expect(await idFor('0123456789ABCDEF0123456789abcdef')).toBe('0123456789abcdef0123456789abcdef');
    for (const id of [undefined, 'ola.nordmann', '12345678901', 'a'.repeat(65), 'hva mener Ap om rus'])
      expect(await idFor(id)).toMatch(/^00000000-0000-4000-8000-00000000000\d$/);
  });

  test('is one line at debug with its route, and nothing of its address', async () => {
    await fetch(`${address}/kilder/hemmelig/dokument?sporsmal=hemmelig`, { headers: { 'User-Agent': 'hemmelig' } });
    await fetch(`${address}/hemmelig`);
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      expect.objectContaining({ level: 'debug', method: 'GET', route: '/kilder/:party/:slug', status: 200, ms: 0 }),
      expect.objectContaining({ level: 'debug', method: 'GET', route: 'other', status: 404, version: '1.2.3' }),
    ]);
    expect(lines.join('')).not.toContain('hemmelig');
    expect(counted).toEqual([
      ['/kilder/:party/:slug', 200],
      ['other', 404],
    ]);
  });

  test('for readiness is answered 200 or 503, with what is missing', async () => {
    const ask = async () => {
      const response = await fetch(`${address}/readyz`);
      return [response.status, await response.json()];
    };
    expect(await ask()).toEqual([200, { status: 'ready', missing: [] }]);
    Object.assign(now, { redis: 'down' });
    expect(await ask()).toEqual([200, { status: 'degraded', missing: ['redis'] }]);
    Object.assign(now, { documents: 0 });
    expect(await ask()).toEqual([503, { status: 'unready', missing: ['knowledge', 'redis'] }]);
    Object.assign(now, { ...standing, draining: true });
    expect(await ask()).toEqual([503, { status: 'draining', missing: [] }]);
  });

  test('for the version is answered with the beginning of the fingerprint', async () => {
    expect(await (await fetch(`${address}/version`)).json()).toEqual({ version: '1.2.3', knowledge: 'ffffffffffff' });
    expect((await fetch(`${address}/version`, { method: 'POST' })).status).toBe(405);
  });
});

test('whatever is asked for, the route is one of ours', () => {
  const ours = /^(?:other|\/(?:api\/messages|v3\/directline|slack|widget)\/\*)$/;
  fc.assert(
    fc.property(
      fc.constantFrom('', '/API/Messages', '/v3/directline/', '/slack/', '/widgets', '/widget/'),
      fc.string(),
      (mount, rest) => {
        expect(routeOf({ route: undefined, originalUrl: mount + rest })).toMatch(ours);
      },
    ),
  );
  expect(routeOf({ route: { path: '/' }, originalUrl: '/API/messages?x=1' })).toBe('/api/messages');
  expect(routeOf({ route: { path: /x/ }, originalUrl: '/x' })).toBe('other');
});

describe('the log', () => {
  test('is a line of JSON with time, level and version', () => {
    const { lines, log } = logging('info');
    log.debug('unseen');
    log.warn('Redis is away', { seconds: 3 });
    expect(lines).toHaveLength(1);
    const line = JSON.parse(lines[0] ?? '');
    expect(line).toMatchObject({ level: 'warn', msg: 'Redis is away', seconds: 3, version: '1.2.3', pid: process.pid });
    expect(new Date(line.time).toISOString()).toBe(line.time);
    expect(Object.keys(line).toSorted()).toEqual(['level', 'msg', 'pid', 'seconds', 'time', 'version']);
  });

  test('is the message itself as text', () => {
    const { lines, log } = logging('debug', 'text');
    log.info('Metrics on http://127.0.0.1:1/metrics');
    log.debug('request', { status: 200 });
    expect(lines).toEqual(['Metrics on http://127.0.0.1:1/metrics\n', 'request status=200\n']);
  });

  test('can be silent', () => {
    const { lines, log } = logging('silent');
    log.error('unseen');
    expect(lines).toEqual([]);
  });
});
