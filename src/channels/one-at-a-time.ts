export interface TurnLine {
  /** Runs `work` when everything that was handed in before under the same key is done. */
  readonly run: <Result>(key: string, work: () => Promise<Result>) => Promise<Result>;
  /** How many are running or waiting under the key. */
  readonly length: (key: string) => number;
  /** How many are running or waiting in all. */
  readonly total: () => number;
}

/** One turn at a time per conversation: a follow-up leans on the turn before it, and answers keep the order asked. */
export function createTurnLine(): TurnLine {
  const lines = new Map<string, { tail: Promise<unknown>; length: number }>();
  let total = 0;

  return {
    run(key, work) {
      const line = lines.get(key) ?? { tail: Promise.resolve(), length: 0 };
      lines.set(key, line);
      line.length += 1;
      total += 1;
      const result = line.tail.then(work).finally(() => {
        line.length -= 1;
        total -= 1;
        if (line.length === 0) lines.delete(key);
      });
      line.tail = result.catch(() => undefined);
      return result;
    },
    length: (key) => lines.get(key)?.length ?? 0,
    total: () => total,
  };
}
