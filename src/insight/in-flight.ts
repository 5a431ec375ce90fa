export interface InFlight {
  readonly track: <T>(work: () => Promise<T>) => Promise<T>;
  readonly count: () => number;
  /** Fulfilled when nothing is under way. */
  readonly idle: () => Promise<void>;
}

/** Counts work that no open request waits for, as an answer on its way to Slack. */
export function createInFlight(): InFlight {
  let count = 0;
  let waiting: (() => void)[] = [];
  return {
    async track(work) {
      count += 1;
      try {
        return await work();
      } finally {
        count -= 1;
        if (count === 0) {
          const ready = waiting;
          waiting = [];
          for (const resolve of ready) resolve();
        }
      }
    },
    count: () => count,
    idle: () => (count === 0 ? Promise.resolve() : new Promise((resolve) => void waiting.push(resolve))),
  };
}
