import { createHmac } from 'node:crypto';
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { RateLimit } from '../domain.js';

const SECONDS = 60;

export interface RateLimitParts {
  /** How often one key may do one thing within a minute. */
  readonly perMinute: number;
  /** Keys of people and addresses are kept under a hash with this. */
  readonly secret: string;
  /** Where uses are counted; in this process when left out. */
  readonly limiter?: Pick<RateLimiterAbstract, 'consume'>;
}

/** Counts uses in windows of a minute that begin with the first use. A store that cannot be reached limits nobody. */
export function createRateLimit({ perMinute, secret, limiter }: RateLimitParts): RateLimit {
  const counting = limiter ?? new RateLimiterMemory({ points: perMinute, duration: SECONDS });
  return {
    async take(what, who) {
      const key = createHmac('sha256', secret)
        .update(JSON.stringify([what, who]))
        .digest('base64url');
      try {
        await counting.consume(key);
        return 0;
      } catch (error) {
        if (!(error instanceof RateLimiterRes)) return 0;
        // The window ends by a timer; how long that still takes is told by the clock, which may have gone back.
        return Math.min(SECONDS, Math.max(1, Math.ceil(error.msBeforeNext / 1_000)));
      }
    },
  };
}
