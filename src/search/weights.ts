import type { standingNames } from './standing.js';
import type { UnitFeatures } from './unit-features.js';

// Written by `npm run fit -- --write`, from the gold questions; not by hand.

export const rankingWeights: UnitFeatures = {
  near: 1.31,
  own: 0.823,
  direct: 0.925,
  frame: 0.878,
  count: 1.237,
  exact: 0.718,
  key: 1.028,
  unsaid: -1.399,
  together: 0.96,
  focus: 2.788,
  passage: 3.23,
  stance: 0.996,
  bullet: 1.582,
  amount: 1.025,
  lacksAmount: -1.025,
};

export const confidenceWeights: UnitFeatures & Readonly<Record<(typeof standingNames)[number] | 'bias', number>> = {
  near: 0.467,
  own: -0.583,
  direct: -0.384,
  frame: 0.509,
  count: -0.739,
  exact: 1.763,
  key: 0.991,
  unsaid: -0.558,
  together: 0.232,
  focus: 1.912,
  passage: -0.023,
  stance: -2.16,
  bullet: 0.703,
  amount: -0.609,
  lacksAmount: -1.106,
  ratio: 2.55,
  lead: 2.537,
  words: 1.11,
  bias: -3.934,
};

/** Confidence from which a slice is shown as an answer. */
export const threshold = 0.228;
