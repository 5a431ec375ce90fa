import { z } from 'zod';
import type { Appended } from '../channels/direct-line/log.js';
import type { TurnOrder } from '../channels/direct-line/turn-order.js';
import { createTurnLine } from '../channels/one-at-a-time.js';
import { whileRenewing } from './lease.js';
import { runScript, type Script } from './script.js';
import type { Shared } from './shared.js';
import { beginScript, endScript, renewScript } from './turn-scripts.js';
import type { Watchers } from './watchers.js';

/** Milliseconds between two looks at whether who is waited for has died; who finishes says so. */
const LOOKING = 250;
/** Milliseconds after which waiting is pointless: the client has given up. */
const MOST_WAITING = 10_000;

const begunSchema = z.tuple([z.number(), z.number()]);

/**
 * The order over all replicas: the log gives a message its place when it takes it. A replica that has died holds a
 * conversation up for three seconds; while Redis is away, a replica has it to itself.
 */
export function createRedisTurnOrder(shared: Shared, watchers: Watchers): TurnOrder {
  const { connection, name, self } = shared;
  const line = createTurnLine();
  const ask = (what: Script, id: string, place: string, ...values: readonly string[]) =>
    connection.run((redis) => runScript(redis, what, [name('order', id)], [self, place, ...values]));

  async function begin(id: string, place: string): Promise<{ readonly begins: boolean; readonly isKept: boolean }> {
    const asked = ask(beginScript, id, place).catch(() => [1, 1]);
    const [begins, isKept] = begunSchema.parse(await asked);
    return { begins: begins === 1, isKept: isKept === 1 };
  }

  return {
    length: line.length,
    run(id, message, work) {
      const place = placeOf(id, message);
      const { channel, appended } = watchers.note(id);
      const turn = async () => {
        const isKept = await untilBegun(shared, watchers, id, () => begin(id, place));
        try {
          return await work(message.fresh && isKept);
        } finally {
          await ask(endScript, id, place, channel, appended).catch(() => null);
        }
      };
      return whileRenewing(
        () => ask(renewScript, id, place),
        () => line.run(id, turn),
      );
    },
  };
}

/** Whether the place was ours all the while. */
async function untilBegun(
  { now, wait }: Shared,
  watchers: Watchers,
  id: string,
  begin: () => Promise<{ readonly begins: boolean; readonly isKept: boolean }>,
): Promise<boolean> {
  const until = now() + MOST_WAITING;
  let wake = (): void => undefined;
  const unwatch = watchers.watch(id, { onAppended: () => wake(), onPassing: () => undefined });
  try {
    for (let wasKept = true; ;) {
      const woken = new Promise<void>((resolve) => (wake = resolve));
      const { begins, isKept } = await begin();
      wasKept &&= isKept;
      if (begins || now() >= until) return wasKept;
      await Promise.race([woken, wait(LOOKING)]);
    }
  } finally {
    unwatch();
  }
}

/** What was kept here while Redis was away has no place in it. */
function placeOf(conversation: string, { id }: Appended): string {
  return /^\d{1,15}-\d{1,10}$/.exec(id.slice(conversation.length + 1))?.[0] ?? '';
}
