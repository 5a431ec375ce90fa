import type { UnitFeatures } from './unit-features.js';

/** How a party stands among the parties for one question: what the others say tells what this one leaves unsaid. */
export interface Standing {
  /** The best passage's score, measured by the best of all parties. */
  readonly ratio: number;
  /** What the best slice of the other parties speaks to, as `UnitFeatures.near`; 0 when there are no others. */
  readonly othersNear: number;
  /** Words of the question. */
  readonly words: number;
}

export const standingNames = ['ratio', 'lead', 'words'] as const;

/** What confidence is reckoned from besides the slice's own features. */
export function standingFeatures(
  { near }: UnitFeatures,
  { ratio, othersNear, words }: Standing,
): Readonly<Record<(typeof standingNames)[number], number>> {
  return { ratio, lead: near - othersNear, words: Math.min(1, words / manyWords) };
}

const manyWords = 8;
