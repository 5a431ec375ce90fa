import type { Word } from '../language/analyse.js';

/** How strongly each term stands in a slice, 0 to 1: a word by itself 1, a part of a compound less. */
export type TermStrengths = ReadonlyMap<string, number>;

/** A compound's part says less than the word itself. */
const partStrength = 0.75;

/** Marks a part in the packed form; no term begins with it. */
const partMark = '~';

/** Words → one string, small in memory and in the snapshot: "heroinassister ~heroin ~assister behandl". */
export function pack(words: readonly Word[]): string {
  const terms = new Set(words.flatMap(({ term, parts }) => [term, ...parts.map((part) => partMark + part)]));
  return [...terms].join(' ');
}

export function unpack(packed: string): TermStrengths {
  const strengths = new Map<string, number>();
  for (const item of packed.split(' ')) {
    if (!item.startsWith(partMark)) {
      strengths.set(item, 1);
      continue;
    }
    const part = item.slice(partMark.length);
    if (!strengths.has(part)) strengths.set(part, partStrength);
  }
  return strengths;
}
