import { createTokens } from '../../../src/channels/direct-line/tokens.js';

const grant = { conversation: 'c1', user: 'dl_1', since: 0 };

function setUp(secret = 'a secret of the server') {
  let time = 1_000;
  return { tokens: createTokens({ secret, now: () => time }), pass: (seconds: number) => (time += seconds * 1_000) };
}

describe('a Direct Line token', () => {
  test('opens what it was issued for, for half an hour', () => {
    const { tokens, pass } = setUp();
    const { token, expires } = tokens.issue(grant);
    expect(expires).toBe(1_801_000);
    expect(tokens.read(token)).toEqual({ state: 'valid', grant, expires });
    pass(1_799);
    expect(tokens.read(token).state).toBe('valid');
    pass(1);
    expect(tokens.read(token)).toEqual({ state: 'expired' });
  });

  test('of another secret is none', () => {
    expect(setUp('another secret').tokens.read(setUp().tokens.issue(grant).token)).toEqual({ state: 'invalid' });
  });

  test('that was changed is none', () => {
    const { tokens } = setUp();
    const [payload = '', signature = ''] = tokens.issue(grant).token.split('.');
    const forged = Buffer.from(JSON.stringify(['c2', 'dl_1', 0, 9e15, 9e15])).toString('base64url');
    const wrong = ['', '.', payload, `${payload}.`, `.${signature}`, `${forged}.${signature}`];
    for (const token of [...wrong, `${payload}.${signature}.x`, `${payload}.${signature.slice(0, -2)}`])
      expect(tokens.read(token)).toEqual({ state: 'invalid' });
  });

  test('that was written otherwise with the same bytes is none', () => {
    const { tokens } = setUp();
    const { token } = tokens.issue(grant);
    // The last of 43 characters carries 4 bits of the 256; its other 2 bits are ignored in decoding.
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const twin = token.slice(0, -1) + alphabet[alphabet.indexOf(token.slice(-1)) ^ 1];
    const bytes = (text: string) => Buffer.from(text.split('.')[1] ?? '', 'base64url');
    expect(bytes(twin)).toEqual(bytes(token));
    expect(tokens.read(twin)).toEqual({ state: 'invalid' });
  });

  test('is renewed for a day, and keeps what it was issued for', () => {
    const { tokens, pass } = setUp();
    let { token } = tokens.issue(grant);
    for (let renewals = 0; renewals < 57; renewals += 1) {
      pass(1_500);
      const reading = tokens.read(token);
      if (reading.state !== 'valid') throw new Error('it ran out early');
      expect(reading.grant).toEqual(grant);
      ({ token } = tokens.issue(reading.grant));
    }
    pass(1_500);
    expect(tokens.read(token)).toEqual({ state: 'expired' });
    expect(tokens.issue(grant).expires).toBe(86_400_000);
  });
});

describe('the ticket of a stream', () => {
  test('opens it within a minute, for as long as a token lives', () => {
    const { tokens, pass } = setUp();
    const ticket = tokens.issueTicket(grant);
    expect(tokens.readTicket(ticket)).toEqual({ state: 'valid', grant, expires: 1_801_000 });
    pass(59);
    expect(tokens.readTicket(ticket).state).toBe('valid');
    pass(1);
    expect(tokens.readTicket(ticket)).toEqual({ state: 'expired' });
  });

  test('is no token, and a token no ticket', () => {
    const { tokens } = setUp();
    expect(tokens.read(tokens.issueTicket(grant))).toEqual({ state: 'invalid' });
    expect(tokens.readTicket(tokens.issue(grant).token)).toEqual({ state: 'invalid' });
  });

  test('opens nothing longer than the conversation can be renewed', () => {
    const { tokens, pass } = setUp();
    pass(86_400 - 1 - 10);
    const ticket = tokens.issueTicket(grant);
    expect(tokens.readTicket(ticket)).toEqual({ state: 'valid', grant, expires: 86_400_000 });
    pass(10);
    expect(tokens.readTicket(ticket)).toEqual({ state: 'expired' });
  });
});
