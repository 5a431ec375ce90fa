import * as fc from 'fast-check';
import { sessionKey } from '../../src/state/session-key.js';

const speaker = { channel: 'msteams', conversation: 'a:1', user: '29:kari', thread: null };

describe('the session key', () => {
  test('is the same for the same speaker, and differs for every part of it', () => {
    const key = sessionKey('secret', speaker);
    expect(sessionKey('secret', { ...speaker })).toBe(key);
    for (const change of [{ channel: 'directline' }, { conversation: 'a:2' }, { user: '29:ola' }])
      expect(sessionKey('secret', { ...speaker, ...change })).not.toBe(key);
    expect(sessionKey('another secret', speaker)).not.toBe(key);
  });

  test('is one for everybody in a thread, and for each person outside of it', () => {
    const kari = { ...speaker, thread: 'a:1;messageid=7' };
    expect(sessionKey('secret', { ...kari, user: '29:ola' })).toBe(sessionKey('secret', kari));
    expect(sessionKey('secret', { ...kari, thread: 'a:1;messageid=8' })).not.toBe(sessionKey('secret', kari));
    expect(sessionKey('secret', { ...speaker, user: '29:ola' })).not.toBe(sessionKey('secret', speaker));
    expect(sessionKey('secret', { ...speaker, user: kari.thread })).not.toBe(sessionKey('secret', kari));
  });

  test('shows nothing of the ids', () => {
    expect(sessionKey('secret', speaker)).toMatch(/^[\w-]{43}$/);
  });

  test('does not confuse ids that run together', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string({ minLength: 1 }), (conversation, user, moved) => {
        const one = sessionKey('secret', { channel: 'c', conversation: conversation + moved, user, thread: null });
        const other = sessionKey('secret', { channel: 'c', conversation, user: moved + user, thread: null });
        expect(one).not.toBe(other);
      }),
    );
  });
});
