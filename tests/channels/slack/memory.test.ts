import { createMemoryKeptAnswers } from '../../../src/channels/slack/kept-answers.js';
import { createMemoryKeySet } from '../../../src/channels/slack/key-set.js';
import { turn } from '../sample.js';

describe('a key set', () => {
  test('knows a key for its time, counted from when it was last added', async () => {
    let now = 0;
    const keys = createMemoryKeySet({ now: () => now, minutes: 10 });
    expect([await keys.add('a'), await keys.add('a'), await keys.has('b')]).toEqual([true, false, false]);
    now = 9 * 60_000;
    await keys.add('a');
    now = 18 * 60_000;
    expect(await keys.has('a')).toBe(true);
    now = 19 * 60_000;
    expect([await keys.has('a'), await keys.add('a')]).toEqual([false, true]);
    await keys.remove('a');
    expect(await keys.has('a')).toBe(false);
  });

  test('keeps no more than it may', async () => {
    const keys = createMemoryKeySet({ now: () => 0, minutes: 10, capacity: 2 });
    for (const key of ['a', 'b', 'a', 'c']) await keys.add(key);
    expect([await keys.has('a'), await keys.has('b'), await keys.has('c')]).toEqual([true, false, true]);
  });
});

describe('kept answers', () => {
  test('are found in their own conversation until their time is over', async () => {
    let now = 0;
    const kept = createMemoryKeptAnswers({ now: () => now, minutes: 60 });
    const answer = turn();
    await kept.keep('a', '1', answer);
    expect([await kept.find('a', '1'), await kept.find('b', '1'), await kept.find('a', '2')]).toEqual([
      answer,
      null,
      null,
    ]);
    now = 60 * 60_000;
    expect(await kept.find('a', '1')).toBeNull();
  });

  test('are the last eight of a conversation, and erased together', async () => {
    const kept = createMemoryKeptAnswers({ now: () => 0, minutes: 60 });
    for (let id = 1; id <= 9; id += 1) await kept.keep('a', String(id), turn());
    expect([await kept.find('a', '1'), await kept.find('a', '2')]).toEqual([null, turn()]);
    await kept.erase('a');
    expect(await kept.find('a', '9')).toBeNull();
  });

  test('are of no more conversations than may be', async () => {
    const kept = createMemoryKeptAnswers({ now: () => 0, minutes: 60, capacity: 1 });
    await kept.keep('a', '1', turn());
    await kept.keep('b', '1', turn());
    expect([await kept.find('a', '1'), await kept.find('b', '1')]).toEqual([null, turn()]);
  });
});
