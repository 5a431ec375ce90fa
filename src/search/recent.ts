/**
 * The same pure function, which keeps what it was asked last: up to `room` in all, by `sizeOf` each. A term of a question
 * is asked for again and again, and a whole index as objects would be many times its size in memory.
 */
export function recent<T>(compute: (key: string) => T, room: number, sizeOf: (value: T) => number): (key: string) => T {
  const kept = new Map<string, T>();
  let used = 0;
  return (key) => {
    const before = kept.get(key);
    const value = before ?? compute(key);
    // A Map keeps the order of insertion: what is set again is the newest.
    if (before === undefined) used += sizeOf(value);
    else kept.delete(key);
    kept.set(key, value);
    for (const [oldest, old] of kept) {
      if (used <= room) break;
      kept.delete(oldest);
      used -= sizeOf(old);
    }
    return value;
  };
}
