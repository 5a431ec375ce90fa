import { createSentMessages } from '../../src/state/sent-messages.js';

function setUp(limits: { capacity?: number } = {}) {
  let time = 0;
  const sent = createSentMessages({ now: () => time, minutes: 60, ...limits });
  return { sent, pass: (minutes: number) => (time += minutes * 60_000) };
}

describe('the messages we sent', () => {
  test('are known by what they answer, until they expire or are erased', async () => {
    const { sent, pass } = setUp();
    await sent.write('a', ['1', '2']);
    await sent.write('b', ['3']);
    expect([await sent.read('a'), await sent.read('b'), await sent.read('c')]).toEqual([['1', '2'], ['3'], []]);
    await sent.erase('b');
    expect(await sent.read('b')).toEqual([]);
    pass(30);
    await sent.write('a', ['4']);
    pass(59);
    expect(await sent.read('a')).toEqual(['4']);
    pass(1);
    expect(await sent.read('a')).toEqual([]);
  });

  test('are forgotten, oldest first, when there are too many', async () => {
    const { sent } = setUp({ capacity: 2 });
    for (const key of ['a', 'b', 'c']) await sent.write(key, [key]);
    expect([await sent.read('a'), await sent.read('b'), await sent.read('c')]).toEqual([[], ['b'], ['c']]);
  });
});
