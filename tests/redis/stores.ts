import { randomBytes } from 'node:crypto';
import type { Redis } from 'ioredis';
import { openRedis, type RedisParts, type RedisStores } from '../../src/redis/open-redis.js';

export const SECRET = 'a secret that all replicas share, long enough';

/** Fulfilled when it is so; looked at again and again, as news of another process come when they come. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 5));
}

export interface Replica {
  readonly stores: RedisStores;
  readonly reported: readonly string[];
  readonly reloads: () => number;
}

export async function openReplica(url: string, prefix: string, change: Partial<RedisParts> = {}): Promise<Replica> {
  const reported: string[] = [];
  let reloads = 0;
  const stores = openRedis({
    url,
    prefix,
    secret: SECRET,
    minutes: 60,
    now: () => Date.now(),
    newId: () => randomBytes(16).toString('base64url'),
    wait: (milliseconds) => new Promise((resolve) => void setTimeout(resolve, milliseconds)),
    report: (line) => reported.push(line),
    onReload: () => (reloads += 1),
    ...change,
  });
  await until(() => stores.state() === 'up');
  return { stores, reported, reloads: () => reloads };
}

/** Lets time go by for what a Redis keeps: everything becomes so much older, and what has expired is gone. */
export async function passTime(redis: Redis, prefix: string, minutes: number): Promise<void> {
  const milliseconds = minutes * 60_000;
  for (const key of await redis.keys(`${prefix}:*`)) {
    const left = (await redis.pttl(key)) - milliseconds;
    if (left <= 0) await redis.del(key);
    else if ((await redis.type(key)) === 'stream') await agedStream(redis, key, milliseconds, left);
    else await redis.pexpire(key, left);
  }
}

async function agedStream(redis: Redis, key: string, milliseconds: number, left: number): Promise<void> {
  const entries = await redis.xrange(key, '-', '+');
  await redis.del(key);
  await redis.xadd(key, '1-1', 'a', '');
  await redis.xdel(key, '1-1');
  for (const [id, fields] of entries) {
    const [time = '', number = ''] = id.split('-');
    await redis.xadd(key, `${Number(time) - milliseconds}-${number}`, ...fields);
  }
  await redis.pexpire(key, left);
}
