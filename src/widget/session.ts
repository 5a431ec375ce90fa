import { field, text } from './activity.js';
import { final, request, type Endpoint, type Outcome } from './request.js';

/** A conversation and the token it belongs to. */
export interface Session {
  readonly conversation: string;
  readonly token: string;
  /** On the endpoint's clock: when half of the token's life is over. */
  readonly renewAt: number;
}

/** What Direct Line tokens live when the server does not say, in seconds. */
const usualLife = 1_800;

/** Gets a token and starts a conversation with it, greeted in the language of the locale (BCP 47). */
export async function startSession(endpoint: Endpoint, locale: string): Promise<Outcome<Session>> {
  const generated = final(await request(endpoint, '/tokens/generate', null, {}));
  if (!generated.ok) return generated;
  const begun = final(await request(endpoint, '/conversations', text(generated.value, 'token'), { locale }));
  if (!begun.ok) return begun;
  const conversation = text(begun.value, 'conversationId');
  const token = text(begun.value, 'token') ?? text(generated.value, 'token');
  if (conversation === null || token === null) return { ok: false, failure: 'refused' };
  return { ok: true, value: { conversation, token, renewAt: renewalTime(endpoint, generated.value) } };
}

/** The same session with a token that lives long enough; another session when the token could not be renewed. */
export async function renewSession(endpoint: Endpoint, session: Session, locale: string): Promise<Outcome<Session>> {
  if (endpoint.now() < session.renewAt) return { ok: true, value: session };
  const renewed = await request(endpoint, '/tokens/refresh', session.token, {});
  if (!renewed.ok && renewed.failure === 'lost') return startSession(endpoint, locale);
  const settled = final(renewed);
  if (!settled.ok) return settled;
  const token = text(settled.value, 'token') ?? session.token;
  return { ok: true, value: { ...session, token, renewAt: renewalTime(endpoint, settled.value) } };
}

function renewalTime(endpoint: Endpoint, issued: unknown): number {
  const seconds = field(issued, 'expires_in');
  return endpoint.now() + (typeof seconds === 'number' && seconds > 0 ? seconds : usualLife) * 500;
}
