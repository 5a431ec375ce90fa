import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { WebSocket } from 'ws';
import { serve } from './serve.js';

const root = path.join(__dirname, '..');
const entry = path.join(root, 'dist', 'main.js');
// Away from the `.env` of whoever runs the tests.
const elsewhere = os.tmpdir();
// Compiling everything on a slow machine, in milliseconds.
const PATIENCE = 180_000;

let service: ChildProcess | null = null;

beforeAll(() => {
  const built = spawnSync(process.execPath, ['src/cli/launch.mjs', '--build'], { cwd: root, encoding: 'utf8' });
  if (built.status !== 0) throw new Error(built.stderr);
}, PATIENCE);

afterEach(() => {
  service?.kill('SIGKILL');
  service = null;
});

/** Starts the compiled service on a free port; the address is what it prints. */
async function start(): Promise<{ readonly child: ChildProcess; readonly address: string }> {
  const child = spawn(process.execPath, [entry], {
    cwd: elsewhere,
    env: { PATH: process.env['PATH'] ?? '', PORT: '0', HOST: '127.0.0.1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  service = child;
  for await (const line of createInterface({ input: child.stdout })) {
    const address = /^Standpunkt svarer på (http:\S+)$/.exec(line)?.[1];
    if (address !== undefined) return { child, address };
  }
  throw new Error('the service ended before it listened');
}

function run(environment: Record<string, string>): { readonly status: number | null; readonly stderr: string } {
  const env = { PATH: process.env['PATH'] ?? '', ...environment };
  return spawnSync(process.execPath, [entry], { cwd: elsewhere, env, encoding: 'utf8', timeout: 60_000 });
}

async function post(address: string, token: string | null, body: object) {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...(token === null ? {} : { Authorization: `Bearer ${token}` }) },
    body: JSON.stringify(body),
  });
  expect(response.ok).toBe(true);
  return response.json();
}

describe('the built service', () => {
  test(
    'starts, answers with a quote whose source page marks it, and stops when asked to',
    async () => {
      const { child, address } = await start();
      const health = await (await fetch(`${address}/healthz`)).json();
      expect(health).toMatchObject({ status: 'ok', version: expect.stringMatching(/^\d+\.\d+\.\d+/) });
      expect(health.documents).toBeGreaterThan(0);

      const directLine = `${address}/v3/directline`;
      const { token } = await post(`${directLine}/tokens/generate`, null, {});
      const { conversationId, streamUrl } = await post(`${directLine}/conversations`, token, {});
      const activities = `${directLine}/conversations/${conversationId}/activities`;
      const text = 'Hva mener Frp om heroinassistert behandling?';
      const { id } = await post(activities, token, { type: 'message', text });
      const read = await fetch(activities, { headers: { Authorization: `Bearer ${token}` } });
      const [welcome, echo, reply] = (await read.json()).activities;
      expect(welcome.text).toContain('automatisk');
      expect(echo).toMatchObject({ id, text });
      expect(reply).toMatchObject({ replyToId: id });
      expect(reply.entities[0].citation[0]).toMatchObject({ position: 1 });

      const { url } = reply.entities[0].citation[0].appearance;
      const page = await (await fetch(url)).text();
      expect(page).toContain('<mark');
      const launcher = await (await fetch(`${address}/widget.js`)).text();
      const [chat = ''] = /chat-[0-9a-f]{16}\.js/.exec(launcher) ?? [];
      for (const asset of [chat, 'chat.js', 'page.css', 'tokens.css']) {
        const file = await fetch(`${address}/widget/${asset}`);
        expect([asset, file.status]).toEqual([asset, 200]);
        await file.text();
      }

      const stream = new WebSocket(streamUrl);
      await new Promise((resolve) => stream.once('open', resolve));
      const closed = new Promise((resolve) => stream.once('close', resolve));
      const ended = new Promise((resolve) => child.once('exit', (code, signal) => resolve({ code, signal })));
      child.kill('SIGTERM');
      expect(await closed).toBe(1001);
      expect(await ended).toEqual({ code: 0, signal: null });
    },
    PATIENCE,
  );

  test(
    'says what to do when it cannot start, and ends with 1',
    async () => {
      const taken = await serve(() => undefined);
      const { port } = new URL(taken.address);
      const inUse = run({ PORT: port, HOST: '127.0.0.1' });
      await taken.stop();
      expect(inUse).toMatchObject({ status: 1, stderr: expect.stringContaining(`Port ${port} is in use.`) });
      const misconfigured = run({ PORT: 'abc', STATE_SECRET: 'short' });
      expect(misconfigured.status).toBe(1);
      expect(misconfigured.stderr).toMatch(/- PORT: .*\n.*- STATE_SECRET: /);
      const nowhere = run({ PORT: '0', KNOWLEDGE_DIR: '/nowhere' });
      expect(nowhere).toMatchObject({ status: 1, stderr: expect.stringContaining('/nowhere') });
      expect(`${inUse.stderr}${misconfigured.stderr}${nowhere.stderr}`).not.toMatch(/^\s+at /m);
    },
    PATIENCE,
  );
});
