import type { TurnState, TurnStore } from '../../src/domain.js';
import type { Deliveries } from '../../src/state/deliveries.js';
import type { FirstTime } from '../../src/state/first-time.js';
import type { SentMessages } from '../../src/state/sent-messages.js';

/** Makes everything that is kept so many minutes older. */
export type Pass = (minutes: number) => Promise<void> | void;
type Create<Store> = () => Promise<Store & { readonly pass: Pass }>;

const state = (language: TurnState['language']): TurnState => ({ question: null, sources: [], language });

/** What every turn store does that forgets after an hour. */
export function describeTurnStore(name: string, create: Create<{ readonly store: TurnStore }>): void {
  describe(name, () => {
    test('gives back what was last written, and nothing of another key', async () => {
      const { store } = await create();
      await store.write('a', state('nb'));
      await store.write('a', state('nn'));
      expect([await store.read('a'), await store.read('b')]).toEqual([state('nn'), null]);
    });

    test('forgets an hour after the last write; reading does not lengthen a life', async () => {
      const { store, pass } = await create();
      await store.write('a', state('nb'));
      await pass(59);
      await store.write('a', state('nb'));
      await pass(59);
      expect(await store.read('a')).toEqual(state('nb'));
      await pass(1);
      expect(await store.read('a')).toBeNull();
    });

    test('erases one entry at once and no other', async () => {
      const { store } = await create();
      await store.write('a', state('nb'));
      await store.write('b', state('nb'));
      await store.erase('a');
      expect([await store.read('a'), await store.read('b')]).toEqual([null, state('nb')]);
    });
  });
}

/** What all deliveries do that are remembered for 15 minutes. */
export function describeDeliveries(name: string, create: Create<Deliveries>): void {
  describe(name, () => {
    test('works on a key once, until it is forgotten', async () => {
      const { once, pass } = await create();
      const ran: string[] = [];
      const deliver = (key: string) => once(key, async () => void ran.push(key));
      for (const key of ['a', 'a', 'b']) await deliver(key);
      expect(ran).toEqual(['a', 'b']);
      await pass(15);
      await deliver('a');
      expect(ran).toEqual(['a', 'b', 'a']);
    });

    test('a duplicate ends when the first one does', async () => {
      const { once } = await create();
      const ended: string[] = [];
      let finish = (): void => undefined;
      const first = once('a', () => new Promise<void>((resolve) => (finish = resolve)));
      const second = once('a', async () => void ended.push('worked twice')).then(() => ended.push('second'));
      await new Promise((resolve) => setImmediate(resolve));
      expect(ended).toEqual([]);
      await once('b', async () => finish());
      await Promise.all([first, second]);
      expect(ended).toEqual(['second']);
    });

    test('what failed may come again', async () => {
      const { once } = await create();
      await expect(once('a', () => Promise.reject(new Error('gone')))).rejects.toThrow('gone');
      let ran = 0;
      await once('a', async () => void (ran += 1));
      await once('a', async () => void (ran += 1));
      expect(ran).toBe(1);
    });
  });
}

/** What tells the first time and forgets after ten minutes. */
export function describeFirstTime(name: string, create: Create<{ readonly isFirst: FirstTime }>): void {
  test(`${name} is true once for each key, until it is forgotten`, async () => {
    const { isFirst, pass } = await create();
    expect([await isFirst('a'), await isFirst('a'), await isFirst('b')]).toEqual([true, false, true]);
    await pass(10);
    expect(await isFirst('a')).toBe(true);
  });
}

/** What remembers for an hour which messages of ours answer which message. */
export function describeSentMessages(name: string, create: Create<{ readonly sent: SentMessages }>): void {
  test(`${name} are known by what they answer, until they expire or are erased`, async () => {
    const { sent, pass } = await create();
    await sent.write('a', ['1', '2']);
    await sent.write('b', ['3']);
    expect([await sent.read('a'), await sent.read('b'), await sent.read('c')]).toEqual([['1', '2'], ['3'], []]);
    await sent.erase('b');
    expect(await sent.read('b')).toEqual([]);
    await pass(30);
    await sent.write('a', ['4']);
    await pass(59);
    expect(await sent.read('a')).toEqual(['4']);
    await pass(1);
    expect(await sent.read('a')).toEqual([]);
  });
}
