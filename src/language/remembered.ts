/** Words. Every word of a hundred programmes fits; strangers' misspellings must not fill the memory. */
const fullCache = 200_000;

/** The same function, which computes each word once. */
export function remembered<T>(compute: (word: string) => T): (word: string) => T {
  const known = new Map<string, T>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const value = compute(word);
    if (known.size < fullCache) known.set(word, value);
    return value;
  };
}
