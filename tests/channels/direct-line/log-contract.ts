import fc from 'fast-check';
import type { ConversationLog, LogListener, LoggedActivity } from '../../../src/channels/direct-line/log.js';

export interface LogUnderTest {
  /** Forgets an activity an hour after it was said, and keeps at least 100 of a conversation. */
  readonly log: ConversationLog;
  readonly pass: (minutes: number) => Promise<void> | void;
}

async function read(log: ConversationLog, watermark = '', most?: number) {
  const found = await log.since('c', watermark, most);
  if (found.state !== 'found') throw new Error(found.state);
  return { texts: found.activities.map(({ text }) => text), ids: found.activities.map(({ id }) => id), ...found };
}

function listener(): LogListener & { readonly passing: LoggedActivity[]; readonly appended: () => number } {
  const passing: LoggedActivity[] = [];
  let appended = 0;
  return {
    passing,
    appended: () => appended,
    onAppended: () => (appended += 1),
    onPassing: (activity) => passing.push(activity),
  };
}

/** What every log of conversations does, whatever keeps it. */
export function describeConversationLog(name: string, create: () => Promise<LogUnderTest> | LogUnderTest): void {
  describe(name, () => {
    let log: ConversationLog;
    let pass: LogUnderTest['pass'];
    beforeEach(async () => ({ log, pass } = await create()));

    test('opens a conversation once', async () => {
      expect(await log.has('c')).toBe(false);
      expect([await log.open('c'), await log.open('c')]).toEqual([true, false]);
      expect(await log.has('c')).toBe(true);
    });

    test('gives an activity its id and tells what came after a watermark', async () => {
      await log.open('c');
      expect(await read(log)).toMatchObject({ activities: [] });
      const first = await log.append('c', { text: 'a' }, null);
      const { watermark } = await read(log);
      const second = await log.append('c', { text: 'b' }, null);
      expect([first?.fresh, second?.fresh]).toEqual([true, true]);
      expect(await read(log)).toMatchObject({ texts: ['a', 'b'], ids: [first?.id, second?.id] });
      expect(await read(log, watermark)).toMatchObject({ activities: [{ text: 'b', id: second?.id }] });
      expect(await read(log, (await read(log)).watermark)).toMatchObject({ activities: [] });
      expect(watermark).toMatch(/^[\w.-]{1,64}$/);
    });

    test('says that it cannot read a watermark that is not its own', async () => {
      await log.open('c');
      for (const wrong of ['x', '..', '1.5', '99999999999999999999x'])
        expect(await log.since('c', wrong)).toEqual({ state: 'unreadable-watermark' });
    });

    test('gives a long conversation in parts', async () => {
      await log.open('c');
      for (const text of ['a', 'b', 'c']) await log.append('c', { text }, null);
      expect((await read(log, '', 0)).texts).toEqual([]);
      const part = await read(log, (await read(log, '', 0)).watermark, 2);
      expect(part.texts).toEqual(['a', 'b']);
      expect((await read(log, part.watermark, 2)).texts).toEqual(['c']);
    });

    test('adds what has the same client id once', async () => {
      await log.open('c');
      const first = await log.append('c', { text: 'a' }, 'x');
      expect(await log.append('c', { text: 'again' }, 'x')).toEqual({ id: first?.id, fresh: false });
      await log.append('c', { text: 'b' }, 'y');
      expect((await read(log)).texts).toEqual(['a', 'b']);
    });

    test('forgets what was taken out, its client id too', async () => {
      await log.open('c');
      const first = await log.append('c', { text: 'a' }, 'x');
      await log.remove('c', first?.id ?? '');
      const second = await log.append('c', { text: 'a' }, 'x');
      expect(second?.fresh).toBe(true);
      expect(second?.id).not.toBe(first?.id);
      expect((await read(log)).texts).toEqual(['a']);
    });

    test('erases what was said, and watermarks hold', async () => {
      await log.open('c');
      await log.append('c', { text: 'a' }, 'x');
      const { watermark } = await read(log);
      await log.erase('c');
      await log.erase('unknown');
      expect((await read(log)).texts).toEqual([]);
      expect((await log.append('c', { text: 'b' }, 'x'))?.fresh).toBe(true);
      expect((await read(log, watermark)).texts).toEqual(['b']);
    });

    test('knows nothing of a conversation that was not opened', async () => {
      expect(await log.append('c', {}, null)).toBeNull();
      expect(await log.since('c', '')).toEqual({ state: 'unknown-conversation' });
      await log.open('other');
      await log.append('other', { text: 'secret' }, null);
      expect(await log.since('c', '')).toEqual({ state: 'unknown-conversation' });
    });

    test('tells who watches of what is appended, and of no other conversation', async () => {
      await log.open('c');
      await log.open('other');
      const watcher = listener();
      const unwatch = await log.watch('c', watcher);
      await log.append('other', { text: 'a' }, null);
      expect(watcher.appended()).toBe(0);
      await log.append('c', { text: 'a' }, 'x');
      expect(watcher.appended()).toBe(1);
      await log.append('c', { text: 'a' }, 'x');
      unwatch();
      unwatch();
      await log.append('c', { text: 'b' }, null);
      expect(watcher.appended()).toBe(1);
    });

    test('shows what passes to who watches, and keeps nothing of it', async () => {
      await log.open('c');
      const watchers = [listener(), listener()] as const;
      for (const watcher of watchers) await log.watch('c', watcher);
      await log.pass('other', { type: 'typing' });
      await log.pass('c', { type: 'typing', n: 1 });
      expect(watchers.map(({ passing }) => passing)).toEqual([[{ type: 'typing', n: 1 }], [{ type: 'typing', n: 1 }]]);
      expect((await read(log)).texts).toEqual([]);
    });

    test('forgets what was said after an hour, though the conversation is in use', async () => {
      await log.open('c');
      await log.append('c', { text: 'a' }, null);
      await pass(30);
      await log.append('c', { text: 'b' }, null);
      await pass(30);
      expect((await read(log)).texts).toEqual(['b']);
    });

    test('forgets a conversation that nobody uses', async () => {
      await log.open('c');
      await pass(59);
      expect(await log.has('c')).toBe(true);
      await pass(60);
      expect(await log.has('c')).toBe(false);
    });

    test('gives a reader everything in order and nothing twice, however it is read', async () => {
      const step = fc.oneof(
        fc.record({ kind: fc.constant('append' as const), count: fc.integer({ min: 1, max: 4 }) }),
        fc.record({ kind: fc.constant('read' as const), count: fc.integer({ min: 0, max: 3 }) }),
      );
      const property = fc.asyncProperty(fc.array(step, { maxLength: 20 }), async (steps) => {
        ({ log, pass } = await create());
        await log.open('c');
        let written = 0;
        let watermark = '';
        const got: unknown[] = [];
        const readOn = async (most?: number) => {
          const found = await read(log, watermark, most);
          ({ watermark } = found);
          got.push(...found.texts);
        };
        for (const { kind, count } of steps) {
          if (kind === 'read') await readOn(count);
          else
            await Promise.all(
              Array.from({ length: count }, (_, at) => log.append('c', { text: String(written + at) }, null)),
            );
          if (kind === 'append') written += count;
        }
        await readOn();
        expect(got).toEqual(Array.from({ length: written }, (_, at) => String(at)));
      });
      await fc.assert(property);
    });
  });
}
