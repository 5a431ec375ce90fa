import { z } from 'zod';
import type { KeptAnswers } from '../channels/slack/kept-answers.js';
import type { Turn } from '../domain.js';
import { runScript, script } from './script.js';
import type { Shared } from './shared.js';

/** Of one conversation; a thread with more has moved on. */
const PER_CONVERSATION = 8;
// What the seal opens was written below; only what tells the entries apart is looked at.
const keptSchema = z.looseObject({ id: z.string(), expires: z.number(), turn: z.custom<Turn>() });

/** KEYS: the list. ARGV: the answer, milliseconds to live, deadline, how many. Too late, it may have been erased since. */
const keepScript = script(`
  local t = redis.call('TIME')
  if t[1] * 1000 + math.floor(t[2] / 1000) > tonumber(ARGV[3]) then return 0 end
  redis.call('LPUSH', KEYS[1], ARGV[1])
  redis.call('LTRIM', KEYS[1], 0, ARGV[4] - 1)
  redis.call('PEXPIRE', KEYS[1], ARGV[2])
  return 1`);

/** Answers whose further pages are a button away, for every replica; `local` has those of a Redis that is away. */
export function createRedisKeptAnswers(shared: Shared, minutes: number, local: KeptAnswers): KeptAnswers {
  const { connection, seal, name } = shared;
  const life = Math.ceil(minutes * 60_000);
  return {
    async keep(conversation, id, turn) {
      await local.keep(conversation, id, turn);
      const key = name('kept', conversation);
      const sealed = seal.close(key, { id, expires: connection.now() + life, turn });
      const values = [sealed, life, connection.deadline(), PER_CONVERSATION];
      await connection.run((redis) => runScript(redis, keepScript, [key], values)).catch(() => null);
    },
    async find(conversation, id) {
      const key = name('kept', conversation);
      const all = await connection.run((redis) => redis.lrange(key, 0, -1)).catch(() => null);
      if (all === null) return local.find(conversation, id);
      for (const sealed of all) {
        const kept = keptSchema.safeParse(JSON.parse(seal.open(key, sealed) ?? 'null')).data;
        if (kept?.id === id && kept.expires > connection.now()) return kept.turn;
      }
      return null;
    },
    async erase(conversation) {
      await local.erase(conversation);
      await connection.remove(name('kept', conversation));
    },
  };
}
