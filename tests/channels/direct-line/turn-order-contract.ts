import type { Appended } from '../../../src/channels/direct-line/log.js';
import type { TurnOrder } from '../../../src/channels/direct-line/turn-order.js';

export interface OrderUnderTest {
  readonly order: TurnOrder;
  /** Logs a message of the conversation. */
  readonly log: (conversation: string) => Promise<Appended>;
}

export function gate() {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
}

/** What every order of turns does, whatever keeps it. */
export function describeTurnOrder(name: string, create: () => Promise<OrderUnderTest> | OrderUnderTest): void {
  describe(name, () => {
    let order: TurnOrder;
    let log: OrderUnderTest['log'];
    beforeEach(async () => ({ order, log } = await create()));

    test('keeps the order within a conversation, whatever a turn takes, and holds up no other', async () => {
      const [first, second, elsewhere] = [await log('a'), await log('a'), await log('b')];
      const slow = gate();
      const done: string[] = [];
      const turns = [
        order.run('a', first, async () => {
          await slow.opened;
          done.push('first');
        }),
        order.run('a', second, async () => void done.push('second')),
      ];
      await order.run('b', elsewhere, async () => void done.push('elsewhere'));
      expect([...done, order.length('a'), order.length('b')]).toEqual(['elsewhere', 2, 0]);
      slow.open();
      await Promise.all(turns);
      expect([...done, order.length('a')]).toEqual(['elsewhere', 'first', 'second', 0]);
    });

    test('goes on after a turn that fails, and tells who asked for it', async () => {
      const [first, second] = [await log('a'), await log('a')];
      const failing = order.run('a', first, async () => {
        throw new Error('no');
      });
      const next = order.run('a', second, async () => 'yes');
      await expect(failing).rejects.toThrow('no');
      await expect(next).resolves.toBe('yes');
    });

    test('says of what is sent again that it may have been answered', async () => {
      const first = await log('a');
      const again = { ...first, fresh: false };
      const seen: boolean[] = [];
      const see = async (isUnanswered: boolean): Promise<void> => void seen.push(isUnanswered);
      await Promise.all([order.run('a', first, see), order.run('a', again, see)]);
      await order.run('a', again, see);
      expect(seen).toEqual([true, false, false]);
    });
  });
}
