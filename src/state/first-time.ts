export interface FirstTimeLimits {
  /** Milliseconds since any fixed point. */
  readonly now: () => number;
  readonly minutes: number;
  readonly capacity?: number;
}

/** Tells whether a key is new: true the first time, false when it was asked about within the minutes before. */
export type FirstTime = (key: string) => Promise<boolean>;

/** The first time in this process. */
export function createFirstTime({ now, minutes, capacity = 10_000 }: FirstTimeLimits): FirstTime {
  const seen = new Map<string, number>(); // key → when it expires, oldest first

  return async (key) => {
    for (const [old, expires] of seen) {
      if (expires > now() && seen.size < capacity) break;
      seen.delete(old);
    }
    const isNew = !seen.has(key);
    seen.delete(key);
    seen.set(key, now() + minutes * 60_000);
    return isNew;
  };
}
