import type { StandingFeatures } from './standing.js';
import type { UnitFeatures } from './features.js';

// Written by `npm run fit -- --write`, from the gold questions; not by hand.

export const rankingWeights: UnitFeatures = {
  near: 1.374,
  own: -0.583,
  direct: -0.64,
  frame: 0.472,
  count: 0.225,
  exact: -0.276,
  key: 0.029,
  unsaid: -4.28,
  together: 0.143,
  focus: 1.417,
  cosine: 9.241,
  frameCosine: 2.237,
  likeness: 8.117,
  passage: 1.332,
  stance: 11.859,
  bullet: 0.835,
  amount: 4.256,
  lacksAmount: -0.859,
};

export const confidenceWeights: UnitFeatures & StandingFeatures & { readonly bias: number } = {
  near: -0.205,
  own: -0.326,
  direct: 0.363,
  frame: -0.265,
  count: 0.088,
  exact: 0.268,
  key: 0.365,
  unsaid: -0.875,
  together: 0.054,
  focus: 0.52,
  cosine: 3.447,
  frameCosine: 0.128,
  likeness: 2,
  passage: 0.191,
  stance: 5.872,
  bullet: 0.369,
  amount: -0.423,
  lacksAmount: -3.02,
  ratio: 1.868,
  lead: 1.13,
  words: 2.082,
  telling: -1.585,
  plain: -0.68,
  unacted: -3.295,
  foreign: 0.085,
  missed: -1.013,
  scarcity: 0.185,
  bias: -3.26,
};

/** Confidence from which a slice is shown as an answer. */
export const threshold = 0.596;
