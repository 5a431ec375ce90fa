import type { StandingFeatures } from './standing.js';
import type { UnitFeatures } from './features.js';

// Written by `npm run fit -- --write`, from the gold questions; not by hand.

export const rankingWeights: UnitFeatures = {
  near: 1.053,
  own: -0.597,
  direct: -0.281,
  frame: 1.031,
  count: 0.75,
  exact: -0.926,
  key: -0.032,
  unsaid: -4.227,
  together: 0.142,
  focus: 1.25,
  cosine: 9.862,
  frameCosine: 2.005,
  likeness: 8.619,
  passage: 1.035,
  stance: 12.97,
  bullet: 0.838,
  amount: 4.205,
  lacksAmount: -0.863,
};

export const confidenceWeights: UnitFeatures & StandingFeatures & { readonly bias: number } = {
  near: -0.351,
  own: -0.292,
  direct: 0.097,
  frame: -0.161,
  count: 0.233,
  exact: 0.245,
  key: 0.224,
  unsaid: -0.909,
  together: 0.109,
  focus: 0.596,
  cosine: 3.232,
  frameCosine: 0.544,
  likeness: 2.755,
  passage: 0.295,
  stance: 6.836,
  bullet: 0.316,
  amount: -0.349,
  lacksAmount: -3.218,
  ratio: 1.902,
  lead: 1.21,
  words: 2.239,
  telling: -1.379,
  plain: -0.651,
  unacted: -2.712,
  foreign: 0.04,
  missed: -0.715,
  scarcity: 0.109,
  bias: -4.115,
};

/** Confidence from which a slice is shown as an answer. */
export const threshold = 0.551;
