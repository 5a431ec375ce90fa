import { createDeliveries } from '../../src/state/deliveries.js';

function setUp(limits: { capacity?: number } = {}) {
  let time = 0;
  const ran: string[] = [];
  const { once } = createDeliveries({ now: () => time, minutes: 15, ...limits });
  const deliver = (key: string, work: () => Promise<void> = async () => undefined) =>
    once(key, async () => {
      ran.push(key);
      await work();
    });
  return { deliver, ran, pass: (minutes: number) => (time += minutes * 60_000) };
}

describe('a delivery', () => {
  test('is worked on once per key, until the key is forgotten', async () => {
    const { deliver, ran, pass } = setUp();
    for (const key of ['a', 'a', 'b']) await deliver(key);
    expect(ran).toEqual(['a', 'b']);
    pass(15);
    await deliver('a');
    expect(ran).toEqual(['a', 'b', 'a']);
  });

  test('that comes again while the first is under way ends as the first does', async () => {
    const { deliver, ran } = setUp();
    let fail = (): void => undefined;
    const work = () => new Promise<void>((_resolve, reject) => (fail = () => reject(new Error('gone'))));
    const both = [deliver('a', work), deliver('a', work)].map((each) => each.catch((error: Error) => error.message));
    fail();
    expect(await Promise.all(both)).toEqual(['gone', 'gone']);
    expect(ran).toEqual(['a']);
  });

  test('that failed may come again', async () => {
    const { deliver, ran } = setUp();
    await expect(deliver('a', () => Promise.reject(new Error('gone')))).rejects.toThrow('gone');
    await deliver('a');
    await deliver('a');
    expect(ran).toEqual(['a', 'a']);
  });

  test('is forgotten first when there are too many', async () => {
    const { deliver, ran } = setUp({ capacity: 2 });
    for (const key of ['a', 'b', 'c', 'd', 'd', 'a']) await deliver(key);
    expect(ran).toEqual(['a', 'b', 'c', 'd', 'a']);
  });
});
