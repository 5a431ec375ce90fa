import type { Deliveries } from '../state/deliveries.js';
import { claim, DONE, release, renew, whileRenewing } from './lease.js';
import type { Shared } from './shared.js';

/** Milliseconds between two looks at whether the work of another replica is done. */
const LOOKING = 50;

/**
 * Deliveries that all replicas know of. Work whose replica has died is taken over by the next delivery.
 * @param local what is known in this process: it answers first, and alone while Redis is away
 */
export function createRedisDeliveries(shared: Shared, kind: string, minutes: number, local: Deliveries): Deliveries {
  const { connection, name, newId, wait } = shared;
  const milliseconds = Math.ceil(minutes * 60_000);

  async function settle(key: string, owner: string, work: () => Promise<void>): Promise<void> {
    try {
      await whileRenewing(() => renew(shared, key, owner), work);
    } catch (error) {
      await release(shared, key, owner);
      throw error;
    }
    await connection.run((redis) => redis.set(key, DONE, 'PX', milliseconds)).catch(() => null);
  }

  async function once(id: string, work: () => Promise<void>): Promise<void> {
    const key = name('delivery', kind, id);
    const owner = newId();
    let claimed = await claim(shared, key, owner);
    while (claimed === 'busy') {
      await wait(LOOKING);
      claimed = await claim(shared, key, owner);
    }
    if (claimed === 'ours') await settle(key, owner, work);
  }

  return { once: (id, work) => local.once(id, () => once(id, work)) };
}
