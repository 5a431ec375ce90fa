import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

/** As long as Direct Line's own tokens live, in seconds. */
export const TOKEN_SECONDS = 1_800;

/** What a token was issued for can be renewed for so long after the first token; nothing is kept longer than that. */
const RENEWABLE_HOURS = 24;

/** One person in one conversation: all that a token opens. */
export interface Grant {
  readonly conversation: string;
  /** `dl_…`, the prefix that Direct Line asks of user ids bound in tokens. */
  readonly user: string;
  /** When the first token for it was issued, in milliseconds since 1970. */
  readonly since: number;
}

export type TokenReading =
  | { readonly state: 'valid'; readonly grant: Grant; readonly expires: number }
  | { readonly state: 'expired' | 'invalid' };

export interface Tokens {
  /** A token for half an hour from now; `expires` is in milliseconds since 1970. */
  readonly issue: (grant: Grant) => { readonly token: string; readonly expires: number };
  readonly read: (token: string) => TokenReading;
}

const contents = z.tuple([z.string(), z.string(), z.number(), z.number()]);

/**
 * Tokens that this service signs and checks itself: `<base64url of [conversation, user, since, expires]>.<HMAC>`. What the
 * signature is for stands in what is signed, so that nothing else signed with the secret is taken for a token.
 */
export function createTokens({ secret, now }: { readonly secret: string; readonly now: () => number }): Tokens {
  const sign = (payload: string) =>
    createHmac('sha256', secret).update(`direct-line token 1:${payload}`).digest('base64url');

  return {
    issue({ conversation, user, since }) {
      const expires = Math.min(now() + TOKEN_SECONDS * 1_000, since + RENEWABLE_HOURS * 3_600_000);
      const payload = Buffer.from(JSON.stringify([conversation, user, since, expires])).toString('base64url');
      return { token: `${payload}.${sign(payload)}`, expires };
    },
    read(token) {
      const [payload = '', signature = '', ...rest] = token.split('.');
      // The texts are compared, not what they decode to: base64url writes the same bytes in more than one way.
      const given = Buffer.from(signature);
      const expected = Buffer.from(sign(payload));
      if (rest.length > 0 || given.length !== expected.length || !timingSafeEqual(given, expected))
        return { state: 'invalid' };
      // What carries our signature was written above, so it parses.
      const parsed = contents.parse(JSON.parse(Buffer.from(payload, 'base64url').toString()));
      const [conversation, user, since, expires] = parsed;
      return expires > now() ? { state: 'valid', grant: { conversation, user, since }, expires } : { state: 'expired' };
    },
  };
}
