import type { StandingFeatures } from './standing.js';
import type { UnitFeatures } from './features.js';

// Written by `npm run fit -- --write`, from the gold questions; not by hand.

export const rankingWeights: UnitFeatures = {
  near: 1.116,
  own: -0.524,
  direct: -0.41,
  frame: 0.977,
  count: 0.652,
  exact: -0.768,
  key: -0.033,
  unsaid: -4.158,
  together: 0.094,
  focus: 1.261,
  cosine: 9.77,
  frameCosine: 2.377,
  likeness: 8.523,
  passage: 1.141,
  stance: 11.267,
  bullet: 0.884,
  amount: 4.259,
  lacksAmount: -0.87,
};

export const confidenceWeights: UnitFeatures & StandingFeatures & { readonly bias: number } = {
  near: -0.333,
  own: -0.31,
  direct: 0.085,
  frame: -0.1,
  count: 0.303,
  exact: 0.224,
  key: 0.253,
  unsaid: -0.795,
  together: 0.048,
  focus: 0.627,
  cosine: 3.352,
  frameCosine: 0.45,
  likeness: 2.61,
  passage: 0.343,
  stance: 7.301,
  bullet: 0.326,
  amount: -0.527,
  lacksAmount: -2.918,
  ratio: 1.681,
  lead: 1.268,
  words: 2.241,
  telling: -1.495,
  plain: -0.688,
  unacted: -3.258,
  foreign: -0.209,
  missed: -0.986,
  scarcity: 0.11,
  bias: -3.916,
};

/** Confidence from which a slice is shown as an answer. */
export const threshold = 0.554;
