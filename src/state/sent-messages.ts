export interface SentMessages {
  /** Ids that the channel gave our answer to a message, in order; empty when it is unknown or forgotten. */
  readonly read: (key: string) => Promise<readonly string[]>;
  readonly write: (key: string, ids: readonly string[]) => Promise<void>;
  readonly erase: (key: string) => Promise<void>;
}

export interface SentLimits {
  /** Milliseconds since any fixed point. */
  readonly now: () => number;
  readonly minutes: number;
  readonly capacity?: number;
}

/** Which messages of ours answer which message, so that they can follow when it is edited or deleted. */
export function createSentMessages({ now, minutes, capacity = 10_000 }: SentLimits): SentMessages {
  const sent = new Map<string, { readonly ids: readonly string[]; readonly expires: number }>(); // oldest first

  function sweep(): void {
    for (const [key, { expires }] of sent) {
      if (expires > now() && sent.size <= capacity) return;
      sent.delete(key);
    }
  }

  return {
    async read(key) {
      sweep();
      return sent.get(key)?.ids ?? [];
    },
    async write(key, ids) {
      sent.delete(key);
      sent.set(key, { ids, expires: now() + minutes * 60_000 });
      sweep();
    },
    async erase(key) {
      sent.delete(key);
    },
  };
}
