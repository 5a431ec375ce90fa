import type { standingNames } from './standing.js';
import type { UnitFeatures } from './unit-features.js';

// Written by `npm run fit -- --write`, from the gold questions; not by hand.

export const rankingWeights: UnitFeatures = {
  near: 1.293,
  own: 0.776,
  direct: 0.725,
  frame: 0.618,
  count: 1.168,
  exact: 0.465,
  key: 1.171,
  unsaid: -1.56,
  together: 0.818,
  focus: 2.692,
  passage: 2.865,
  stance: 1.438,
  bullet: 1.333,
  amount: 1.057,
  lacksAmount: -1.057,
};

export const confidenceWeights: UnitFeatures & Readonly<Record<(typeof standingNames)[number] | 'bias', number>> = {
  near: 0.931,
  own: -0.315,
  direct: -0.359,
  frame: 0.339,
  count: 0.006,
  exact: 0.75,
  key: 1.111,
  unsaid: -0.52,
  together: 0.144,
  focus: 2.28,
  passage: -0.555,
  stance: 4.88,
  bullet: 0.38,
  amount: -0.474,
  lacksAmount: -1.649,
  ratio: 2.079,
  lead: 3.182,
  words: 1.324,
  bias: -4.434,
};

/** Confidence from which a slice is shown as an answer. */
export const threshold = 0.199;
