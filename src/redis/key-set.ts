import type { KeySet } from '../channels/slack/key-set.js';
import type { Shared } from './shared.js';

/** Keys that every replica remembers for a while; those of a Redis that is away are remembered in `local`. */
export function createRedisKeySet(shared: Shared, kind: string, minutes: number, local: KeySet): KeySet {
  const { connection, name } = shared;
  const milliseconds = Math.ceil(minutes * 60_000);
  return {
    async add(key) {
      const isNewHere = await local.add(key);
      const before = connection.run((redis) => redis.set(name(kind, key), '1', 'PX', milliseconds, 'GET'));
      return before.then(
        (found) => found === null,
        () => isNewHere,
      );
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
      await connection.remove(name(kind, key));
    },
  };
}
