import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import express from 'express';
import type { Span } from '../src/domain.js';
import { createApp } from '../src/server.js';
import { type Serving, serve } from './serve.js';

const hashed = 'chat-0123456789abcdef.js';
let folder: string;
let server: Serving;
const asked: { readonly id: string; readonly span: Span | null }[] = [];
const reported: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'standpunkt-widget-'));
  await writeFile(path.join(folder, 'widget.js'), 'export {};');
  await writeFile(path.join(folder, hashed), 'export {};');
  await writeFile(path.join(folder, 'small.js'), 'export {};');
  await writeFile(path.join(folder, 'small.js.gz'), gzipSync('export {};'));
  await writeFile(path.join(folder, '.secret'), 'secret');
  const documents = new Map([['frp/rus', '<p>Rus</p>']]);
  const app = createApp({
    health: () => ({ version: '1.2.3', documents: 5, parties: 26 }),
    pages: {
      home: () => '<p>Hjem</p>',
      sources: () => '<p>Kilder</p>',
      source(party, slug, span) {
        asked.push({ id: `${party}/${slug}`, span });
        if (slug === 'feil') throw new Error('hemmelig');
        return documents.get(`${party}/${slug}`) ?? null;
      },
      excerpt(party, slug, { start, end }) {
        if (`${party}/${slug}` !== 'frp/rus') return null;
        return {
          document: 'frp/rus',
          party: 'Fremskrittspartiet',
          title: 'Rus',
          language: 'nb',
          section: [],
          leadIn: null,
          before: 'a',
          quote: `${start}-${end}`,
          after: 'c',
          cutBefore: false,
          cutAfter: false,
          page: null,
          printedPage: null,
          viewer: '/kilder/frp/rus',
        };
      },
      demo: (origin) => `<p>${origin}</p>`,
      notFound: () => '<p>Siden finnes ikke</p>',
    },
    widgetFolder: folder,
    allowedOrigins: ['https://avisa.example'],
    directLine: express.Router(),
    teams: express.Router().post('/', express.json({ limit: 100 }), (_request, response) => void response.json({})),
    report: (line) => reported.push(line),
  });
  server = await serve(app);
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true });
});
beforeEach(() => {
  asked.length = 0;
  reported.length = 0;
});

interface Got {
  readonly status: number;
  readonly text: string;
  readonly bytes: Buffer;
  readonly headers: Record<string, unknown>;
}

interface Asking {
  readonly method?: string;
  readonly body?: string | Buffer;
  readonly type?: string;
  readonly more?: Record<string, string>;
}

/** The path is sent as it is written, which `fetch` would not do. */
function get(rawPath: string, options: Asking = {}) {
  const { method = 'GET', body, type = 'application/json', more = {} } = options;
  return new Promise<Got>((resolve, reject) => {
    const { hostname, port } = new URL(server.address);
    const sized = body === undefined ? {} : { 'Content-Type': type, 'Content-Length': Buffer.byteLength(body) };
    const headers = { ...sized, ...more };
    const asking = request({ hostname, port, path: rawPath, method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          text: Buffer.concat(chunks).toString(),
          bytes: Buffer.concat(chunks),
          headers: response.headers,
        }),
      );
    });
    asking.on('error', reject);
    asking.end(body);
  });
}

describe('health', () => {
  test('says what is served', async () => {
    const { status, text, headers } = await get('/healthz');
    expect([status, JSON.parse(text)]).toEqual([200, { status: 'ok', version: '1.2.3', documents: 5, parties: 26 }]);
    expect(headers['cache-control']).toBe('no-store');
  });
});

