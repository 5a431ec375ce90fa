import type { StandingFeatures } from './standing.js';
import type { UnitFeatures } from './features.js';

// Written by `npm run fit -- --write`, from the gold questions; not by hand.

export const rankingWeights: UnitFeatures = {
  near: 1.21,
  own: -0.479,
  direct: -0.691,
  frame: 0.515,
  count: 0.486,
  exact: -0.513,
  key: -0.062,
  unsaid: -4.629,
  together: 0.124,
  focus: 1.424,
  cosine: 9.464,
  frameCosine: 2.892,
  likeness: 8.717,
  passage: 1.205,
  stance: 12.123,
  bullet: 0.811,
  amount: 4.337,
  lacksAmount: -0.866,
};

export const confidenceWeights: UnitFeatures & StandingFeatures & { readonly bias: number } = {
  near: -0.233,
  own: -0.326,
  direct: 0.16,
  frame: -0.022,
  count: 0.224,
  exact: 0.191,
  key: 0.297,
  unsaid: -0.764,
  together: 0.042,
  focus: 0.687,
  cosine: 3.223,
  frameCosine: 0.382,
  likeness: 2.928,
  passage: 0.184,
  stance: 6.121,
  bullet: 0.36,
  amount: -0.347,
  lacksAmount: -3.004,
  ratio: 1.667,
  lead: 1.404,
  words: 2.236,
  telling: -1.632,
  plain: -0.709,
  unacted: -3.179,
  foreign: 0.17,
  missed: -0.779,
  scarcity: 0.179,
  bias: -3.788,
};

/** Confidence from which a slice is shown as an answer. */
export const threshold = 0.565;
