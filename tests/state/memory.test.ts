import type { TurnState } from '../../src/domain.js';
import { createMemoryTurnStore } from '../../src/state/memory.js';

const state = (language: TurnState['language']): TurnState => ({ question: null, sources: [], language });

test('turn state in memory drops the least recently written beyond its capacity', async () => {
  const store = createMemoryTurnStore({ now: () => 0, minutes: 60, capacity: 2 });
  await store.write('a', state('nb'));
  await store.write('b', state('nb'));
  await store.write('a', state('nn'));
  await store.write('c', state('nb'));
  expect(await store.read('b')).toBeNull();
  expect(await store.read('a')).toEqual(state('nn'));
  expect(await store.read('c')).toEqual(state('nb'));
});
