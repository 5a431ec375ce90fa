import { createHash } from 'node:crypto';
import type { TurnOrder } from '../channels/direct-line/turn-order.js';
import type { Shared } from './shared.js';

/** Runs the work when what came before under the same key, to whichever replica, is done. */
export type InTurn = <Result>(key: string, work: () => Promise<Result>) => Promise<Result>;

/** For channels without a log: the order of turns is that in which they come, by the clock of Redis. */
export function createInTurn({ connection, self }: Shared, order: TurnOrder): InTurn {
  // Begins elsewhere in each replica, so that what comes to two of them in the same millisecond has two places.
  let number = Number.parseInt(createHash('sha256').update(self).digest('hex').slice(0, 7), 16);
  return (key, work) => {
    number += 1;
    return order.run(key, { id: `${key}|${connection.now()}-${number}`, fresh: true }, work);
  };
}
