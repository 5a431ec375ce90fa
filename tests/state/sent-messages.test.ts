import { createSentMessages } from '../../src/state/sent-messages.js';

test('the messages we sent are forgotten, oldest first, when there are too many', async () => {
  const sent = createSentMessages({ now: () => 0, minutes: 60, capacity: 2 });
  for (const key of ['a', 'b', 'c']) await sent.write(key, [key]);
  expect([await sent.read('a'), await sent.read('b'), await sent.read('c')]).toEqual([[], ['b'], ['c']]);
});
