import type { standingNames } from './standing.js';
import type { UnitFeatures } from './unit-features.js';

// Written by `npm run fit -- --write`, from the gold questions; not by hand.

export const rankingWeights: UnitFeatures = {
  near: 1.327,
  own: 0.759,
  direct: 0.661,
  frame: 0.779,
  count: 1.164,
  exact: 0.448,
  key: 1.25,
  unsaid: -1.636,
  together: 0.752,
  focus: 2.61,
  passage: 2.972,
  stance: 1.425,
  bullet: 1.355,
  amount: 1.019,
  lacksAmount: -1.019,
};

export const confidenceWeights: UnitFeatures & Readonly<Record<(typeof standingNames)[number] | 'bias', number>> = {
  near: 0.708,
  own: -0.477,
  direct: -0.427,
  frame: 0.36,
  count: 0.27,
  exact: 0.864,
  key: 1.167,
  unsaid: -0.569,
  together: 0.13,
  focus: 2.286,
  passage: -0.435,
  stance: 4.984,
  bullet: 0.415,
  amount: -0.486,
  lacksAmount: -1.626,
  ratio: 2.177,
  lead: 3.114,
  words: 1.421,
  bias: -4.607,
};

/** Confidence from which a slice is shown as an answer. */
export const threshold = 0.204;
