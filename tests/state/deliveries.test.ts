import { createDeliveries } from '../../src/state/deliveries.js';

function setUp(limits: { capacity?: number } = {}) {
  const ran: string[] = [];
  const { once } = createDeliveries({ now: () => 0, minutes: 15, ...limits });
  const deliver = (key: string, work: () => Promise<void> = async () => undefined) =>
    once(key, async () => {
      ran.push(key);
      await work();
    });
  return { deliver, ran };
}

describe('a delivery', () => {
  test('that comes again while the first is under way ends as the first does', async () => {
    const { deliver, ran } = setUp();
    let fail = (): void => undefined;
    const work = () => new Promise<void>((_resolve, reject) => (fail = () => reject(new Error('gone'))));
    const both = [deliver('a', work), deliver('a', work)].map((each) => each.catch((error: Error) => error.message));
    fail();
    expect(await Promise.all(both)).toEqual(['gone', 'gone']);
    expect(ran).toEqual(['a']);
  });

  test('is forgotten first when there are too many', async () => {
    const { deliver, ran } = setUp({ capacity: 2 });
    for (const key of ['a', 'b', 'c', 'd', 'd', 'a']) await deliver(key);
    expect(ran).toEqual(['a', 'b', 'c', 'd', 'a']);
  });
});
