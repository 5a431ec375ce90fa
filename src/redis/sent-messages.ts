import { z } from 'zod';
import type { SentMessages } from '../state/sent-messages.js';
import type { Shared } from './shared.js';

const idsSchema = z.array(z.string());

/** Which messages of ours answer which message, for every replica; `local` serves while Redis is away. */
export function createRedisSentMessages(shared: Shared, minutes: number, local: SentMessages): SentMessages {
  const { connection, seal, name } = shared;
  const milliseconds = Math.ceil(minutes * 60_000);
  return {
    async read(key) {
      const id = name('sent', key);
      const sealed = await connection.run((redis) => redis.get(id)).catch(() => null);
      const ids = sealed === null ? null : idsSchema.safeParse(JSON.parse(seal.open(id, sealed) ?? 'null')).data;
      return ids ?? local.read(key);
    },
    async write(key, ids) {
      const id = name('sent', key);
      await local.write(key, ids);
      await connection.run((redis) => redis.set(id, seal.close(id, ids), 'PX', milliseconds)).catch(() => null);
    },
    async erase(key) {
      await local.erase(key);
      await connection.remove(name('sent', key));
    },
  };
}
