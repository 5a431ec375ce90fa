import { createFirstTime } from '../../src/state/first-time.js';

test('the first time forgets the oldest key when there are too many', async () => {
  const isFirst = createFirstTime({ now: () => 0, minutes: 10, capacity: 2 });
  const firsts: boolean[] = [];
  for (const key of ['a', 'b', 'c', 'c', 'a']) firsts.push(await isFirst(key));
  expect(firsts).toEqual([true, true, true, false, true]);
});