describe('pages', () => {
  test.each([
    ['/', '<p>Hjem</p>'],
    ['/kilder', '<p>Kilder</p>'],
    ['/kilder/frp/rus', '<p>Rus</p>'],
    ['/demo', () => `<p>${server.address}</p>`],
  ])('%s is HTML', async (address, html) => {
    const { status, text, headers } = await get(address);
    expect([status, text]).toEqual([200, typeof html === 'string' ? html : html()]);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
  });

  test('may load nothing from elsewhere and run nothing inline', async () => {
    const { headers } = await get('/');
    expect(String(headers['content-security-policy']).split('; ')).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "connect-src 'self'",
      "img-src 'self' data:",
      "frame-ancestors 'none'",
      "base-uri 'none'",
      "form-action 'self'",
    ]);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers).not.toHaveProperty('x-powered-by');
  });

  test('a span marks, and one that cannot be read does not', async () => {
    await get('/kilder/frp/rus?t=10-20');
    const unreadable = [
      '',
      '?t=',
      '?t=20-10',
      '?t=5-5',
      '?t=-1-5',
      '?t=1-2-3',
      '?t=1e3-2e3',
      '?t=9999999999-99999999999',
    ];
    for (const query of [...unreadable, '?t=1-2&t=3-4', '?t[]=1-2', '?t=%F0', '?T=1-2'])
      expect((await get(`/kilder/frp/rus${query}`)).status).toBe(200);
    expect(asked.map(({ span }) => span)).toEqual([{ start: 10, end: 20 }, ...Array(12).fill(null)]);
  });

  test.each(['/nei', '/kilder/frp/nei', '/kilder/__proto__/constructor', '/kilder/frp/rus/mer', '/kilder/frp'])(
    '%s is the page for what does not exist',
    async (address) => {
      const { status, text } = await get(address);
      expect([status, text]).toEqual([404, '<p>Siden finnes ikke</p>']);
    },
  );

  test('a document id is a key and never a path', async () => {
    await get('/kilder/frp/..%2F..%2Fpackage.json');
    expect(asked).toEqual([{ id: 'frp/../../package.json', span: null }]);
    expect((await get('/kilder/../package.json')).status).toBe(404);
  });

  test.each(['/kilder/frp/%', '/kilder/%E0%A4%A/x', '/kilder/frp/%ff'])('%s cannot be read', async (address) => {
    const { status, text } = await get(address);
    expect([status, text]).toEqual([400, 'Adressen kan ikke leses. Sjekk lenken, eller begynn på forsiden.\n']);
    expect(reported).toEqual([]);
  });

  test.each(['/', '/kilder', '/kilder/frp/rus', '/healthz'])('%s is read only', async (address) => {
    const { status, headers } = await get(address, { method: 'POST', body: '{}' });
    expect([status, headers['allow']]).toEqual([405, 'GET']);
    expect((await get(address, { method: 'HEAD' })).status).toBe(200);
  });
});

describe('the surroundings of a quote', () => {
  const address = '/kilder/frp/rus/utdrag?t=10-20';

  test('are JSON', async () => {
    const { status, text, headers } = await get(address);
    expect([status, JSON.parse(text)]).toMatchObject([200, { before: 'a', quote: '10-20', after: 'c' }]);
    expect(headers['cache-control']).toBe('public, max-age=300');
  });

  test.each([
    '/kilder/frp/rus/utdrag',
    '/kilder/frp/rus/utdrag?t=20-10',
    '/kilder/frp/rus/utdrag?t=1-2&t=3-4',
    '/kilder/frp/nei/utdrag?t=1-2',
    '/kilder/__proto__/constructor/utdrag?t=1-2',
    '/kilder/frp/..%2F..%2Fpackage.json/utdrag?t=1-2',
  ])('%s are none', async (wrong) => {
    const { status, text } = await get(wrong);
    expect([status, JSON.parse(text).error.code]).toEqual([404, 'NotFound']);
  });

  test('are for our own pages and the allowed ones', async () => {
    const allowed = await get(address, { more: { Origin: 'https://avisa.example' } });
    expect([allowed.status, allowed.headers['access-control-allow-origin']]).toEqual([200, 'https://avisa.example']);
    const other = await get(address, { more: { Origin: 'https://evil.example' } });
    expect([other.status, other.headers['access-control-allow-origin']]).toEqual([403, undefined]);
    expect(JSON.parse(other.text).error.code).toBe('OriginNotAllowed');
  });

  test('are read only', async () => {
    expect((await get(address, { method: 'POST', body: '{}' })).status).toBe(405);
  });
});

