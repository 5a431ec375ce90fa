import type { TurnState, TurnStore } from '../domain.js';
import { RedisAway } from './connection.js';
import { runScript, script } from './script.js';
import type { Shared } from './shared.js';

/**
 * KEYS: the key. ARGV: the value, milliseconds to live, deadline. 0: it lay in a frozen Redis or on a wire that was cut,
 * and what was asked, or erased, since must not be undone.
 */
const writeScript = script(`
  local t = redis.call('TIME')
  if t[1] * 1000 + math.floor(t[2] / 1000) > tonumber(ARGV[3]) then return 0 end
  redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
  return 1`);

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
        const values = [sealed, milliseconds, connection.deadline()];
        const written = await connection.run((redis) => runScript(redis, writeScript, [id], values));
        if (written !== 1) throw new RedisAway('timeout');
      } catch (error) {
        await connection.remove(id);
        throw error;
      }
    },
    erase: (key) => connection.remove(name('turn', key)),
  };
}
