import type { StandingFeatures } from './standing.js';
import type { UnitFeatures } from './features.js';

// Written by `npm run fit -- --write`, from the gold questions; not by hand.

export const rankingWeights: UnitFeatures = {
  near: 1.429,
  own: -0.374,
  direct: -0.707,
  frame: 0.539,
  count: -0.009,
  exact: -0.36,
  key: -0.048,
  unsaid: -4.295,
  together: 0.362,
  focus: 1.229,
  cosine: 9.533,
  frameCosine: 2.022,
  likeness: 8.201,
  passage: 1.419,
  stance: 13.532,
  bullet: 0.671,
  amount: 4.242,
  lacksAmount: -0.821,
};

export const confidenceWeights: UnitFeatures & StandingFeatures & { readonly bias: number } = {
  near: -0.174,
  own: -0.236,
  direct: 0.457,
  frame: -0.15,
  count: 0.06,
  exact: 0.296,
  key: 0.3,
  unsaid: -0.689,
  together: 0.084,
  focus: 0.783,
  cosine: 3.147,
  frameCosine: -0.368,
  likeness: 2.126,
  passage: 0.193,
  stance: 5.086,
  bullet: 0.357,
  amount: -0.419,
  lacksAmount: -3.179,
  ratio: 1.743,
  lead: 1.246,
  words: 2.169,
  telling: -1.405,
  plain: -0.752,
  unacted: -1.827,
  foreign: 0.027,
  missed: -1.116,
  scarcity: 0.198,
  bias: -3.33,
};

/** Confidence from which a slice is shown as an answer. */
export const threshold = 0.59;
