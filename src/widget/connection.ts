import { field, readActivity, text, type ReceivedActivity } from './activity.js';
import type { Keep } from './keep.js';
import { final, request, type Endpoint, type Outcome } from './request.js';
import { nextStream, renewSession, resumeSession, startSession, type Beginning, type Session } from './session.js';
import { createStream, type Socket, type Stream } from './stream.js';

/** A Direct Line 3.0 conversation, streamed where the server and the network let it and polled otherwise. */
export interface Connection {
  /** Takes up the conversation from before a reload; false when there is none. */
  readonly resume: () => Promise<Outcome<boolean>>;
  /** Posts a question; the value is the id that the server gave it. */
  readonly send: (question: string, clientActivityId: string) => Promise<Outcome<string>>;
  /** Posts an event, such as feedback. */
  readonly sendEvent: (name: string, value: object) => Promise<Outcome<string>>;
  /** What has come since the last call, oldest first and none of it twice, our own echoes included. */
  readonly receive: () => Promise<Outcome<readonly ReceivedActivity[]>>;
  /** What has come by itself since the last call, without asking or waiting for more. */
  readonly arrived: () => readonly ReceivedActivity[];
  /** Closes the stream until it is opened anew: a page with a socket is not kept for the way back to it. */
  readonly rest: () => void;
  /** Opens the stream anew: after a break of the network a socket may be dead without knowing. */
  readonly reopen: () => void;
  /** Renews the token where it is time. */
  readonly keepAlive: () => Promise<void>;
  /** Leaves the conversation for good: the next call starts another. */
  readonly leave: () => void;
}

export interface ConnectionOptions {
  readonly endpoint: Endpoint;
  readonly beginning: () => Beginning;
  readonly keep: Keep;
  /** Null where there are no sockets. */
  readonly openSocket: ((address: string) => Socket) | null;
  readonly pause: (milliseconds: number) => Promise<void>;
  /** Called when the server no longer knew the conversation and another has been started. */
  readonly onRestart: () => void;
  /** Called when something has come by itself. */
  readonly onNews: () => void;
}

/** Milliseconds to wait for the stream before asking as well, which also finds a socket that has died silently. */
const streamPatience = 1_500;

/** Calls must not overlap: wait for one to settle before the next. */
export function connect(options: ConnectionOptions): Connection {
  return new DirectLineConnection(options);
}

class DirectLineConnection implements Connection {
  #session: Session | null = null;
  #known: string | null = null;
  #watermark: string | null = null;
  #stream: Stream | null = null;
  #kept = false;
  #waiting: (() => void) | null = null;
  readonly #frames: unknown[] = [];
  readonly #seen = new Set<string>();
  readonly #options: ConnectionOptions;

  constructor(options: ConnectionOptions) {
    this.#options = options;
  }

