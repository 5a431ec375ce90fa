import type { TurnState, TurnStore } from '../domain.js';
import type { Shared } from './shared.js';

/**
 * Turn state that every replica reads. What could not be written in time is removed when Redis is back, so that no
 * follow-up leans on a question older than the last one.
 */
export function createRedisTurnStore({ connection, seal, name }: Shared, minutes: number): TurnStore {
  return {
    async read(key) {
      const id = name('turn', key);
      const sealed = await connection.run((redis) => redis.get(id));
      const json = seal.open(id, sealed);
      if (json === null) return null;
      const state: TurnState = JSON.parse(json);
      return state;
    },
    async write(key, state) {
      const id = name('turn', key);
      const sealed = seal.close(id, state);
      const milliseconds = Math.ceil(minutes * 60_000);
      try {
        await connection.run((redis) => redis.set(id, sealed, 'PX', milliseconds));
      } catch (error) {
        await connection.remove(id);
        throw error;
      }
    },
    erase: (key) => connection.remove(name('turn', key)),
  };
}
