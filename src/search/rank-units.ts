import { weighed } from './features.js';
import type { IndexedPassage } from './open-index.js';
import { unitFeatures, type Asked, type MeasuredUnit } from './unit-features.js';
import { rankingWeights } from './weights.js';

export interface RankedUnit extends MeasuredUnit {
  readonly passage: IndexedPassage;
  /** Place of the unit in its passage. */
  readonly at: number;
  /** Higher is better; the difference of two is the logarithm of how many times likelier the one is right. */
  readonly score: number;
}

/** Scores every bullet and sentence of a passage for the question. `passageScore` is 0 to 1 within the party. */
export function rankUnits(asked: Asked, passage: IndexedPassage, passageScore: number): readonly RankedUnit[] {
  return unitFeatures(asked, passage, passageScore).map((measured, at) => ({
    passage,
    at,
    ...measured,
    score: weighed(measured.features, rankingWeights),
  }));
}

/** `stance` from which a slice retells somebody else's view: whatever it says, it comes after the party's own. */
const othersView = -0.35;

export function retells({ features }: RankedUnit): boolean {
  return features.stance < othersView;
}