  async resume(): Promise<Outcome<boolean>> {
    if (this.#session !== null) return { ok: true, value: true };
    const found = await this.#resumed();
    if (!found.ok) return found;
    if (found.value !== null) this.#take(found.value);
    return { ok: true, value: found.value !== null };
  }

  async send(question: string, clientActivityId: string): Promise<Outcome<string>> {
    this.#kept = true; // from the first question on
    const { locale, parties } = this.#options.beginning();
    const channelData = { clientActivityID: clientActivityId, ...(parties.length === 0 ? {} : { parties }) };
    return this.#post({ type: 'message', text: question, locale, channelData });
  }

  sendEvent(name: string, value: object): Promise<Outcome<string>> {
    return this.#post({ type: 'event', name, value });
  }

  async receive(): Promise<Outcome<readonly ReceivedActivity[]>> {
    do {
      const streamed = this.arrived();
      if (streamed.length > 0) return { ok: true, value: streamed };
    } while (this.#stream?.live() === true && (await this.#news()));
    const got = await this.#inConversation(null);
    return got.ok ? { ok: true, value: this.#read(got.value) } : got;
  }

  arrived(): readonly ReceivedActivity[] {
    return this.#frames.splice(0).flatMap((frame) => this.#read(frame));
  }

  rest(): void {
    this.#stream?.close();
  }

  reopen(): void {
    if (this.#stream === null) return;
    this.#stream.close();
    this.#stream = this.#openStream(null);
  }

  async keepAlive(): Promise<void> {
    if (this.#session === null) return;
    const renewed = await renewSession(this.#options.endpoint, this.#session);
    // One that has run out is replaced when something is asked, not while nobody does anything.
    if (renewed.ok && renewed.value !== null) this.#take(renewed.value);
  }

  leave(): void {
    this.#options.keep.erase();
    this.#stream?.close();
    this.#stream = null;
    this.#session = null;
    this.#known = null;
    this.#kept = false;
  }

  async #current(): Promise<Outcome<Session>> {
    const { endpoint, beginning } = this.#options;
    const known = await (this.#session === null ? this.#resumed() : renewSession(endpoint, this.#session));
    if (!known.ok) return known;
    const found = known.value === null ? await startSession(endpoint, beginning()) : { ...known, value: known.value };
    if (found.ok) this.#take(found.value);
    return found;
  }

  /** The conversation from before the page was loaded, or before the network was lost; null when there is none. */
  async #resumed(): Promise<Outcome<Session | null>> {
    const { endpoint, keep } = this.#options;
    const kept = keep.read();
    if (kept === null) return { ok: true, value: null };
    const resumed = await resumeSession(endpoint, kept);
    if (!resumed.ok) return resumed;
    this.#kept = resumed.value !== null || this.#kept;
    if (resumed.value === null) keep.erase();
    return resumed;
  }

  #take(session: Session): void {
    const { keep, onRestart } = this.#options;
    const isAnother = this.#known !== session.conversation;
    this.#session = session;
    if (this.#kept) keep.write(session);
    if (!isAnother) return;
    this.#watermark = null;
    this.#frames.length = 0;
    this.#seen.clear(); // ids are unique within a conversation only
    this.#stream?.close();
    this.#stream = session.streamUrl === null ? null : this.#openStream(session.streamUrl);
    if (this.#known !== null) onRestart();
    this.#known = session.conversation;
  }

  async #inConversation(body: object | null): Promise<Outcome<unknown>> {
    for (let attempt = 1; ; attempt += 1) {
      const found = await this.#current();
      if (!found.ok) return found;
      const watermark = body === null ? this.#watermark : null;
      const since = watermark === null ? '' : `?watermark=${encodeURIComponent(watermark)}`;
      const path = `/conversations/${encodeURIComponent(found.value.conversation)}/activities${since}`;
      const answered = await request(this.#options.endpoint, path, found.value.token, body);
      if (answered.ok || answered.failure !== 'lost') return final(answered);
      this.#session = null;
      if (attempt === 2) return final(answered);
    }
  }

  async #post(activity: object): Promise<Outcome<string>> {
    // The server puts the id that the token is bound to.
    const posted = await this.#inConversation({ ...activity, from: { id: 'user' } });
    if (!posted.ok) return posted;
    const id = text(posted.value, 'id');
    return id === null ? { ok: false, failure: 'refused' } : { ok: true, value: id };
  }

  #read(set: unknown): readonly ReceivedActivity[] {
    this.#watermark = text(set, 'watermark') ?? this.#watermark;
    const list = field(set, 'activities');
    const activities = (Array.isArray(list) ? list : []).map(readActivity).filter((each) => each !== null);
    return activities.filter(({ id }) => {
      const fresh = id === null || !this.#seen.has(id);
      if (id !== null) this.#seen.add(id);
      return fresh;
    });
  }

  #openStream(streamUrl: string | null): Stream | null {
    const { endpoint, openSocket, pause, onNews } = this.#options;
    if (openSocket === null) return null;
    return createStream(streamUrl === null ? null : socketAddress(streamUrl, endpoint.address), {
      pause,
      now: endpoint.now,
      open: openSocket,
      nextAddress: async () => {
        const session = this.#session;
        if (session === null) return { ok: true, value: null };
        const next = await nextStream(endpoint, session, this.#watermark);
        if (!next.ok || next.value === null) return next;
        return { ok: true, value: socketAddress(next.value, endpoint.address) };
      },
      onFrame: (frame) => {
        this.#frames.push(parsed(frame));
        if (this.#waiting === null) onNews();
        else this.#waiting();
      },
    });
  }

  /** True when something came, false when nothing did for a while. */
  async #news(): Promise<boolean> {
    const arrived = new Promise<true>((resolve) => (this.#waiting = () => resolve(true)));
    const news = await Promise.race([arrived, this.#options.pause(streamPatience)]);
    this.#waiting = null;
    return news === true;
  }
}

/** The stream's path on the host that we talk to: behind a proxy the server may not know its own scheme and name. */
export function socketAddress(streamUrl: string, endpoint: string): string {
  const url = new URL(streamUrl, endpoint);
  const own = new URL(endpoint);
  return `${own.protocol === 'https:' ? 'wss:' : 'ws:'}//${own.host}${url.pathname}${url.search}`;
}

function parsed(frame: unknown): unknown {
  try {
    return typeof frame === 'string' ? JSON.parse(frame) : null;
  } catch {
    return null;
  }
}
