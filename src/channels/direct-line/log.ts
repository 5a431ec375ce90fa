/** An activity as it goes over the wire; the log gives it its id. */
export type LoggedActivity = Readonly<Record<string, unknown>>;

export interface Appended {
  /** `<conversation>|<number>`. */
  readonly id: string;
  /** False when an activity with the same `once` was there before; then nothing was added. */
  readonly fresh: boolean;
}

export type Since =
  | { readonly state: 'found'; readonly activities: readonly LoggedActivity[]; readonly watermark: string }
  | { readonly state: 'unknown-conversation' | 'unreadable-watermark' };

/** Who watches a conversation. */
export interface LogListener {
  /** Something was appended: ask for it with `since`. It may be called more often than that. */
  readonly onAppended: () => void;
  readonly onPassing: (activity: LoggedActivity) => void;
}

/**
 * What was said in each conversation, for as long as a client may ask for it. Watermarks are the log's own: nobody else
 * reads them, and `''` is before everything. Null: no such conversation (any more).
 */
export interface ConversationLog {
  /** True when the conversation did not exist. */
  open(conversation: string): Promise<boolean>;
  has(conversation: string): Promise<boolean>;
  /** @param isAsked whether it is to be answered: then its place among the turns is given with its id */
  append(
    conversation: string,
    activity: LoggedActivity,
    once: string | null,
    isAsked?: boolean,
  ): Promise<Appended | null>;
  /** Takes an activity out again, so that it can be appended anew. */
  remove(conversation: string, id: string): Promise<void>;
  /** Forgets what was said. Later activities go on counting, so that watermarks hold. */
  erase(conversation: string): Promise<void>;
  /** The oldest activities after the watermark, so many at most, and the watermark to ask with next time. */
  since(conversation: string, watermark: string, most?: number): Promise<Since>;
  /** Tells of every activity that is appended after the promise is kept, until the returned function is called. */
  watch(conversation: string, listener: LogListener): Promise<() => void>;
  /** Shows an activity to who watches now; it is not kept. */
  pass(conversation: string, activity: LoggedActivity): Promise<void>;
}

export interface LogLimits {
  /** Milliseconds since any fixed point. */
  readonly now: () => number;
  /** An activity is forgotten this long after it was said, a conversation this long after it was last used. */
  readonly minutes: number;
  readonly conversations?: number;
  readonly activitiesEach?: number;
  /** The most UTF-16 units of JSON in the whole log. */
  readonly size?: number;
  /** Begins the numbers in ids, where several logs give them out. */
  readonly mark?: string;
}

interface Entry {
  readonly number: number;
  readonly expires: number;
  readonly once: string | null;
  readonly json: string;
}

interface Conversation {
  entries: Entry[];
  last: number;
  expires: number;
}

/** The log in this process. What has expired, and what was used least recently beyond the limits, is dropped on use. */
export function createMemoryConversationLog(limits: LogLimits): ConversationLog {
  const { now, minutes, conversations = 10_000, activitiesEach = 200, size = 64_000_000, mark = '' } = limits;
  const activityId = (conversation: string, number: number): string =>
    `${conversation}|${mark}${String(number).padStart(7, '0')}`;
  const open = new Map<string, Conversation>(); // least recently used first
  const watching = new Map<string, Set<LogListener>>();
  let used = 0;

  function keep(conversation: Conversation, entries: Entry[]): void {
    const length = (list: readonly Entry[]) => list.reduce((sum, { json }) => sum + json.length, 0);
    used += length(entries) - length(conversation.entries);
    conversation.entries = entries;
  }

  function sweep(): void {
    for (const [id, conversation] of open) {
      if (conversation.expires > now() && open.size <= conversations && used <= size) return;
      keep(conversation, []);
      open.delete(id);
    }
  }

  function find(id: string): Conversation | null {
    sweep();
    const conversation = open.get(id);
    if (!conversation) return null;
    open.delete(id);
    open.set(id, conversation);
    conversation.expires = now() + minutes * 60_000;
    if (conversation.entries.some(({ expires }) => expires <= now())) {
      keep(
        conversation,
        conversation.entries.filter(({ expires }) => expires > now()),
      );
    }
    return conversation;
  }

  return {
    async open(id) {
      if (find(id)) return false;
      open.set(id, { entries: [], last: 0, expires: now() + minutes * 60_000 });
      sweep();
      return true;
    },
    async has(id) {
      return find(id) !== null;
    },
    async append(id, activity, once) {
      const conversation = find(id);
      if (!conversation) return null;
      const before = once === null ? undefined : conversation.entries.find((entry) => entry.once === once);
      if (before) return { id: activityId(id, before.number), fresh: false };
      const number = (conversation.last += 1);
      const json = JSON.stringify({ ...activity, id: activityId(id, number) });
      const entry = { number, expires: now() + minutes * 60_000, once, json };
      keep(conversation, [...conversation.entries, entry].slice(-activitiesEach));
      sweep();
      for (const { onAppended } of watching.get(id) ?? []) onAppended();
      return { id: activityId(id, number), fresh: true };
    },
    async remove(id, activity) {
      const conversation = find(id);
      if (!conversation) return;
      keep(
        conversation,
        conversation.entries.filter(({ number }) => activityId(id, number) !== activity),
      );
    },
    async erase(id) {
      const conversation = find(id);
      if (conversation) keep(conversation, []);
    },
    async since(id, watermark, most = Number.POSITIVE_INFINITY) {
      if (!/^\d{0,9}$/.test(watermark)) return { state: 'unreadable-watermark' };
      const conversation = find(id);
      if (!conversation) return { state: 'unknown-conversation' };
      const later = conversation.entries.filter(({ number }) => number > Number(watermark));
      const given = later.slice(0, most);
      const last = given.length < later.length ? given.at(-1)?.number : conversation.last;
      return {
        state: 'found',
        activities: given.map(({ json }): LoggedActivity => JSON.parse(json)),
        watermark: String(last ?? watermark),
      };
    },
    async watch(id, listener) {
      const listeners = watching.get(id) ?? new Set();
      watching.set(id, listeners.add(listener));
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0 && watching.get(id) === listeners) watching.delete(id);
      };
    },
    async pass(id, activity) {
      for (const { onPassing } of watching.get(id) ?? []) onPassing(activity);
    },
  };
}
