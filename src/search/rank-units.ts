import type { IndexedPassage } from './open-index.js';
import type { WeightedConcept } from './rank-passages.js';
import { unitFeatures, featureNames, type UnitFeatures } from './unit-features.js';
import { confidenceWeights, rankingWeights } from './weights.js';

export interface RankedUnit {
  readonly passage: IndexedPassage;
  /** Place of the unit in its passage. */
  readonly at: number;
  readonly features: UnitFeatures;
  /** Higher is better; the difference of two is the logarithm of how many times likelier the one is right. */
  readonly score: number;
  /** How likely the slice is to answer the question, 0 to 1, as the gold sets have it. */
  readonly confidence: number;
}

/** Scores every bullet and sentence of a passage for the question. `passageScore` is 0 to 1 within the party. */
export function rankUnits(
  concepts: readonly WeightedConcept[],
  passage: IndexedPassage,
  passageScore: number,
  asksForAmount: boolean,
): readonly RankedUnit[] {
  return unitFeatures(concepts, passage, passageScore, asksForAmount).map((features, at) => {
    const score = featureNames.reduce((sum, name) => sum + rankingWeights[name] * features[name], 0);
    const evidence = featureNames.reduce((sum, name) => sum + confidenceWeights[name] * features[name], 0);
    return { passage, at, features, score, confidence: 1 / (1 + Math.exp(-evidence - confidenceWeights.bias)) };
  });
}
