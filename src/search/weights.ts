import type { standingNames } from './standing.js';
import type { UnitFeatures } from './unit-features.js';

// Written by `npm run fit -- --write`, from the gold questions; not by hand.

export const rankingWeights: UnitFeatures = {
  near: 1.373,
  own: 0.901,
  direct: 0.831,
  frame: 0.572,
  count: 1.01,
  exact: 0.787,
  key: 1.23,
  unsaid: -1.592,
  together: 0.845,
  focus: 2.543,
  passage: 2.686,
  stance: 1.115,
  bullet: 1.372,
  amount: 1.014,
  lacksAmount: -1.014,
};

export const confidenceWeights: UnitFeatures & Readonly<Record<(typeof standingNames)[number] | 'bias', number>> = {
  near: 1.151,
  own: 0.219,
  direct: -0.619,
  frame: 0.368,
  count: -0.322,
  exact: 1.196,
  key: 1.31,
  unsaid: -0.314,
  together: 0.065,
  focus: 2.041,
  passage: -0.635,
  stance: 2.056,
  bullet: 0.264,
  amount: -0.495,
  lacksAmount: -1.603,
  ratio: 2.243,
  lead: 2.945,
  words: 0.526,
  bias: -4.175,
};

/** Confidence from which a slice is shown as an answer. */
export const threshold = 0.213;
