import type { Shared } from './shared.js';

/** Milliseconds between two announcements, and until a replica that is silent counts as gone. */
const ANNOUNCING = 5_000;
const GONE = 3 * ANNOUNCING;

export interface Replicas {
  /** Says that this replica is there, and which knowledge it serves. */
  readonly announce: (print: string) => Promise<void>;
  readonly keepAnnouncing: (print: () => string) => void;
  /** Fingerprint of the knowledge → how many replicas serve it; as of the last announcement. */
  readonly prints: () => Readonly<Record<string, number>>;
}

/** Which knowledge every replica serves. More than one fingerprint for minutes: a replica has not taken up the new one. */
export function createReplicas({ connection, name, newId }: Shared): Replicas {
  const key = name('replicas');
  const self = newId();
  let known: Readonly<Record<string, number>> = {};
  let said: string | null = null;
  async function announce(print: string): Promise<void> {
    const member = `${self} ${print}`;
    const now = connection.now();
    const results = await connection
      .run((redis) =>
        redis
          .multi()
          .zrem(key, said ?? member)
          .zadd(key, now, member)
          .zremrangebyscore(key, '-inf', String(now - GONE))
          // The clock of Redis has gone back since; who is there says so again.
          .zremrangebyscore(key, String(now + GONE), '+inf')
          .pexpire(key, GONE)
          .zrange(key, '0', '-1')
          .exec(),
      )
      .catch(() => null);
    said = member;
    const members: unknown = results?.at(-1)?.[1];
    // Without Redis a replica knows of itself only.
    const prints = Array.isArray(members) ? members.map((each) => String(each).split(' ')[1] ?? '') : [print];
    const counts = new Map<string, number>();
    for (const each of prints) counts.set(each, (counts.get(each) ?? 0) + 1);
    known = Object.fromEntries(counts);
  }
  return {
    announce,
    keepAnnouncing(print) {
      const say = () => void announce(print());
      say();
      setInterval(say, ANNOUNCING).unref();
    },
    prints: () => known,
  };
}
