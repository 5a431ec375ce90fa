import { createKeep } from '../../src/widget/keep.js';

function storage(): Storage {
  const items = new Map<string, string>();
  return {
    get length() {
      return items.size;
    },
    key: (index) => [...items.keys()][index] ?? null,
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
    clear: () => items.clear(),
  };
}

test('keeps the id, the token and the language under one key, and nothing else', () => {
  const place = storage();
  const keep = createKeep(
    () => place,
    () => 'nn',
  );
  expect(keep.read()).toBeNull();
  expect(place.length).toBe(0);
  const session = { conversation: 'c1', token: 't1', renewAt: 7, streamUrl: 'wss://…' };
  keep.write(session);
  expect([place.length, place.getItem('standpunkt')]).toEqual([
    1,
    '{"conversation":"c1","token":"t1","language":"nn"}',
  ]);
  expect(
    createKeep(
      () => place,
      () => 'nn',
    ).read(),
  ).toEqual({ conversation: 'c1', token: 't1' });
  keep.erase();
  expect(place.length).toBe(0);
});

test.each(['', 'nonsense', '{}', '[]', '{"conversation":"c"}', '{"conversation":"c","token":7}'])(
  'what another has written there is nothing: %j',
  (text) => {
    const place = storage();
    place.setItem('standpunkt', text);
    expect(
      createKeep(
        () => place,
        () => 'nn',
      ).read(),
    ).toBeNull();
  },
);

test('keeps the language that is chosen later, where there is a conversation to keep', () => {
  const place = storage();
  let language: 'nb' | 'en' = 'nb';
  const keep = createKeep(
    () => place,
    () => language,
  );
  keep.refresh();
  expect([place.length, keep.language()]).toEqual([0, null]);
  keep.write({ conversation: 'c1', token: 't1' });
  language = 'en';
  expect(keep.language()).toBe('nb');
  keep.refresh();
  expect([keep.language(), keep.read()]).toEqual(['en', { conversation: 'c1', token: 't1' }]);
  place.setItem('standpunkt', '{"language":"<b>"}');
  expect(keep.language()).toBeNull();
});

test('a browser that forbids storage loses the conversation with the page, and no more', () => {
  const forbidden = () => {
    throw new DOMException('forbidden', 'SecurityError');
  };
  const keep = createKeep(forbidden, () => 'nb');
  keep.refresh();
  expect(keep.language()).toBeNull();
  keep.write({ conversation: 'c1', token: 't1' });
  keep.erase();
  expect(keep.read()).toBeNull();
});
