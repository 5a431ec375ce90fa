import { setImmediate } from 'node:timers/promises';
import { connectRedis } from '../../src/redis/connection.js';
import { describeWithRedis, startRedis } from './redis-server.js';

/** Milliseconds; longer than a command may take. */
const BUSY = 1_000;

describeWithRedis('a busy processor', () => {
  test('is not taken for a Redis that is away: the answer that came meanwhile is read', async () => {
    const redis = await startRedis();
    const reported: string[] = [];
    const report = (line: string) => void reported.push(line);
    const connection = connectRedis({ url: redis.url, purpose: 'a test', now: () => performance.now(), report });
    try {
      await new Promise<void>((resolve) => connection.onBack(resolve));
      // From here the event loop comes to its timers first and to what was sent to it after that.
      await setImmediate();
      const asked = connection.run((client) => client.echo('there'));
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, BUSY);
      expect(await asked).toBe('there');
      expect(connection.state()).toBe('up');
      expect(reported).toEqual([]);
    } finally {
      connection.close();
      await redis.stop();
    }
  });
});
