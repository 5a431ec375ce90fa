import type { StandingFeatures } from './standing.js';
import type { UnitFeatures } from './features.js';

// Written by `npm run fit -- --write`, from the gold questions; not by hand.

export const rankingWeights: UnitFeatures = {
  near: 1.728,
  own: 0.048,
  direct: -0.833,
  frame: 0.281,
  count: 0.524,
  exact: 3.252,
  key: -0.094,
  unsaid: -3.887,
  together: 0.368,
  focus: 0.748,
  cosine: 10.386,
  frameCosine: 1.463,
  passage: 1.525,
  stance: 14.086,
  bullet: 0.674,
  amount: 4.274,
  lacksAmount: -0.767,
};

export const confidenceWeights: UnitFeatures & StandingFeatures & { readonly bias: number } = {
  near: -0.104,
  own: -0.085,
  direct: 0.443,
  frame: -0.668,
  count: 0.264,
  exact: 0.782,
  key: 0.124,
  unsaid: -0.765,
  together: 0.065,
  focus: 0.652,
  cosine: 3.997,
  frameCosine: 0.83,
  passage: 0.085,
  stance: 4.289,
  bullet: 0.477,
  amount: -0.503,
  lacksAmount: -3.35,
  ratio: 1.485,
  lead: 1.392,
  words: 1.818,
  telling: -1.655,
  plain: -0.682,
  unacted: -2.612,
  foreign: -0.104,
  missed: -1.263,
  scarcity: 0.176,
  bias: -2.048,
};

/** Confidence from which a slice is shown as an answer. */
export const threshold = 0.585;
