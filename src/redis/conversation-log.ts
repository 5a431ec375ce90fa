import { z } from 'zod';
import type { ConversationLog, LoggedActivity, Since } from '../channels/direct-line/log.js';
import { RedisAway } from './connection.js';
import { appendScript, eraseScript, hasScript, openScript, sinceScript } from './log-scripts.js';
import { runScript, type Script } from './script.js';
import type { Shared } from './shared.js';
import type { Watchers } from './watchers.js';

export interface RedisLogLimits {
  /** An activity is forgotten this long after it was said, a conversation this long after it was last used. */
  readonly minutes: number;
  readonly activitiesEach?: number;
}

/** Ids of a stream: milliseconds and a number. */
const WATERMARK = /^(?:|\d{1,15}-\d{1,10})$/;
const appendedSchema = z.union([z.literal(0), z.literal('late'), z.tuple([z.string(), z.number()])]);
const entriesSchema = z.union([z.literal(0), z.array(z.tuple([z.string(), z.tuple([z.literal('a'), z.string()])]))]);
const activitySchema = z.record(z.string(), z.unknown());

/** One stream for each conversation; its ids are the watermarks, so that any replica serves any client. */
export function createRedisConversationLog(
  shared: Shared,
  watchers: Watchers,
  { minutes, activitiesEach = 200 }: RedisLogLimits,
): ConversationLog {
  const { connection, seal, name, self } = shared;
  const life = Math.ceil(minutes * 60_000);
  const keysOf = (id: string) => [name('conversation', id), name('said', id), name('order', id)] as const;
  const ask = (what: Script, id: string, ...values: readonly (string | number)[]) =>
    connection.run((redis) => runScript(redis, what, keysOf(id), [life, ...values]));

  async function since(id: string, watermark: string, most = Number.POSITIVE_INFINITY): Promise<Since> {
    if (!WATERMARK.test(watermark)) return { state: 'unreadable-watermark' };
    const count = Number.isFinite(most) ? most : -1;
    const found = entriesSchema.parse(await ask(sinceScript, id, watermark || '0-0', count));
    if (found === 0) return { state: 'unknown-conversation' };
    const activities = found.flatMap(([number, [, sealed]]): LoggedActivity[] => {
      const read = activitySchema.safeParse(JSON.parse(seal.open(keysOf(id)[1], sealed) ?? 'null'));
      // What was kept elsewhere for a while keeps the id that clients have seen.
      return read.success ? [{ id: activityId(id, number), ...read.data }] : [];
    });
    return { state: 'found', activities, watermark: found.at(-1)?.[0] ?? (watermark || '0-0') };
  }

  return {
    open: async (id) => (await ask(openScript, id)) === 1,
    has: async (id) => (await ask(hasScript, id)) === 1,
    async append(id, activity, once, isAsked = false) {
      const client = once === null ? '' : name('client', id, once);
      const sealed = seal.close(keysOf(id)[1], activity);
      const { channel, appended } = watchers.note(id);
      const values = [sealed, client, activitiesEach, connection.deadline(), channel, appended, isAsked ? self : ''];
      const result = appendedSchema.parse(await ask(appendScript, id, ...values));
      if (result === 'late') throw new RedisAway('timeout');
      if (result === 0) return null;
      const [number, fresh] = result;
      if (fresh === 1) watchers.tellAppended(id);
      return { id: activityId(id, number), fresh: fresh === 1 };
    },
    async remove(id, activity) {
      const number = activity.slice(id.length + 1);
      if (number !== '' && WATERMARK.test(number)) await connection.run((redis) => redis.xdel(keysOf(id)[1], number));
    },
    async erase(id) {
      try {
        await ask(eraseScript, id);
      } catch (error) {
        await connection.remove(...keysOf(id).slice(0, 2));
        throw error;
      }
    },
    since,
    watch: async (id, listener) => watchers.watch(id, listener),
    pass: (id, activity) => watchers.pass(id, activity),
  };
}

function activityId(conversation: string, number: string): string {
  return `${conversation}|${number}`;
}
