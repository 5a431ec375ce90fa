import { heldWhile, LEASE, release } from './lease.js';
import { runScript, script } from './script.js';
import type { Shared } from './shared.js';

/** Milliseconds between two looks at whether the other replica has finished. */
const LOOKING = 20;
/** Milliseconds that who waits first is waited for. */
const NEXT = 200;
/** Milliseconds after which waiting is pointless: the client has given up. */
const MOST_WAITING = 10_000;

export interface Turns {
  /** Runs the work when no other replica works under the same key. */
  readonly alone: <Result>(key: string, work: () => Promise<Result>) => Promise<Result>;
}

/** 1: it is our turn. KEYS: who works, and who is next; a replica that has just worked does not go before them. */
const claimTurn = script(`
  local holder = redis.call('GET', KEYS[1])
  if holder == ARGV[1] then return 1 end
  local first = redis.call('GET', KEYS[2])
  if holder or (first and first ~= ARGV[1]) then
    if not first or first == ARGV[1] then redis.call('SET', KEYS[2], ARGV[1], 'PX', ARGV[3]) end
    return 0
  end
  redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
  redis.call('DEL', KEYS[2])
  return 1`);

/** One turn at a time in each conversation, over all replicas. A replica that has died holds it up for three seconds. */
export function createRedisTurns(shared: Shared): Turns {
  const { connection, name, newId, now, wait } = shared;

  async function isOurs(key: string, next: string, owner: string): Promise<boolean> {
    const claimed = connection.run((redis) => runScript(redis, claimTurn, [key, next], [owner, LEASE, NEXT]));
    // Without Redis a replica has the conversation to itself.
    return (await claimed.catch(() => 1)) === 1;
  }

  return {
    async alone(id, work) {
      const [key, next] = [name('turns', id), name('next', id)];
      const owner = newId();
      const until = now() + MOST_WAITING;
      while (!(await isOurs(key, next, owner)) && now() < until) await wait(LOOKING);
      try {
        return await heldWhile(shared, key, owner, work);
      } finally {
        await release(shared, key, owner);
      }
    },
  };
}
