/** Keys that are remembered for a while: events that were answered, threads that we take part in. */
export interface KeySet {
  /** True when the key was not there. It stays for the whole time from now, also when it was. */
  add(key: string): Promise<boolean>;
  has(key: string): Promise<boolean>;
  remove(key: string): Promise<void>;
}

export interface KeySetLimits {
  /** Milliseconds since any fixed point. */
  readonly now: () => number;
  readonly minutes: number;
  /** The most keys that are kept; the least recently added goes first. */
  readonly capacity?: number;
}

/** A key set in this process. It has no timers: what has expired is dropped whenever a key is added. */
export function createMemoryKeySet({ now, minutes, capacity = 50_000 }: KeySetLimits): KeySet {
  const keys = new Map<string, number>(); // key → when it expires, oldest first
  const isLive = (key: string) => (keys.get(key) ?? -Infinity) > now();

  return {
    async add(key) {
      const isNew = !isLive(key);
      keys.delete(key);
      keys.set(key, now() + minutes * 60_000);
      for (const [old, expires] of keys) {
        if (expires > now() && keys.size <= capacity) break;
        keys.delete(old);
      }
      return isNew;
    },
    has: async (key) => isLive(key),
    async remove(key) {
      keys.delete(key);
    },
  };
}
