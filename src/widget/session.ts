import { field, text } from './activity.js';
import { final, request, type Answered, type Endpoint, type Outcome } from './request.js';

/** A conversation and the token it belongs to. */
export interface Session {
  readonly conversation: string;
  readonly token: string;
  /** On the endpoint's clock: when half of the token's life is over. */
  readonly renewAt: number;
  /** Where the server sends activities as they come; null where it does not. Good for one socket. */
  readonly streamUrl: string | null;
}

/** All that may be stored in the browser. */
export type KeptSession = Pick<Session, 'conversation' | 'token'>;

export interface Beginning {
  /** BCP 47: the language of the greeting. */
  readonly locale: string;
  /** Ids of the parties the chat is about; empty for all. */
  readonly parties: readonly string[];
}

/** What Direct Line tokens live when the server does not say, in seconds. */
const usualLife = 1_800;

/** Gets a token and starts a conversation with it. */
export async function startSession(endpoint: Endpoint, beginning: Beginning): Promise<Outcome<Session>> {
  const generated = final(await request(endpoint, '/tokens/generate', null, {}));
  if (!generated.ok) return generated;
  const { locale, parties } = beginning;
  const body = parties.length === 0 ? { locale } : { locale, parties };
  const begun = final(await request(endpoint, '/conversations', text(generated.value, 'token'), body));
  if (!begun.ok) return begun;
  const conversation = text(begun.value, 'conversationId');
  const token = text(begun.value, 'token') ?? text(generated.value, 'token');
  if (conversation === null || token === null) return { ok: false, failure: 'refused' };
  const renewAt = renewalTime(endpoint, generated.value);
  return { ok: true, value: { conversation, token, renewAt, streamUrl: text(begun.value, 'streamUrl') } };
}

/** The same session with a token that lives long enough; null when the server no longer knows it. */
export async function renewSession(endpoint: Endpoint, session: Session): Promise<Outcome<Session | null>> {
  if (endpoint.now() < session.renewAt) return { ok: true, value: session };
  const renewed = await request(endpoint, '/tokens/refresh', session.token, {});
  if (!renewed.ok && renewed.failure === 'lost') return { ok: true, value: null };
  const settled = final(renewed);
  if (!settled.ok) return settled;
  const token = text(settled.value, 'token') ?? session.token;
  return { ok: true, value: { ...session, token, renewAt: renewalTime(endpoint, settled.value) } };
}

/** A session from before the page was loaded; null when it has run out. Nothing of it is shown yet. */
export async function resumeSession(endpoint: Endpoint, kept: KeptSession): Promise<Outcome<Session | null>> {
  const old: Session = { ...kept, renewAt: Number.NEGATIVE_INFINITY, streamUrl: null };
  const renewed = await renewSession(endpoint, old);
  if (!renewed.ok || renewed.value === null) return renewed;
  const streamUrl = await nextStream(endpoint, renewed.value, null);
  if (streamUrl.ok) return { ok: true, value: { ...renewed.value, streamUrl: streamUrl.value } };
  const { failure } = streamUrl;
  return failure === 'lost' ? { ok: true, value: null } : { ok: false, failure };
}

/** Where to open the next socket, going on after the watermark; `lost` when the conversation is no more. */
export async function nextStream(
  endpoint: Endpoint,
  { conversation, token }: KeptSession,
  watermark: string | null,
): Promise<Outcome<string | null, Extract<Answered, { ok: false }>['failure']>> {
  const since = watermark === null ? '' : `?watermark=${encodeURIComponent(watermark)}`;
  const found = await request(endpoint, `/conversations/${encodeURIComponent(conversation)}${since}`, token, null);
  return found.ok ? { ok: true, value: text(found.value, 'streamUrl') } : found;
}

function renewalTime(endpoint: Endpoint, issued: unknown): number {
  const seconds = field(issued, 'expires_in');
  return endpoint.now() + (typeof seconds === 'number' && seconds > 0 ? seconds : usualLife) * 500;
}
