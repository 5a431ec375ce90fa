import { createPublicKey, verify, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import { describeFailure } from './failure.js';
import type { Registration } from './teams/access.js';

export interface KeyGateParts {
  readonly registration: Registration;
  /** Milliseconds since any fixed point. */
  readonly now: () => number;
  /** Takes one line for the log of the operator. */
  readonly report: (line: string) => void;
  /** Gets a JSON document; `fetchJson` unless a test stands between. */
  readonly fetchKeys?: (address: string) => Promise<unknown>;
}

export interface KeyGate {
  /** Fetches the keys, so that the first message does not wait for them. */
  readonly warm: () => Promise<void>;
  /**
   * True when the token is made out to this bot by one who may, and signed with a published key. Its times are still to
   * be checked, and whether the activity names the same service address.
   */
  readonly admits: (authorization: string | undefined) => Promise<boolean>;
}

// The Bot Connector's own issuer and the keys it signs with; every other issuer is Entra, with keys per tenant.
const CONNECTOR_ISSUER = 'https://api.botframework.com';
const CONNECTOR_KEYS = 'https://login.botframework.com/v1/.well-known/keys';
const ENTRA = 'https://login.microsoftonline.com';

// Two key sets, three look-ups a minute each: six. The SDK fetches a key that was good once more, every ten minutes.
const PAUSE = 20_000;
// Microsoft publishes a new key at least a day before it signs with it.
const FRESH = 3_600_000;
const FETCH_MILLISECONDS = 5_000;
// Real tokens have 1 to 4 KB; Node itself takes 16 KB of headers.
const LONGEST = 8_192;

const headerSchema = z.object({ alg: z.literal('RS256'), kid: z.string().min(1).max(256) });
const claimsSchema = z.object({
  aud: z.string(),
  iss: z.string(),
  serviceurl: z.string().optional(),
  azp: z.string().optional(),
  appid: z.string().optional(),
});
type Claims = z.infer<typeof claimsSchema>;
const keySetSchema = z.object({ keys: z.array(z.unknown()).max(1_000) });
const keySchema = z.object({ kty: z.literal('RSA'), kid: z.string(), n: z.string(), e: z.string() });

/**
 * Lets only tokens with a good signature through to the SDK, which would fetch all keys anew for every key id that it
 * has not met, and a key id is whatever the sender writes. One look-up brings every key, so strangers who cause all
 * the look-ups there are only keep the keys fresh: who signs with a published key is never held up.
 */
export function createKeyGate({ registration, now, report, fetchKeys = fetchJson }: KeyGateParts): KeyGate {
  const { clientId, tenantId, authority = ENTRA } = registration;
  const open = (address: string) => createKeySet({ address, now, report, fetchKeys });
  const connector = open(CONNECTOR_KEYS);
  const tenant = open(`${authority}/${tenantId}/discovery/v2.0/keys`);

  return {
    async warm() {
      await Promise.all([connector.refresh(), tenant.refresh()]);
    },
    async admits(authorization) {
      const token = readToken(authorization);
      if (token === null || !isForUs(token.claims, clientId)) return false;
      const key = await (isConnectors(token.claims) ? connector : tenant).find(token.keyId);
      return key !== null && verify('RSA-SHA256', token.signed, key, token.signature);
    },
  };
}

const isConnectors = ({ iss }: Claims) => iss.toLowerCase() === CONNECTOR_ISSUER;

/**
 * The connector's tokens name the service address; the SDK lets those pass that do not. Entra gives every app of the
 * tenant a token for this one: the protocol takes those only that the bot got for itself, as the Emulator does.
 */
function isForUs(claims: Claims, clientId: string): boolean {
  const { aud, serviceurl, azp, appid } = claims;
  return aud === clientId && (isConnectors(claims) ? serviceurl !== undefined : (azp ?? appid) === clientId);
}

interface KeySetParts {
  readonly address: string;
  readonly now: () => number;
  readonly report: (line: string) => void;
  readonly fetchKeys: (address: string) => Promise<unknown>;
}

function createKeySet({ address, now, report, fetchKeys }: KeySetParts) {
  let keys: ReadonlyMap<string, KeyObject> = new Map();
  let asked = Number.NEGATIVE_INFINITY;
  let asking: Promise<void> = Promise.resolve();

  async function look(): Promise<void> {
    try {
      keys = readKeySet(await fetchKeys(address));
    } catch (error) {
      // Those from before are kept: an outage there is none here.
      const cure = `Allow this host to reach ${new URL(address).host}.`;
      report(`Teams: the keys that tokens are signed with could not be fetched (${describeFailure(error)}). ${cure}`);
    }
  }
  function refresh(): Promise<void> {
    if (now() - asked >= PAUSE) {
      asked = now();
      asking = look();
    }
    return asking;
  }
  return {
    refresh,
    async find(keyId: string): Promise<KeyObject | null> {
      const known = keys.get(keyId);
      if (known === undefined) await refresh();
      else if (now() - asked >= FRESH) void refresh();
      return known ?? keys.get(keyId) ?? null;
    },
  };
}

/** The RSA keys of a JSON Web Key Set; what else it holds is left out. */
function readKeySet(document: unknown): ReadonlyMap<string, KeyObject> {
  const found = keySetSchema.parse(document).keys.flatMap((each) => {
    const { success, data } = keySchema.safeParse(each);
    if (!success) return [];
    const { kid, ...key } = data;
    return [[kid, createPublicKey({ key, format: 'jwk' })] as const];
  });
  if (found.length === 0) throw new Error('a key set without keys');
  return new Map(found);
}

interface Token {
  readonly keyId: string;
  readonly claims: Claims;
  readonly signed: Buffer;
  readonly signature: Buffer;
}

/** Null for what is no signed token, whatever it is. */
function readToken(authorization = ''): Token | null {
  if (authorization.length > LONGEST) return null;
  const [, head, body, tail] = /^Bearer +([\w-]+)\.([\w-]+)\.([\w-]+)$/i.exec(authorization) ?? [];
  if (head === undefined || body === undefined || tail === undefined) return null;
  const header = headerSchema.safeParse(decode(head));
  const claims = claimsSchema.safeParse(decode(body));
  if (!header.success || !claims.success) return null;
  return {
    keyId: header.data.kid,
    claims: claims.data,
    signed: Buffer.from(`${head}.${body}`),
    signature: Buffer.from(tail, 'base64url'),
  };
}

function decode(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString());
  } catch {
    return null;
  }
}

async function fetchJson(address: string): Promise<unknown> {
  const response = await fetch(address, { redirect: 'error', signal: AbortSignal.timeout(FETCH_MILLISECONDS) });
  if (!response.ok) throw Object.assign(new Error('refused'), { status: response.status });
  return response.json();
}
