import { createMemoryConversationLog, type LogLimits } from '../../../src/channels/direct-line/log.js';

function setUp(limits: Partial<LogLimits> = {}) {
  let time = 0;
  const log = createMemoryConversationLog({ now: () => time, minutes: 60, ...limits });
  const texts = async (id: string, watermark = 0) =>
    (await log.since(id, watermark))?.activities.map(({ text }) => text) ?? null;
  return { log, texts, pass: (minutes: number) => (time += minutes * 60_000) };
}

describe('the log of conversations', () => {
  test('numbers activities and gives what came after a watermark', async () => {
    const { log, texts } = setUp();
    expect([await log.open('c'), await log.open('c')]).toEqual([true, false]);
    expect(await log.append('c', { text: 'a' }, null)).toEqual({ id: 'c|0000001', fresh: true });
    await log.append('c', { text: 'b' }, null);
    expect(await log.since('c', 1)).toEqual({ activities: [{ text: 'b', id: 'c|0000002' }], watermark: 2 });
    expect(await texts('c')).toEqual(['a', 'b']);
    expect(await texts('c', 99)).toEqual([]);
  });

  test('adds what has the same client id once', async () => {
    const { log, texts } = setUp();
    await log.open('c');
    await log.append('c', { text: 'a' }, 'x');
    expect(await log.append('c', { text: 'again' }, 'x')).toEqual({ id: 'c|0000001', fresh: false });
    await log.append('c', { text: 'b' }, 'y');
    expect(await texts('c')).toEqual(['a', 'b']);
  });

  test('forgets what was taken out, its client id too', async () => {
    const { log, texts } = setUp();
    await log.open('c');
    await log.append('c', { text: 'a' }, 'x');
    await log.remove('c', 'c|0000001');
    expect(await log.append('c', { text: 'a' }, 'x')).toEqual({ id: 'c|0000002', fresh: true });
    expect(await texts('c')).toEqual(['a']);
  });

  test('erases what was said, and counts on', async () => {
    const { log, texts } = setUp();
    await log.open('c');
    await log.append('c', { text: 'a' }, 'x');
    await log.erase('c');
    await log.erase('unknown');
    expect(await texts('c')).toEqual([]);
    expect(await log.append('c', { text: 'b' }, 'x')).toEqual({ id: 'c|0000002', fresh: true });
  });

  test('knows nothing of a conversation that was not opened', async () => {
    const { log } = setUp();
    expect(await log.append('c', {}, null)).toBeNull();
    expect(await log.since('c', 0)).toBeNull();
    expect(await log.has('c')).toBe(false);
  });

  test('keeps the latest activities only, and counts on', async () => {
    const { log, texts } = setUp({ activitiesEach: 2 });
    await log.open('c');
    for (const text of ['a', 'b', 'c']) await log.append('c', { text }, null);
    expect(await texts('c')).toEqual(['b', 'c']);
    expect((await log.since('c', 0))?.watermark).toBe(3);
  });

  test('forgets what was said after the minutes configured, though the conversation is in use', async () => {
    const { log, texts, pass } = setUp();
    await log.open('c');
    await log.append('c', { text: 'a' }, null);
    pass(30);
    await log.append('c', { text: 'b' }, null);
    pass(30);
    expect(await texts('c')).toEqual(['b']);
  });

  test('forgets a conversation that nobody uses', async () => {
    const { log, pass } = setUp();
    await log.open('c');
    pass(59);
    expect(await log.has('c')).toBe(true);
    pass(60);
    expect(await log.has('c')).toBe(false);
  });

  test('drops the conversation used least recently beyond its number', async () => {
    const { log } = setUp({ conversations: 2 });
    await log.open('a');
    await log.open('b');
    await log.has('a');
    await log.open('c');
    expect([await log.has('a'), await log.has('b'), await log.has('c')]).toEqual([true, false, true]);
  });

  test('drops the conversation used least recently beyond its size', async () => {
    const { log } = setUp({ size: 1_000 });
    await log.open('a');
    await log.append('a', { text: 'x'.repeat(600) }, null);
    await log.open('b');
    await log.append('b', { text: 'x'.repeat(300) }, null);
    expect(await log.has('a')).toBe(true);
    await log.append('b', { text: 'x'.repeat(300) }, null);
    expect([await log.has('a'), await log.has('b')]).toEqual([false, true]);
    await log.open('a');
    await log.append('a', { text: 'x'.repeat(200) }, null);
    expect([await log.has('a'), await log.has('b')]).toEqual([true, true]);
  });
});
