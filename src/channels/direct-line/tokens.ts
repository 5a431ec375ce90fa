import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

/** As long as Direct Line's own tokens live, in seconds. */
export const TOKEN_SECONDS = 1_800;

/** How long the address of a stream is good, in seconds; as Direct Line documents it. */
export const TICKET_SECONDS = 60;

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
  /** Opens a stream of the conversation, within a minute, and nothing else. */
  readonly issueTicket: (grant: Grant) => string;
  /** `expires` is when the stream ends: that of a token issued along with the ticket. */
  readonly readTicket: (ticket: string) => TokenReading;
}

/** The last is until when what is signed is good; before it, for a ticket, when its stream ends. */
const contents = z.tuple([z.string(), z.string(), z.number(), z.number(), z.number()]);

/**
 * Tokens that this service signs and checks itself: `<base64url of [conversation, user, since, expires, until]>.<HMAC>`.
 * What the signature is for stands in what is signed, so that nothing else signed with the secret is taken for a token.
 */
export function createTokens({ secret, now }: { readonly secret: string; readonly now: () => number }): Tokens {
  const sign = (purpose: Purpose, payload: string) =>
    createHmac('sha256', secret).update(`direct-line ${purpose} 2:${payload}`).digest('base64url');
  const expiry = ({ since }: Grant) => Math.min(now() + TOKEN_SECONDS * 1_000, since + RENEWABLE_HOURS * 3_600_000);

  function seal(purpose: Purpose, { conversation, user, since }: Grant, expires: number, until: number): string {
    const payload = Buffer.from(JSON.stringify([conversation, user, since, expires, until])).toString('base64url');
    return `${payload}.${sign(purpose, payload)}`;
  }

  function read(purpose: Purpose, sealed: string): TokenReading {
    const [payload = '', signature = '', ...rest] = sealed.split('.');
    // The texts are compared, not what they decode to: base64url writes the same bytes in more than one way.
    const given = Buffer.from(signature);
    const expected = Buffer.from(sign(purpose, payload));
    if (rest.length > 0 || given.length !== expected.length || !timingSafeEqual(given, expected))
      return { state: 'invalid' };
    // What carries our signature was written above, so it parses.
    const parsed = contents.parse(JSON.parse(Buffer.from(payload, 'base64url').toString()));
    const [conversation, user, since, expires, until] = parsed;
    // Nothing is issued for longer than a day: what is good for longer was, by a clock that has gone back since.
    const isGood = until > now() && until <= now() + RENEWABLE_HOURS * 3_600_000;
    return isGood ? { state: 'valid', grant: { conversation, user, since }, expires } : { state: 'expired' };
  }

  return {
    issue(grant) {
      const expires = expiry(grant);
      return { token: seal('token', grant, expires, expires), expires };
    },
    read: (token) => read('token', token),
    issueTicket(grant) {
      const expires = expiry(grant);
      return seal('ticket', grant, expires, Math.min(expires, now() + TICKET_SECONDS * 1_000));
    },
    readTicket: (ticket) => read('ticket', ticket),
  };
}

type Purpose = 'token' | 'ticket';
