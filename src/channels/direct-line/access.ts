import type { Grant, Tokens } from './tokens.js';

export interface Refusal {
  readonly state: 'refused';
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

export type Access = { readonly state: 'open'; readonly grant: Grant; readonly expires: number } | Refusal;

/**
 * What a token opens, or the ticket of a stream. Codes and texts are those of Direct Line, which clients know: on 403
 * they ask for a new token.
 * @param conversation the one that is asked for; null where the request names none
 */
export function readAccess(read: Tokens['read'], token: string | null, conversation: string | null): Access {
  if (token === null) return refused(401, 'BadArgument', 'Missing token or secret');
  const reading = read(/^[\w.-]{1,1024}$/.test(token) ? token : '');
  if (reading.state !== 'valid')
    return reading.state === 'expired'
      ? refused(403, 'TokenExpired', 'Token has expired')
      : refused(403, 'BadArgument', 'Invalid token or secret');
  const { grant, expires } = reading;
  if (conversation !== null && conversation !== grant.conversation)
    return refused(403, 'BadArgument', 'Token not valid for this conversation');
  return { state: 'open', grant, expires };
}

export function refused(status: number, code: string, message: string): Refusal {
  return { state: 'refused', status, code, message };
}

export const unknownConversation = refused(
  404,
  'BadArgument',
  'Unknown conversation. It may have expired: generate a new token.',
);

export const unreadableWatermark = refused(400, 'BadArgument', 'Send the watermark of the previous answer, or none.');
