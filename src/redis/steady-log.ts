import type { ConversationLog, LoggedActivity, Since } from '../channels/direct-line/log.js';
import { createTurnLine } from '../channels/one-at-a-time.js';
import { RedisAway } from './connection.js';

export interface SteadyLogParts {
  /** What all replicas see. Fails with `RedisAway`. */
  readonly shared: ConversationLog;
  /** What was said through this replica while Redis was away. The numbers in its ids begin with the mark. */
  readonly local: ConversationLog;
  /** Of this process; letters and digits, a letter first. */
  readonly mark: string;
  /** Whether a conversation was served here not long ago. */
  readonly isKnown: (conversation: string) => Promise<boolean>;
  readonly learn: (conversation: string) => Promise<unknown>;
}

export interface SteadyLog extends ConversationLog {
  /** Hands over to Redis what was said while it was away. */
  readonly handOver: () => Promise<void>;
}

const away = Symbol('away');

async function unlessAway<Result>(work: Promise<Result>): Promise<Result | typeof away> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof RedisAway) return away;
    throw error;
  }
}

/**
 * A conversation that goes on while Redis is away: what is said then is kept in this process, and handed over when Redis
 * is back. A watermark is that of Redis and, for who has read what was kept here, `.<mark>.<number>`; so nothing is given
 * twice. What a Redis without persistence has lost is opened again for who was served here before.
 */
export function createSteadyLog(parts: SteadyLogParts): SteadyLog {
  const { shared, local, mark, isKnown, learn } = parts;
  const pending = new Map<string, Map<string, string | null>>(); // conversation → id → client id
  const line = createTurnLine();

  /** What `ask` answers when the conversation is not known to Redis but to us is asked again. */
  async function opened<Result>(id: string, ask: () => Promise<Result>, isUnknown: (result: Result) => boolean) {
    const result = await unlessAway(ask());
    if (result === away || !isUnknown(result)) return result;
    if (!(await isKnown(id))) return result;
    await unlessAway(shared.open(id));
    return unlessAway(ask());
  }

  async function keep(id: string, activity: LoggedActivity, once: string | null) {
    // That the conversation was opened says the token, which was checked.
    await local.open(id);
    const appended = await local.append(id, activity, once);
    const kept = pending.get(id) ?? new Map<string, string | null>();
    if (appended?.fresh) pending.set(id, kept.set(appended.id, once));
    return appended;
  }

  /** In order; what cannot be handed over waits for the next time. */
  async function handOverOne(id: string): Promise<void> {
    if (!pending.has(id)) return;
    await line.run(id, async () => {
      const kept = pending.get(id);
      if (kept === undefined) return;
      const found = await local.since(id, '');
      const activities = found.state === 'found' ? found.activities : [];
      for (const own of kept.keys()) {
        const activity = activities.find((each) => each['id'] === own);
        const append = async () => activity && shared.append(id, activity, kept.get(own) ?? `kept ${own}`);
        if ((await opened(id, append, (result) => result === null)) === away) return;
        kept.delete(own);
        await local.remove(id, own);
      }
      if (kept.size === 0) pending.delete(id);
    });
  }

  async function since(id: string, watermark: string, most = Number.POSITIVE_INFINITY): Promise<Since> {
    const place = readWatermark(watermark);
    if (place === null) return { state: 'unreadable-watermark' };
    await handOverOne(id);
    const ask = () => shared.since(id, place.shared, most);
    const page = await opened(id, ask, ({ state }) => state === 'unknown-conversation');
    if (page === away) return sinceKept(id, place, most);
    if (page.state !== 'found') return page;
    const activities = page.activities.filter((activity) => !isRead(id, activity, place));
    const isWhole = page.activities.length < most;
    // All of ours has been handed over and read.
    const kept = isWhole && place.mark === mark && !pending.has(id) ? { mark: '', number: 0 } : place;
    const next = writeWatermark({ ...kept, shared: page.watermark });
    if (isWhole || activities.length === page.activities.length) return { ...page, activities, watermark: next };
    const rest = await since(id, next, most - activities.length);
    return rest.state === 'found' ? { ...rest, activities: [...activities, ...rest.activities] } : rest;
  }

  async function sinceKept(id: string, place: Place, most: number): Promise<Since> {
    await local.open(id);
    await learn(id);
    const found = await local.since(id, place.mark === mark ? String(place.number) : '', most);
    if (found.state !== 'found' || found.activities.length === 0)
      return { state: 'found', activities: [], watermark: writeWatermark(place) };
    return { ...found, watermark: writeWatermark({ ...place, mark, number: Number(found.watermark) }) };
  }

  return {
    since,
    async open(id) {
      const isNew = await unlessAway(shared.open(id));
      await learn(id);
      return isNew === away ? local.open(id) : isNew;
    },
    async has(id) {
      const found = await opened(
        id,
        () => shared.has(id),
        (result) => !result,
      );
      return found === away ? local.has(id) : found;
    },
    async append(id, activity, once, isAsked) {
      await handOverOne(id);
      const append = () => shared.append(id, activity, once, isAsked);
      const appended = pending.has(id) ? away : await opened(id, append, (result) => result === null);
      if (appended !== null) await learn(id);
      return appended === away ? keep(id, activity, once) : appended;
    },
    async remove(id, activity) {
      if (pending.get(id)?.delete(activity)) await local.remove(id, activity);
      else await unlessAway(shared.remove(id, activity));
    },
    async erase(id) {
      pending.delete(id);
      await local.erase(id);
      await unlessAway(shared.erase(id));
    },
    async watch(id, listener) {
      const ends = [await shared.watch(id, listener), await local.watch(id, { ...listener, onPassing: () => {} })];
      return () => {
        for (const end of ends) end();
      };
    },
    pass: (id, activity) => shared.pass(id, activity),
    async handOver() {
      for (const id of pending.keys()) await handOverOne(id);
    },
  };
}

interface Place {
  /** '' for the beginning. */
  readonly shared: string;
  /** Whose kept activities were read, and up to which; '' for none. */
  readonly mark: string;
  readonly number: number;
}

function readWatermark(watermark: string): Place | null {
  const match = /^(|\d{1,15}-\d{1,10})(?:\.([a-z]\w{1,16})\.(\d{1,9}))?$/.exec(watermark);
  if (match === null) return null;
  const [, shared = '', mark = '', number = '0'] = match;
  return { shared, mark, number: Number(number) };
}

function writeWatermark({ shared, mark, number }: Place): string {
  return mark === '' ? shared : `${shared || '0-0'}.${mark}.${number}`;
}

/** Whether it was kept by a replica while Redis was away, and read there. */
function isRead(conversation: string, { id }: LoggedActivity, { mark, number }: Place): boolean {
  const own = String(id).slice(conversation.length + 1);
  return mark !== '' && own.startsWith(mark) && Number(own.slice(mark.length)) <= number;
}
