import type { KeySet } from '../channels/slack/key-set.js';
import type { Shared } from './shared.js';

/** Keys that wait for Redis to come back. */
const MOST_OWED = 10_000;
const AT_ONCE = 500;

/**
 * Keys that every replica remembers for a while. Those of a Redis that is away are remembered in `local`, and by all when
 * it is back.
 */
export function createRedisKeySet(shared: Shared, kind: string, minutes: number, local: KeySet): KeySet {
  const { connection, name, now } = shared;
  const milliseconds = Math.ceil(minutes * 60_000);
  const owed = new Map<string, number>(); // hashed key → when it expires, oldest first

  function owe(id: string): void {
    owed.delete(id);
    owed.set(id, now() + milliseconds);
    for (const old of owed.keys()) {
      if (owed.size <= MOST_OWED) break;
      owed.delete(old);
    }
  }

  async function handOver(): Promise<void> {
    while (owed.size > 0) {
      const some = [...owed].slice(0, AT_ONCE);
      await connection.run((redis) => {
        const adding = redis.multi();
        for (const [id, expires] of some) adding.set(id, '1', 'PX', Math.max(1, Math.ceil(expires - now())), 'NX');
        return adding.exec();
      });
      for (const [id] of some) owed.delete(id);
    }
  }
  connection.onBack(() => void handOver().catch(() => undefined));

  return {
    async add(key) {
      const id = name(kind, key);
      const isNewHere = await local.add(key);
      try {
        return (await connection.run((redis) => redis.set(id, '1', 'PX', milliseconds, 'GET'))) === null;
      } catch {
        owe(id);
        return isNewHere;
      }
    },
    has(key) {
      return connection
        .run((redis) => redis.exists(name(kind, key)))
        .then(
          (found) => found === 1,
          () => local.has(key),
        );
    },
    async remove(key) {
      await local.remove(key);
      owed.delete(name(kind, key));
      await connection.remove(name(kind, key));
    },
  };
}
