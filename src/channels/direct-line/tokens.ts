import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

/** As long as Direct Line's own tokens live, in seconds. */
export const TOKEN_SECONDS = 1_800;

/** One person in one conversation: all that a token opens. */
export interface Grant {
  readonly conversation: string;
  /** `dl_…`, the prefix that Direct Line asks of user ids bound in tokens. */
  readonly user: string;
}

export type TokenReading =
  { readonly state: 'valid'; readonly grant: Grant } | { readonly state: 'expired' | 'invalid' };

export interface Tokens {
  readonly issue: (grant: Grant) => string;
  readonly read: (token: string) => TokenReading;
}

const contents = z.tuple([z.string(), z.string(), z.number()]);

/** Tokens that this service signs and checks itself: `<base64url of [conversation, user, expiry]>.<base64url HMAC>`. */
export function createTokens({ secret, now }: { readonly secret: string; readonly now: () => number }): Tokens {
  const sign = (payload: string) => createHmac('sha256', secret).update(`direct-line:${payload}`).digest();

  return {
    issue({ conversation, user }) {
      const expires = now() + TOKEN_SECONDS * 1_000;
      const payload = Buffer.from(JSON.stringify([conversation, user, expires])).toString('base64url');
      return `${payload}.${sign(payload).toString('base64url')}`;
    },
    read(token) {
      const [payload = '', signature = '', ...rest] = token.split('.');
      const given = Buffer.from(signature, 'base64url');
      const expected = sign(payload);
      if (rest.length > 0 || given.length !== expected.length || !timingSafeEqual(given, expected))
        return { state: 'invalid' };
      // What carries our signature was written above, so it parses.
      const [conversation, user, expires] = contents.parse(JSON.parse(Buffer.from(payload, 'base64url').toString()));
      return expires > now() ? { state: 'valid', grant: { conversation, user } } : { state: 'expired' };
    },
  };
}
