export interface KeyGate {
  /** False when the token would cause one more look-up of signing keys than is allowed. */
  readonly admits: (authorization: string | undefined) => boolean;
  /** The key of this token was good: it is not counted again. */
  readonly trust: (authorization: string | undefined) => void;
}

const REMEMBERED = 100;

/**
 * Limits what strangers can make us ask of the identity provider. The SDK fetches all keys anew for every key id it has
 * not met, and a key id is whatever the sender writes. Tokens under keys that were good before are never held up.
 */
export function createKeyGate(now: () => number, perMinute = 30): KeyGate {
  const trusted = new Set<string>();
  let minute = 0;
  let lookups = 0;

  return {
    admits(authorization) {
      const key = keyId(authorization);
      if (key === null || trusted.has(key)) return true;
      const current = Math.floor(now() / 60_000);
      if (current !== minute) {
        minute = current;
        lookups = 0;
      }
      lookups += 1;
      return lookups <= perMinute;
    },
    trust(authorization) {
      const key = keyId(authorization);
      if (key !== null && trusted.size < REMEMBERED) trusted.add(key);
    },
  };
}

/** The `kid` of a bearer token, empty when its header has none; null for what is no token, which is never looked up. */
function keyId(authorization: string | undefined): string | null {
  const header = /^Bearer\s+([\w-]+)\./i.exec(authorization ?? '')?.[1];
  if (header === undefined) return null;
  try {
    const parsed: unknown = JSON.parse(Buffer.from(header, 'base64url').toString());
    if (parsed === null || typeof parsed !== 'object') return null;
    return 'kid' in parsed && typeof parsed.kid === 'string' ? parsed.kid : '';
  } catch {
    return null;
  }
}
