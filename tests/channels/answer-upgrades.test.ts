import { connect } from 'node:net';
import express from 'express';
import { serve, type Serving } from '../serve.js';

let serving: Serving;
const upgraded: (string | undefined)[] = [];

beforeAll(async () => {
  const app = express();
  app.use(express.text());
  app.all('/{*path}', (request, response) => {
    response.json({
      method: request.method,
      url: request.url,
      offered: request.get('upgrade') ?? null,
      body: request.body,
    });
  });
  serving = await serve(app, ({ url }, socket) => {
    upgraded.push(url);
    socket.end('HTTP/1.1 418 Teapot\r\nContent-Length: 0\r\n\r\n');
  });
});

afterAll(() => serving.stop());

/** Writes to one connection, each piece when the one before is answered, and gives what comes back until it is closed. */
function converse(...pieces: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(serving.address).port), '127.0.0.1');
    const [first = '', ...later] = pieces;
    let got = '';
    socket.setEncoding('latin1');
    socket.on('data', (data: string) => {
      got += data;
      if (data.endsWith('}')) socket.write(later.shift() ?? '', 'latin1');
    });
    socket.on('end', () => resolve(got));
    socket.on('error', reject);
    socket.write(first, 'latin1');
  });
}

const offer = 'Host: x\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n';
const bodies = (text: string): unknown[] => Array.from(text.matchAll(/\{[^}]*\}/g), ([json]) => JSON.parse(json));

test('an offer of HTTP/2 is left unheeded, and the request answered, its body too', async () => {
  const got = await converse(
    `POST /sp%C3%B8r?a=1 HTTP/1.1\r\n${offer}Connection: Upgrade, HTTP2-Settings, close\r\nContent-Type: text/plain\r\nContent-Length: 6\r\n\r\nheisan`,
  );
  expect(got).toMatch(/^HTTP\/1\.1 200 /);
  expect(bodies(got)).toEqual([{ method: 'POST', url: '/sp%C3%B8r?a=1', offered: null, body: 'heisan' }]);
});

test('what follows on the same connection is answered too, however often it offers', async () => {
  const warned: string[] = [];
  const warn = ({ name }: Error): void => void warned.push(name);
  process.on('warning', warn);
  const asked = 20;
  const requests = Array.from({ length: asked }, (_, at) => {
    const connection = at === asked - 1 ? 'Upgrade, close' : 'Upgrade';
    return `GET /${at} HTTP/1.1\r\n${offer}Connection: ${connection}\r\n\r\n`;
  });
  const urls = bodies(await converse(...requests)).map((body) => Reflect.get(Object(body), 'url'));
  expect(urls).toEqual(Array.from({ length: asked }, (_, at) => `/${at}`));
  await new Promise(setImmediate); // warnings are told on the next turn of the loop
  process.off('warning', warn);
  expect(warned).toEqual([]);
});

test('WebSockets are passed on, whatever the case', async () => {
  const got = await converse('GET /ws HTTP/1.1\r\nHost: x\r\nUpgrade: WebSocket\r\nConnection: Upgrade\r\n\r\n');
  expect([got.split('\r\n')[0], upgraded]).toEqual(['HTTP/1.1 418 Teapot', ['/ws']]);
});
