import { addressOf } from '../../src/channels/limit-rate.js';

const of = (ip: string | undefined) => addressOf({ ip });

describe('whom an address stands for', () => {
  test.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:0db8:0001:0002::1', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['::', '0:0:0:0'],
    ['192.0.2.7:50123', '192.0.2.7'],
    ['[2001:db8:1:2::5]:50123', '2001:db8:1:2'],
    ['[2001:db8:1:2::5]', '2001:db8:1:2'],
  ])('%s is %s', (ip, expected) => {
    expect(of(ip)).toBe(expected);
  });

  test('is all of it when it is none', () => {
    expect([of(''), of(undefined), of('unix:')]).toEqual(['', '', 'unix:']);
  });
});
