export interface DeliveryLimits {
  /** Milliseconds since any fixed point. */
  readonly now: () => number;
  /** How long a delivery is remembered. */
  readonly minutes: number;
  readonly capacity?: number;
}

export interface Deliveries {
  /**
   * Runs the work unless something was delivered under this key before. A duplicate ends as the first one does, also
   * while that is still going on; what failed may be delivered again.
   */
  readonly once: (key: string, work: () => Promise<void>) => Promise<void>;
}

/** Channels deliver a message again when our acknowledgement is late or lost; it is still one message. */
export function createDeliveries({ now, minutes, capacity = 10_000 }: DeliveryLimits): Deliveries {
  const seen = new Map<string, { readonly done: Promise<void>; readonly expires: number }>(); // oldest first

  function sweep(): void {
    for (const [key, { expires }] of seen) {
      if (expires > now() && seen.size <= capacity) return;
      seen.delete(key);
    }
  }

  return {
    once(key, work) {
      sweep();
      const before = seen.get(key);
      if (before && before.expires > now()) return before.done;
      const done = work();
      const entry = { done, expires: now() + minutes * 60_000 };
      seen.delete(key);
      seen.set(key, entry);
      done.catch(() => {
        if (seen.get(key) === entry) seen.delete(key);
      });
      return done;
    },
  };
}
