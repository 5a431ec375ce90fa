import { createMemoryConversationLog, type LogLimits } from '../../../src/channels/direct-line/log.js';
import { describeConversationLog } from './log-contract.js';

function setUp(limits: Partial<LogLimits> = {}) {
  let time = 0;
  const log = createMemoryConversationLog({ now: () => time, minutes: 60, ...limits });
  const pass = (minutes: number): void => {
    time += minutes * 60_000;
  };
  return { log, pass };
}

describeConversationLog('the log of conversations in memory', () => setUp());

describe('the log of conversations in memory', () => {
  test('numbers activities', async () => {
    const { log } = setUp();
    await log.open('c');
    expect(await log.append('c', { text: 'a' }, null)).toEqual({ id: 'c|0000001', fresh: true });
    expect(await log.since('c', '')).toEqual({
      state: 'found',
      activities: [{ text: 'a', id: 'c|0000001' }],
      watermark: '1',
    });
  });

  test('keeps the latest activities only, and counts on', async () => {
    const { log } = setUp({ activitiesEach: 2 });
    await log.open('c');
    for (const text of ['a', 'b', 'c']) await log.append('c', { text }, null);
    expect(await log.since('c', '')).toMatchObject({ activities: [{ text: 'b' }, { text: 'c' }], watermark: '3' });
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
