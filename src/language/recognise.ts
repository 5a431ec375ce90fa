import { splitCompound } from './compounds.js';
import { stem } from './stem.js';

/** From words that are known, a test whether another is a form or a compound of them. Lower case. */
export function recognise(words: Iterable<string>): (word: string) => boolean {
  // Stems of all words take a while, and most documents never ask.
  let test: ((word: string) => boolean) | null = null;
  return (word) => (test ??= testFor(new Set(words)))(word);
}

function testFor(alone: ReadonlySet<string>): (word: string) => boolean {
  const stems = new Set(Array.from(alone, (word) => stem(word)));
  const known = {
    isFirst: (part: string) => alone.has(part),
    isWhole: () => false,
    lastOf: (part: string) => (stems.has(stem(part)) ? stem(part) : undefined),
  };
  return (word) => alone.has(word) || stems.has(stem(word)) || splitCompound(word, known).length > 0;
}
