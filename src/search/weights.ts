import type { standingNames } from './standing.js';
import type { UnitFeatures } from './unit-features.js';

// Written by `npm run fit -- --write`, from the gold questions; not by hand.

export const rankingWeights: UnitFeatures = {
  near: 1.319,
  own: 0.752,
  direct: 0.666,
  frame: 0.771,
  count: 1.172,
  exact: 0.448,
  key: 1.244,
  unsaid: -1.633,
  together: 0.748,
  focus: 2.616,
  passage: 2.977,
  stance: 1.427,
  bullet: 1.352,
  amount: 1.019,
  lacksAmount: -1.019,
};

export const confidenceWeights: UnitFeatures & Readonly<Record<(typeof standingNames)[number] | 'bias', number>> = {
  near: 0.773,
  own: -0.415,
  direct: -0.401,
  frame: 0.344,
  count: 0.2,
  exact: 0.868,
  key: 1.184,
  unsaid: -0.575,
  together: 0.133,
  focus: 2.264,
  passage: -0.43,
  stance: 4.924,
  bullet: 0.416,
  amount: -0.483,
  lacksAmount: -1.585,
  ratio: 2.274,
  lead: 2.864,
  words: 1.412,
  bias: -4.763,
};

/** Confidence from which a slice is shown as an answer. */
export const threshold = 0.199;
