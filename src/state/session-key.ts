import { createHmac } from 'node:crypto';
import type { Speaker } from '../domain.js';

/**
 * The key under which a speaker's turn state is kept: 43 characters of base64url that cannot be turned back into ids
 * without the secret. The ids are joined as JSON so that no two speakers share a joined text.
 */
export function sessionKey(secret: string, { channel, conversation, user, thread }: Speaker): string {
  return createHmac('sha256', secret)
    .update(JSON.stringify([channel, conversation, thread === null ? ['user', user] : ['thread', thread]]))
    .digest('base64url');
}
