import type { TurnState, TurnStore } from '../domain.js';

export interface MemoryLimits {
  /** Milliseconds since any fixed point. */
  readonly now: () => number;
  /** How long an entry lives after it was last written. */
  readonly minutes: number;
  /** The most entries that are kept; the least recently written goes first. */
  readonly capacity?: number;
}

/** Turn state in this process. It has no timers: what has expired is dropped whenever the store is used. */
export function createMemoryTurnStore({ now, minutes, capacity = 10_000 }: MemoryLimits): TurnStore {
  // A Map iterates in the order of insertion, and every write inserts anew: the first entry is always the oldest.
  const entries = new Map<string, { readonly state: TurnState; readonly expires: number }>();

  function sweep(): void {
    for (const [key, entry] of entries) {
      if (entry.expires > now() && entries.size <= capacity) return;
      entries.delete(key);
    }
  }

  return {
    async read(key) {
      sweep();
      return entries.get(key)?.state ?? null;
    },
    async write(key, state) {
      entries.delete(key);
      entries.set(key, { state, expires: now() + minutes * 60_000 });
      sweep();
    },
    async erase(key) {
      entries.delete(key);
    },
  };
}
