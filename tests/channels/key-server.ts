import { createHmac, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';

export const APP = '11111111-1111-4111-8111-111111111111';
export const TENANT = '22222222-2222-4222-8222-222222222222';
export const CONNECTOR_ISSUER = 'https://api.botframework.com';
export const SERVICE = 'https://smba.trafficmanager.net/emea/';

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Claims as the Bot Connector writes them. Undefined takes one out. */
export function claims(change: Record<string, unknown> = {}): Record<string, unknown> {
  const seconds = Math.floor(Date.now() / 1_000);
  return { iss: CONNECTOR_ISSUER, aud: APP, serviceurl: SERVICE, nbf: seconds - 60, exp: seconds + 600, ...change };
}

export interface Signer {
  readonly kid: string;
  readonly publicKey: KeyObject;
  readonly token: (change?: Record<string, unknown>, header?: Record<string, unknown>) => string;
}

/** Signs tokens with a key of its own, under the name given. */
export function signer(kid: string, modulusLength = 2_048): Signer {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength });
  return {
    kid,
    publicKey,
    token(change, header) {
      const signed = `${encode({ alg: 'RS256', typ: 'JWT', kid, ...header })}.${encode(claims(change))}`;
      return `${signed}.${sign('sha256', Buffer.from(signed), privateKey).toString('base64url')}`;
    },
  };
}

/** A token signed with the public key as if it were a shared secret. */
export function confused({ kid, publicKey }: Signer, format: 'pem' | 'der'): string {
  const signed = `${encode({ alg: 'HS256', typ: 'JWT', kid })}.${encode(claims())}`;
  const secret =
    format === 'pem' ? publicKey.export({ format, type: 'spki' }) : publicKey.export({ format, type: 'spki' });
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
}

/** A token without a signature. */
export function unsigned(kid: string, alg: string, change?: Record<string, unknown>): string {
  return `${encode({ alg, typ: 'JWT', kid })}.${encode(claims(change))}.`;
}

/** Any header at all, with claims that are right and a signature that cannot be. */
export function withHeader(header: string): string {
  return `${Buffer.from(header).toString('base64url')}.${encode(claims())}.c2lnbmF0dXJl`;
}

/** The JSON Web Key Set that publishes the keys. */
export function jwks(signers: readonly Signer[]) {
  return {
    keys: signers.map(({ kid, publicKey }) => ({ ...publicKey.export({ format: 'jwk' }), kid, use: 'sig' })),
  };
}
