import type { StandingFeatures } from './standing.js';
import type { UnitFeatures } from './features.js';

// Written by `npm run fit -- --write`, from the gold questions; not by hand.

export const rankingWeights: UnitFeatures = {
  near: 1.038,
  own: -0.571,
  direct: -0.229,
  frame: 0.737,
  count: 0.813,
  exact: -0.814,
  key: 0.098,
  unsaid: -3.936,
  together: 0.151,
  focus: 1.127,
  cosine: 9.5,
  frameCosine: 2.667,
  likeness: 8.367,
  passage: 1.127,
  stance: 13.06,
  bullet: 0.803,
  amount: 4.157,
  lacksAmount: -0.847,
};

export const confidenceWeights: UnitFeatures & StandingFeatures & { readonly bias: number } = {
  near: -0.419,
  own: -0.332,
  direct: 0.161,
  frame: -0.028,
  count: 0.363,
  exact: 0.03,
  key: 0.198,
  unsaid: -0.925,
  together: 0.09,
  focus: 0.726,
  cosine: 3.1,
  frameCosine: 0.596,
  likeness: 2.791,
  passage: 0.421,
  stance: 6.002,
  bullet: 0.309,
  amount: -0.514,
  lacksAmount: -2.922,
  ratio: 1.822,
  lead: 1.298,
  words: 2.398,
  telling: -1.403,
  plain: -0.731,
  unacted: -3.472,
  foreign: -0.071,
  missed: -0.863,
  scarcity: 0.095,
  bias: -3.989,
};

/** Confidence from which a slice is shown as an answer. */
export const threshold = 0.551;
