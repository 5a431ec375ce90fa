import { sameOrigin } from '../../src/widget/render.js';

const origin = 'https://bot.example';

test('a path of the same origin becomes an address', () => {
  expect(sameOrigin('/kilder/frp/rusomsorg?t=1-2#t', origin)).toBe('https://bot.example/kilder/frp/rusomsorg?t=1-2#t');
});

test.each([
  'javascript:alert(1)',
  'data:text/html,x',
  '//evil.example/x',
  'https://evil.example/',
  'http://bot.example/',
  'blob:https://bot.example/x',
  'https://',
])('%s leads nowhere', (address) => {
  expect(sameOrigin(address, origin)).toBeNull();
});
