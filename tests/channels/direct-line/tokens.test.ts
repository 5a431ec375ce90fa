import { createTokens } from '../../../src/channels/direct-line/tokens.js';

const grant = { conversation: 'c1', user: 'dl_1' };

function setUp(secret = 'a secret of the server') {
  let time = 1_000;
  return { tokens: createTokens({ secret, now: () => time }), pass: (seconds: number) => (time += seconds * 1_000) };
}

describe('a Direct Line token', () => {
  test('opens what it was issued for, for half an hour', () => {
    const { tokens, pass } = setUp();
    const token = tokens.issue(grant);
    expect(tokens.read(token)).toEqual({ state: 'valid', grant });
    pass(1_799);
    expect(tokens.read(token).state).toBe('valid');
    pass(1);
    expect(tokens.read(token)).toEqual({ state: 'expired' });
  });

  test('of another secret is none', () => {
    expect(setUp('another secret').tokens.read(setUp().tokens.issue(grant))).toEqual({ state: 'invalid' });
  });

  test('that was changed is none', () => {
    const { tokens } = setUp();
    const [payload = '', signature = ''] = tokens.issue(grant).split('.');
    const forged = Buffer.from(JSON.stringify(['c2', 'dl_1', 9e15])).toString('base64url');
    const wrong = ['', '.', payload, `${payload}.`, `.${signature}`, `${forged}.${signature}`];
    for (const token of [...wrong, `${payload}.${signature}.x`, `${payload}.${signature.slice(0, -2)}`])
      expect(tokens.read(token)).toEqual({ state: 'invalid' });
  });
});
