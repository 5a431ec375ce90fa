import { mkdtempSync, rmSync } from 'node:fs';
import { Agent } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { WebSocket } from 'ws';
import { send, type Sent } from '../faults/send.js';
import { serve } from '../serve.js';
import { post, startService, type StartedService } from './service.js';

// Compiled code on a slow machine, in milliseconds.
jest.setTimeout(60_000);

let folder = '';
let service: StartedService | null = null;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'standpunkt-drain-'));
});
afterEach(() => {
  service?.child.kill('SIGKILL');
  service = null;
  rmSync(folder, { recursive: true });
});

test('under a hundred requests a second, none fails that a load balancer sends until /readyz says 503', async () => {
  service = await startService(folder, { DRAIN_SECONDS: '0.5' });
  const { address, child, ended } = service;
  const directLine = `${address}/v3/directline`;
  const { token } = await post(`${directLine}/tokens/generate`, {});
  const { conversationId } = await post(`${directLine}/conversations`, {}, token);
  const activities = `${directLine}/conversations/${conversationId}/activities`;
  const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` };
  const question = JSON.stringify({ type: 'message', text: 'Hva mener Ap om rus?' });
  const agent = new Agent({ keepAlive: true });
  const results: Promise<Sent>[] = [];
  let ready = true;
  const traffic = setInterval(() => {
    if (!ready) return;
    const asks = results.length % 2 === 0;
    results.push(
      asks ? send(agent, activities, 'POST', headers, question) : send(agent, `${address}/kilder`, 'GET', {}),
    );
    if (results.length === 100) child.kill('SIGTERM');
  }, 10);
  let last: Sent = { status: 200, closes: false };
  while (last.status === 200) last = await send(agent, `${address}/readyz`, 'GET', {});
  ready = false;
  clearInterval(traffic);
  expect(last).toEqual({ status: 503, closes: true });
  const answered = await Promise.all(results);
  expect(answered.length).toBeGreaterThanOrEqual(100);
  expect(answered.filter(({ status }) => status !== 200)).toEqual([]);
  expect(await ended).toBe(0);
  agent.destroy();
});

test('a turn that is under way is delivered, streams are closed with 1001, and the service ends with 0', async () => {
  service = await startService(folder, { DRAIN_SECONDS: '0', ALLOW_ANONYMOUS_BOT: 'true' });
  const { address, child, ended } = service;
  const { token } = await post(`${address}/v3/directline/tokens/generate`, {});
  const { streamUrl } = await post(`${address}/v3/directline/conversations`, {}, token);
  const stream = new WebSocket(streamUrl);
  await new Promise((resolve) => stream.once('open', resolve));
  const closed = new Promise((resolve) => stream.once('close', resolve));
  const deliveries: string[] = [];
  let arrived = () => {};
  const begun = new Promise<void>((resolve) => (arrived = resolve));
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  const connector = await serve((incoming, response) => {
    incoming.resume();
    arrived();
    const deliver = async () => {
      await held;
      deliveries.push(incoming.url ?? '');
      response.setHeader('Content-Type', 'application/json').end('{"id":"1"}');
    };
    void deliver();
  });
  const turn = fetch(`${address}/api/messages`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      type: 'message',
      id: '1',
      channelId: 'emulator',
      serviceUrl: connector.address,
      conversation: { id: 'c' },
      from: { id: 'u' },
      recipient: { id: 'b' },
      text: 'Hva mener Ap om rus?',
    }),
  });
  await begun;
  child.kill('SIGTERM');
  // Refused from the moment that the service has stopped listening, with the turn still under way.
  const agent = new Agent({ keepAlive: false });
  while (typeof (await send(agent, `${address}/readyz`, 'GET', {})).status === 'number');
  expect(deliveries).toEqual([]);
  release();
  expect((await turn).status).toBe(200);
  expect(deliveries.length).toBeGreaterThan(0);
  expect(await closed).toBe(1001);
  expect(await ended).toBe(0);
  await connector.stop();
});
