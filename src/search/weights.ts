import type { standingNames } from './standing.js';
import type { UnitFeatures } from './unit-features.js';

// Written by `npm run fit -- --write`, from the gold questions; not by hand.

export const rankingWeights: UnitFeatures = {
  near: 1.379,
  own: 0.913,
  direct: 0.84,
  frame: 0.581,
  count: 1.022,
  exact: 0.779,
  key: 1.218,
  unsaid: -1.53,
  together: 0.835,
  focus: 2.595,
  passage: 2.701,
  stance: 1.269,
  bullet: 1.353,
  amount: 1.024,
  lacksAmount: -1.024,
};

export const confidenceWeights: UnitFeatures & Readonly<Record<(typeof standingNames)[number] | 'bias', number>> = {
  near: 1.106,
  own: 0.202,
  direct: -0.654,
  frame: 0.216,
  count: -0.155,
  exact: 1.21,
  key: 1.25,
  unsaid: -0.22,
  together: 0.094,
  focus: 2.163,
  passage: -0.559,
  stance: 4.138,
  bullet: 0.17,
  amount: -0.502,
  lacksAmount: -1.624,
  ratio: 2.373,
  lead: 2.926,
  words: 0.45,
  bias: -4.602,
};

/** Confidence from which a slice is shown as an answer. */
export const threshold = 0.213;
