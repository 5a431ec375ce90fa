import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import type { RateLimitParts } from '../state/rate-limit.js';
import type { Shared } from './shared.js';

const SECONDS = 60;

/** Counts for all replicas together; while Redis is away, for this one alone. */
export function createRedisLimiter(
  { connection, name }: Shared,
  kind: string,
  perMinute: number,
): NonNullable<RateLimitParts['limiter']> {
  const counting = { points: perMinute, duration: SECONDS };
  const local = new RateLimiterMemory(counting);
  let made: RateLimiterRedis | null = null;
  return {
    async consume(key) {
      const counted = connection.run((redis) => {
        made ??= new RateLimiterRedis({ ...counting, storeClient: redis, keyPrefix: name(kind) });
        // Beyond the limit is an answer, not a failure.
        return made.consume(key).catch((result: unknown) => {
          if (result instanceof RateLimiterRes) return result;
          throw result;
        });
      });
      const result = await counted.catch(() => null);
      if (result === null) return local.consume(key);
      // A window that lasts longer began before the clock of Redis went back; it would lock people out for as long.
      if (result.msBeforeNext > SECONDS * 1_000) {
        await connection.run(async () => made?.delete(key)).catch(() => false);
        return result;
      }
      if (result.consumedPoints > perMinute) throw result;
      return result;
    },
  };
}
