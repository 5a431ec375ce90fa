/**
 * What may stand before and after a place of a text: a letter, a digit, something else, and before it the beginning.
 * A set of such pairs is a number with a bit for each, so that words can be told apart without reading them.
 */
export type Between = number;

export const letter = 0;
export const digit = 1;
export const other = 2;
export const begin = 3;
export const kinds = [letter, digit, other] as const;

export const anywhere: Between = 0b111_111_111_111;

export function pair(before: number, after: number): Between {
  return 1 << (before * kinds.length + after);
}

/** The pairs of which a rule holds. */
export function where(holds: (before: number, after: number) => boolean): Between {
  let between = 0;
  for (const before of [...kinds, begin]) {
    for (const after of kinds) if (holds(before, after)) between |= pair(before, after);
  }
  return between;
}

export function kindOf(symbol: string): number {
  if (/\p{L}/u.test(symbol)) return letter;
  return /[\p{N}_]/u.test(symbol) ? digit : other;
}