describe('files of the widget', () => {
  test('are served and kept for minutes', async () => {
    const { status, text, headers } = await get('/widget/widget.js');
    expect([status, text]).toEqual([200, 'export {};']);
    expect(headers['cache-control']).toBe('public, max-age=300');
    expect(headers).toHaveProperty('etag');
  });

  test('may be loaded by pages anywhere, and the one that they include has a short address', async () => {
    const { status, text, headers } = await get('/widget.js');
    expect([status, text]).toEqual([200, 'export {};']);
    expect(headers).toMatchObject({
      'cross-origin-resource-policy': 'cross-origin',
      'access-control-allow-origin': '*',
      'content-type': 'text/javascript; charset=utf-8',
      vary: 'Accept-Encoding',
    });
  });

  test('whose names change with their contents are kept for good', async () => {
    expect((await get(`/widget/${hashed}`)).headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect((await get(`/widget/${hashed}?2`)).status).toBe(200);
  });

  test('are sent compressed where they lie so, to those who can read it', async () => {
    const compressed = await get('/widget/small.js', { more: { 'Accept-Encoding': 'br, gzip' } });
    expect(compressed.headers).toMatchObject({
      'content-encoding': 'gzip',
      'content-type': 'text/javascript; charset=utf-8',
    });
    expect(gunzipSync(compressed.bytes).toString()).toBe('export {};');
    for (const encoding of ['identity', 'gzip;q=0'])
      expect((await get('/widget/small.js', { more: { 'Accept-Encoding': encoding } })).text).toBe('export {};');
    const plain = await get('/widget/widget.js', { more: { 'Accept-Encoding': 'gzip' } });
    expect([plain.text, plain.headers['content-encoding']]).toEqual(['export {};', undefined]);
  });

  test.each([
    '/widget/',
    '/widget/.secret',
    '/widget/../server.ts',
    '/widget/..%2f..%2fetc%2fpasswd',
    '/widget/nei.js',
  ])('%s is none', async (address) => {
    const { status, text } = await get(address);
    expect(status).toBe(404);
    expect(text).toBe('<p>Siden finnes ikke</p>');
  });
});

describe('the APIs', () => {
  test.each(['/api', '/api/nei', '/v3/nei', '/v3/directline/nei'])('%s does not exist, in JSON', async (address) => {
    const { status, text } = await get(address);
    expect([status, JSON.parse(text).error.code]).toEqual([404, 'NotFound']);
  });

  test.each([
    ['malformed JSON', '{"hemmelig', 400, 'BadSyntax'],
    ['a value that is no object', '"hemmelig"', 400, 'BadSyntax'],
    ['bytes that are no UTF-8', Buffer.from([0xff, 0xfe, 0x7b]), 400, 'BadSyntax'],
    ['too much', JSON.stringify('x'.repeat(200)), 413, 'TooLarge'],
  ])('%s is refused without repeating it', async (_what, body, expected, code) => {
    const { status, text } = await get('/api/messages', { method: 'POST', body });
    expect([status, JSON.parse(text).error.code]).toEqual([expected, code]);
    expect(text).not.toMatch(/hemmelig|\bat .*:\d+|node_modules/);
    expect(reported).toEqual([]);
  });

  test('an unknown character set is refused', async () => {
    const { status, text } = await get('/api/messages', {
      method: 'POST',
      body: '{}',
      type: 'application/json; charset=iso-8859-1',
    });
    expect([status, JSON.parse(text).error.code]).toEqual([415, 'UnsupportedMediaType']);
  });
});

test('an error of ours is told without its message and logged with the place only', async () => {
  const { status, text } = await get('/kilder/frp/feil');
  expect([status, text]).toEqual([500, 'Noe gikk galt hos oss. Prøv igjen om litt.\n']);
  expect(reported).toHaveLength(1);
  expect(reported[0]).toMatch(/^Internal error: Error <at .*server\.test\.ts/);
  expect(reported[0]).not.toContain('hemmelig');
});
