import { inBase } from '../../src/widget/in-base.js';

const base = 'https://bot.example/';

test.each([
  [base, 'https://bot.example/kilder/frp/rusomsorg?t=1-2#t'],
  ['https://bot.example/standpunkt/', 'https://bot.example/standpunkt/kilder/frp/rusomsorg?t=1-2#t'],
])('a path of the service becomes an address below %s', (below, address) => {
  expect(inBase('/kilder/frp/rusomsorg?t=1-2#t', below)).toBe(address);
});

test.each([
  'javascript:alert(1)',
  'data:text/html,x',
  '//evil.example/x',
  '/\\evil.example/x',
  '///evil.example',
  '/javascript:alert(1)',
  '/https://evil.example/',
  'https://evil.example/',
  'http://bot.example/',
  'blob:https://bot.example/x',
  'https://',
  '',
  'kilder/frp',
])('%j leads nowhere', (path) => {
  expect(inBase(path, base)).toBeNull();
});

test('nothing leads out of the folder of the service', () => {
  expect(inBase('/../admin', 'https://bot.example/standpunkt/')).toBeNull();
});
