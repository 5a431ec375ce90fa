import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startService } from '../insight/service.js';
import { until } from '../redis/stores.js';
import { ask } from './ask.js';
import { botMessage, startConnector } from './connector.js';

// Compiled code on a slow machine, in milliseconds.
jest.setTimeout(60_000);

const DEAD = 50;

// tests/channels/teams-attacks.test.ts has what becomes of the turns themselves.
test('a connector that never answers holds nobody up, has one connection for each turn, and does not keep the service from stopping', async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'standpunkt-dead-'));
  const connector = await startConnector();
  const { address, child, ended } = await startService(folder, { ALLOW_ANONYMOUS_BOT: 'true', DRAIN_SECONDS: '0' });
  const deliver = (conversation: string) =>
    fetch(`${address}/api/messages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: botMessage(connector.address, conversation),
    }).then(
      ({ status }) => status,
      () => 'cut',
    );
  const turns = Array.from({ length: DEAD }, (_, at) => deliver(`dead:${at}`));
  await until(() => connector.held() === DEAD);
  expect(await ask(address, 'Hva mener Frp om LAR?')).toContain('heroinassistert');
  expect(await deliver('a:1')).toBe(200);
  expect(connector.replies.get('a:1')?.length).toBeGreaterThan(0);
  expect(connector.held()).toBeLessThanOrEqual(DEAD);
  const signalled = performance.now();
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
  expect(performance.now() - signalled).toBeLessThan(10_000);
  // Told that it failed, or cut with the service.
  expect((await Promise.all(turns)).filter((status) => status !== 502 && status !== 'cut')).toEqual([]);
  await until(() => connector.held() === 0);
  await connector.stop();
  rmSync(folder, { recursive: true });
});
