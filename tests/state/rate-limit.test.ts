import { RateLimiterMemory } from 'rate-limiter-flexible';
import { createRateLimit } from '../../src/state/rate-limit.js';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const secret = 'a secret of the server';

describe('a rate limit', () => {
  test('lets so many through within a minute, each person and each thing by itself', async () => {
    const { take } = createRateLimit({ perMinute: 2, secret });
    const times = [await take('message', 'kari'), await take('message', 'kari'), await take('message', 'kari')];
    expect(times).toEqual([0, 0, 60]);
    expect([await take('message', 'ola'), await take('stream', 'kari')]).toEqual([0, 0]);
  });

  test('says how many seconds are left, and begins anew after them', async () => {
    const { take } = createRateLimit({ perMinute: 1, secret });
    await take('message', 'kari');
    jest.advanceTimersByTime(18_500);
    expect(await take('message', 'kari')).toBe(42);
    jest.advanceTimersByTime(41_499);
    expect(await take('message', 'kari')).toBe(1);
    jest.advanceTimersByTime(1);
    expect(await take('message', 'kari')).toBe(0);
  });

  test('joins no two pairs of names to one', async () => {
    const { take } = createRateLimit({ perMinute: 1, secret });
    expect([await take('a', 'b c'), await take('a b', 'c'), await take('a","b', 'c')]).toEqual([0, 0, 0]);
  });

  test('keeps no name and no address', async () => {
    const limiter = new RateLimiterMemory({ points: 5, duration: 60 });
    await createRateLimit({ perMinute: 5, secret, limiter }).take('token', '192.0.2.7');
    const kept = limiter.dump().storage.map(({ key }) => key);
    expect(kept).toEqual([expect.stringMatching(/^[\w-]{43}$/)]);
  });

  test('limits nobody when its store cannot be reached', async () => {
    const limiter = new RateLimiterMemory({ points: 1, duration: 60 });
    jest.spyOn(limiter, 'consume').mockRejectedValue(new Error('ECONNREFUSED'));
    expect(await createRateLimit({ perMinute: 1, secret, limiter }).take('message', 'kari')).toBe(0);
  });
});
