import { createFirstTime } from '../../src/state/first-time.js';

describe('the first time', () => {
  test('is true once per key, until the key is forgotten', () => {
    let time = 0;
    const isFirst = createFirstTime({ now: () => time, minutes: 10 });
    expect([isFirst('a'), isFirst('a'), isFirst('b')]).toEqual([true, false, true]);
    time += 10 * 60_000;
    expect(isFirst('a')).toBe(true);
  });

  test('forgets the oldest key when there are too many', () => {
    const isFirst = createFirstTime({ now: () => 0, minutes: 10, capacity: 2 });
    expect([isFirst('a'), isFirst('b'), isFirst('c'), isFirst('c'), isFirst('a')]).toEqual([
      true,
      true,
      true,
      false,
      true,
    ]);
  });
});
