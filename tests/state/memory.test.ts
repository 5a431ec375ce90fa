import type { TurnState } from '../../src/domain.js';
import { createMemoryTurnStore } from '../../src/state/memory.js';

const state = (language: TurnState['language']): TurnState => ({ question: null, sources: [], language });

function setUp(capacity?: number) {
  let time = 0;
  const store = createMemoryTurnStore({ now: () => time, minutes: 60, ...(capacity ? { capacity } : {}) });
  return { store, pass: (minutes: number) => (time += minutes * 60_000) };
}

describe('turn state in memory', () => {
  test('gives back what was last written', async () => {
    const { store } = setUp();
    await store.write('a', state('nb'));
    await store.write('a', state('nn'));
    expect(await store.read('a')).toEqual(state('nn'));
    expect(await store.read('b')).toBeNull();
  });

  test('forgets after the minutes configured, counted from the last write', async () => {
    const { store, pass } = setUp();
    await store.write('a', state('nb'));
    pass(59);
    await store.write('a', state('nb'));
    pass(59);
    expect(await store.read('a')).not.toBeNull();
    pass(1);
    expect(await store.read('a')).toBeNull();
  });

  test('reading does not lengthen a life', async () => {
    const { store, pass } = setUp();
    await store.write('a', state('nb'));
    pass(59);
    await store.read('a');
    pass(1);
    expect(await store.read('a')).toBeNull();
  });

  test('drops the least recently written beyond its capacity', async () => {
    const { store } = setUp(2);
    await store.write('a', state('nb'));
    await store.write('b', state('nb'));
    await store.write('a', state('nn'));
    await store.write('c', state('nb'));
    expect(await store.read('b')).toBeNull();
    expect(await store.read('a')).toEqual(state('nn'));
    expect(await store.read('c')).toEqual(state('nb'));
  });

  test('erases one entry at once and no other', async () => {
    const { store } = setUp();
    await store.write('a', state('nb'));
    await store.write('b', state('nb'));
    await store.erase('a');
    expect(await store.read('a')).toBeNull();
    expect(await store.read('b')).not.toBeNull();
  });
});
