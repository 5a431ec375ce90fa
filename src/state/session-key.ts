import { createHmac } from 'node:crypto';
import type { Speaker } from '../domain.js';

/**
 * The key under which a speaker's turn state is kept: 43 characters of base64url that cannot be turned back into ids
 * without the secret. The ids are joined as JSON so that no two speakers share a joined text.
 */
export function sessionKey(secret: string, { channel, conversation, user, thread }: Speaker): string {
  return keyedHash(secret, [channel, conversation, thread === null ? ['user', user] : ['thread', thread]]);
}

/** The same of any ids, for what else is remembered under them. */
export function keyedHash(secret: string, ids: readonly unknown[]): string {
  return createHmac('sha256', secret).update(JSON.stringify(ids)).digest('base64url');
}
