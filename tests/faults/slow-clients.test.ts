import { mkdtempSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import type { Server } from 'node:http';
import { connect, type Socket } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import express from 'express';
import { createApp, openServer } from '../../src/server.js';
import { begin, listen, serveDirectLine } from '../channels/direct-line/service.js';
import { startService, type StartedService } from '../insight/service.js';
import { portOf } from '../redis/redis-server.js';
import { until } from '../redis/stores.js';
import { ask } from './ask.js';

// Starting processes on a slow machine, in milliseconds.
jest.setTimeout(60_000);

const sockets = new Set<Socket>();
afterEach(() => {
  for (const socket of sockets) socket.destroy();
  sockets.clear();
});

interface Client {
  readonly socket: Socket;
  /** What it was sent until the connection was closed. */
  readonly heard: Promise<string>;
}

async function open(port: number): Promise<Client> {
  const socket = connect(port, '127.0.0.1');
  sockets.add(socket);
  let said = '';
  socket.on('data', (piece: Buffer) => (said += piece.toString())).on('error', () => undefined);
  const heard = new Promise<string>((resolve) => void socket.once('close', () => resolve(said)));
  await once(socket, 'connect');
  return { socket, heard };
}

/** Sends a text again and again for as long as the connection is open: at once when it is taken, or bit by bit. */
function keepSending({ socket }: Client, text: string, milliseconds: number): void {
  socket.write(text, () => {
    if (!socket.destroyed)
      setTimeout(() => keepSending({ socket, heard: Promise.resolve('') }, text, milliseconds), milliseconds);
  });
}

/** Told why, unless the client was still sending: then the system cuts what was said, too. */
const GIVEN_UP = /^(?:HTTP\/1\.1 408 |$)/;
/** Bytes; what a client does not read stays with us beyond what the system holds. */
const LARGE = 20_000_000;

describe('a server with little patience', () => {
  let server: Server;
  let port = 0;

  async function start(patience: Partial<Parameters<typeof openServer>[0]> = {}): Promise<void> {
    server = openServer({
      headers: 60_000,
      request: 60_000,
      silence: 60_000,
      idle: 60_000,
      look: 50,
      most: 100,
      ...patience,
    });
    const directLine = express.Router();
    directLine.post('/', express.json({ limit: '64kb' }), (_request, response) => void response.json({}));
    const page = () => 'x'.repeat(LARGE);
    const none = () => null;
    server.on(
      'request',
      createApp({
        health: () => ({ version: '0', documents: 0, parties: 0 }),
        pages: { home: page, sources: () => '', source: none, excerpt: none, notFound: () => '', demo: () => '' },
        widgetFolder: '/nowhere',
        allowedOrigins: [],
        directLine,
        teams: express.Router(),
        report: () => undefined,
      }),
    );
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    port = portOf(server);
  }
  afterEach(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });

  const connections = () =>
    new Promise<number>((resolve) => void server.getConnections((_error, count) => resolve(count)));
  async function expectServed(): Promise<void> {
    const response = await fetch(`http://127.0.0.1:${port}/healthz`, { headers: { Connection: 'close' } });
    expect(await response.json()).toMatchObject({ status: 'ok' });
  }
  const post = 'POST /v3/directline HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n';

  test('closes a connection on which nothing is said', async () => {
    await start({ headers: 200 });
    const { heard } = await open(port);
    await expectServed();
    expect(await heard).toMatch(GIVEN_UP);
  });

  test('closes a connection whose headers come a byte at a time', async () => {
    await start({ headers: 200 });
    const client = await open(port);
    client.socket.write('GET /healthz HTTP/1.1\r\nX: ');
    keepSending(client, 'x', 5);
    await expectServed();
    expect(await client.heard).toMatch(GIVEN_UP);
  });

  test('closes a connection whose body comes a byte at a time', async () => {
    await start({ headers: 200, request: 400 });
    const client = await open(port);
    client.socket.write(`${post}Content-Length: 50000\r\n\r\n[`);
    keepSending(client, ' ', 5);
    await expectServed();
    expect(await client.heard).toMatch(GIVEN_UP);
  });

  test('closes a connection whose body never ends', async () => {
    await start({ headers: 200, request: 400 });
    const client = await open(port);
    client.socket.write(`${post}Transfer-Encoding: chunked\r\n\r\n`);
    keepSending(client, `10000\r\n${' '.repeat(0x10000)}\r\n`, 0);
    await expectServed();
    expect(await client.heard).toMatch(GIVEN_UP);
  });

  test('closes a connection whose client does not read the answer', async () => {
    await start({ silence: 1_500 });
    const { socket } = await open(port);
    socket.pause();
    socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n');
    await until(async () => (await connections()) === 1);
    await expectServed();
    await until(async () => (await connections()) === 0);
  });

  test('closes a connection that is idle after an answer', async () => {
    await start({ idle: 200 });
    const { socket, heard } = await open(port);
    socket.write('GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n');
    expect(await heard).toMatch(/^HTTP\/1\.1 200 /);
  });

  test('takes no more connections than it may have, and others again when some have gone', async () => {
    await start({ most: 10 });
    const taken = [];
    for (let count = 0; count < 10; count += 1) taken.push(await open(port));
    await until(async () => (await connections()) === 10);
    expect(await (await open(port)).heard).toBe('');
    taken[0]?.socket.destroy();
    await until(async () => (await connections()) === 9);
    await expectServed();
  });
});

test('a stream that is never read is cut, and its conversation goes on for others', async () => {
  const service = await serveDirectLine({}, { activitiesEach: 1_000 });
  const chat = await begin(service);
  const { socket, next } = listen(chat.streamUrl);
  await next();
  socket.pause();
  for (let at = 0; at < 300; at += 1) await service.log.append(chat.id, { text: 'x'.repeat(60_000) }, null);
  // Some time after the goodbye, which is not read either.
  await until(() => service.directLine.openStreams() === 0);
  const other = listen(chat.streamUrl);
  expect((await other.next()).activities.length).toBeGreaterThan(0);
  socket.terminate();
  await service.stop();
});

describe('the service', () => {
  let folder = '';
  let service: StartedService;
  beforeEach(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'standpunkt-slow-'));
    service = await startService(folder);
  });
  afterEach(() => {
    service.child.kill('SIGKILL');
    rmSync(folder, { recursive: true });
  });

  /** Bytes of the process, whatever they are for. */
  async function memory(): Promise<number> {
    const metrics = await (await fetch(service.metrics)).text();
    return Number(/^process_resident_memory_bytes (\S+)$/m.exec(metrics)?.[1]);
  }

  test('answers while 500 connections are idle and 100 send a byte at a time, and closes these within seconds', async () => {
    const port = Number(new URL(service.address).port);
    // What the first questions need is made with them.
    for (let turn = 0; turn < 5; turn += 1) await ask(service.address, 'Hva mener Frp om LAR?');
    const before = await memory();
    for (let count = 0; count < 500; count += 1) await open(port);
    const slow = await Promise.all(Array.from({ length: 100 }, () => open(port)));
    for (const client of slow) {
      client.socket.write('GET /healthz HTTP/1.1\r\nX: ');
      keepSending(client, 'x', 100);
    }
    for (let turn = 0; turn < 10; turn += 1)
      expect(await ask(service.address, 'Hva mener Frp om LAR?')).toContain('heroinassistert');
    expect((await memory()) - before).toBeLessThan(100_000_000);
    for (const said of await Promise.all(slow.map(({ heard }) => heard))) expect(said).toMatch(GIVEN_UP);
    expect(await ask(service.address, 'Hva mener Frp om LAR?')).toContain('heroinassistert');
  });
});
