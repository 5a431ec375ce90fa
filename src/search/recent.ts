/**
 * The same pure function, which keeps its latest values: up to `room` in all, by `sizeOf` each. A term of a question is
 * asked for again and again, and a whole index as objects would be many times its size in memory.
 */
export function recent<T>(compute: (key: string) => T, room: number, sizeOf: (value: T) => number): (key: string) => T {
  const kept = new Map<string, T>();
  let used = 0;
  return (key) => {
    const before = kept.get(key);
    if (before !== undefined) return before;
    const value = compute(key);
    kept.set(key, value);
    used += sizeOf(value);
    // A Map keeps the order of insertion: the first is the oldest.
    for (const [oldest, old] of kept) {
      if (used <= room) break;
      kept.delete(oldest);
      used -= sizeOf(old);
    }
    return value;
  };
}
