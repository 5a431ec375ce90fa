import type { StandingFeatures } from './standing.js';
import type { UnitFeatures } from './features.js';

// Written by `npm run fit -- --write`, from the gold questions; not by hand.

export const rankingWeights: UnitFeatures = {
  near: 2.17,
  own: -0.982,
  direct: 0.423,
  frame: 0.819,
  count: 1.245,
  exact: 0.392,
  key: -0.032,
  unsaid: -3.576,
  together: 0.255,
  focus: 0.947,
  cosine: 11.317,
  frameCosine: 1.464,
  passage: 1.305,
  stance: 16.997,
  bullet: 0.755,
  amount: 4.136,
  lacksAmount: -0.851,
};

export const confidenceWeights: UnitFeatures & StandingFeatures & { readonly bias: number } = {
  near: -0.144,
  own: -0.076,
  direct: 0.562,
  frame: -0.552,
  count: 0.245,
  exact: 0.648,
  key: 0.094,
  unsaid: -0.747,
  together: 0.146,
  focus: 0.613,
  cosine: 4.051,
  frameCosine: 0.829,
  passage: 0.155,
  stance: 6.244,
  bullet: 0.386,
  amount: -0.503,
  lacksAmount: -3.333,
  ratio: 1.47,
  lead: 1.433,
  words: 1.761,
  telling: -1.597,
  plain: -0.724,
  unacted: -2.296,
  foreign: -0.139,
  missed: -1.228,
  scarcity: 0.188,
  bias: -2.253,
};

/** Confidence from which a slice is shown as an answer. */
export const threshold = 0.585;
