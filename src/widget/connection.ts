import { field, readActivity, text, type ReceivedActivity } from './activity.js';
import { final, request, type Endpoint, type Outcome } from './request.js';
import { renewSession, startSession, type Session } from './session.js';

/** A Direct Line 3.0 conversation by polling. It starts with the first call and lives in memory only. */
export interface Connection {
  /** Posts a question; the value is the id that the server gave it. */
  readonly send: (question: string, clientActivityId: string) => Promise<Outcome<string>>;
  /** What has come since the last call, oldest first and none of it twice, our own echoes included. */
  readonly receive: () => Promise<Outcome<readonly ReceivedActivity[]>>;
}

export interface ConnectionOptions {
  readonly endpoint: Endpoint;
  /** BCP 47, sent with the start and every question. */
  readonly locale: string;
  /** Called when the server no longer knew the conversation and another has been started. */
  readonly onRestart: () => void;
}

/** Calls must not overlap: wait for one to settle before the next. */
export function connect({ endpoint, locale, onRestart }: ConnectionOptions): Connection {
  let session: Session | null = null;
  let watermark: string | null = null;
  let known: string | null = null;
  const seen = new Set<string>();

  async function current(): Promise<Outcome<Session>> {
    const found = await (session === null ? startSession(endpoint, locale) : renewSession(endpoint, session, locale));
    if (!found.ok) return found;
    session = found.value;
    if (known !== session.conversation) {
      watermark = null;
      seen.clear(); // ids are unique within a conversation only
      if (known !== null) onRestart();
      known = session.conversation;
    }
    return found;
  }

  async function inConversation(body: object | null): Promise<Outcome<unknown>> {
    for (let attempt = 1; ; attempt += 1) {
      const found = await current();
      if (!found.ok) return found;
      const since = body === null && watermark !== null ? `?watermark=${encodeURIComponent(watermark)}` : '';
      const path = `/conversations/${encodeURIComponent(found.value.conversation)}/activities${since}`;
      const answered = await request(endpoint, path, found.value.token, body);
      if (answered.ok || answered.failure !== 'lost') return final(answered);
      session = null;
      if (attempt === 2) return final(answered);
    }
  }

  return {
    async send(question, clientActivityId) {
      const posted = await inConversation(messageActivity(question, locale, clientActivityId));
      if (!posted.ok) return posted;
      const id = text(posted.value, 'id');
      return id === null ? { ok: false, failure: 'refused' } : { ok: true, value: id };
    },
    async receive() {
      const got = await inConversation(null);
      if (!got.ok) return got;
      watermark = text(got.value, 'watermark') ?? watermark;
      const list = field(got.value, 'activities');
      const activities = (Array.isArray(list) ? list : []).map(readActivity).filter((each) => each !== null);
      return { ok: true, value: activities.filter((activity) => firstTime(seen, activity.id)) };
    },
  };
}

function firstTime(seen: Set<string>, id: string | null): boolean {
  if (id === null) return true;
  const fresh = !seen.has(id);
  seen.add(id);
  return fresh;
}

function messageActivity(question: string, locale: string, clientActivityId: string): object {
  return {
    type: 'message',
    text: question,
    locale,
    from: { id: 'user' }, // the server puts the id that the token is bound to
    channelData: { clientActivityID: clientActivityId },
  };
}
