import { runScript, script } from './script.js';
import type { Shared } from './shared.js';

/** Milliseconds that work counts as going on after its replica was last heard of. */
export const LEASE = 3_000;
export const DONE = 'done';

/** 1: ours to work on. 2: done before. 0: somebody is working on it. */
const claimScript = script(`
  if redis.call('SET', KEYS[1], ARGV[1], 'NX', 'PX', ARGV[2]) then return 1 end
  local holder = redis.call('GET', KEYS[1])
  if holder == ARGV[1] then return 1 end
  if holder == '${DONE}' then return 2 end
  return 0`);

const renewScript = script(`
  if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('PEXPIRE', KEYS[1], ARGV[2]) end
  return 0`);

const releaseScript = script(`
  if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end
  return 0`);

/** Twice is better than never: without Redis everything is ours to work on. */
export async function claim({ connection }: Shared, key: string, owner: string): Promise<'ours' | 'done' | 'busy'> {
  const result = await connection.run((redis) => runScript(redis, claimScript, [key], [owner, LEASE])).catch(() => 1);
  return result === 1 ? 'ours' : result === 2 ? 'done' : 'busy';
}

/** Runs the work and says all the while that it goes on. */
export async function whileRenewing<Result>(
  renewal: () => Promise<unknown>,
  work: () => Promise<Result>,
): Promise<Result> {
  const timer = setInterval(() => void renewal().catch(() => null), LEASE / 3).unref();
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}

export function renew({ connection }: Shared, key: string, owner: string): Promise<unknown> {
  return connection.run((redis) => runScript(redis, renewScript, [key], [owner, LEASE]));
}

export async function release({ connection }: Shared, key: string, owner: string): Promise<void> {
  await connection.run((redis) => runScript(redis, releaseScript, [key], [owner])).catch(() => null);
}
