import type { Asked, MeasuredUnit } from './unit-features.js';

/** How a party stands among the parties for one question: what the others say tells what this one leaves unsaid. */
export interface Standing {
  readonly asked: Asked;
  /** The best passage's score, measured by the best of all parties. */
  readonly ratio: number;
  /** What the best slice of the other parties speaks to, as `UnitFeatures.near`; 0 when there are no others. */
  readonly othersNear: number;
  /** How strongly each word of the question is said in the best slices of the other parties. */
  readonly othersSaid: readonly number[];
  /** See `scarcities`. */
  readonly scarcity: number;
}

/** What confidence is reckoned from besides the slice's own features. */
export interface StandingFeatures {
  readonly ratio: number;
  readonly lead: number;
  readonly words: number;
  /** How telling the question's words are on average. */
  readonly telling: number;
  /** `UnitFeatures.direct` as a weight instead of a share: a long question is seldom said in full. */
  readonly plain: number;
  /** Share of the question's weight that is words of acting and filling and not said: "anerkjenne", "beholde". */
  readonly unacted: number;
  /** … that is English and not said: no Norwegian document would have the word. */
  readonly foreign: number;
  /** … that is not said here, though other parties do. */
  readonly missed: number;
  readonly scarcity: number;
}

export const standingNames = [
  'ratio',
  'lead',
  'words',
  'telling',
  'plain',
  'unacted',
  'foreign',
  'missed',
  'scarcity',
] as const satisfies readonly (keyof StandingFeatures)[];

export function standingFeatures({ features, said }: MeasuredUnit, standing: Standing): StandingFeatures {
  const { asked, ratio, othersNear, othersSaid, scarcity } = standing;
  let sum = 0;
  let unacted = 0;
  let foreign = 0;
  let missed = 0;
  for (const [at, { role, isForeign }] of asked.concepts.entries()) {
    const weight = asked.weights[at] ?? 0;
    const unsaid = weight * (1 - (said[at] ?? 0));
    sum += weight;
    if (role === 'filling') unacted += unsaid;
    if (isForeign) foreign += unsaid;
    missed += weight * Math.max(0, (othersSaid[at] ?? 0) - (said[at] ?? 0));
  }
  // Words without weight are no share of anything.
  const shareOf = (part: number): number => (sum === 0 ? 0 : part / sum);
  return {
    ratio,
    lead: features.near - othersNear,
    words: Math.min(1, asked.concepts.length / manyWords),
    telling: sum / Math.max(1, asked.concepts.length),
    plain: features.direct * asked.whole,
    unacted: shareOf(unacted),
    foreign: shareOf(foreign),
    missed: shareOf(missed),
    scarcity,
  };
}

const manyWords = 8;
