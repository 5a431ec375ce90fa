import type { StandingFeatures } from './standing.js';
import type { UnitFeatures } from './features.js';

// Written by `npm run fit -- --write`, from the gold questions; not by hand.

export const rankingWeights: UnitFeatures = {
  near: 1.229,
  own: 0.729,
  direct: 0.339,
  frame: 0.222,
  count: 0.91,
  exact: 0.434,
  key: 0.612,
  unsaid: -1.578,
  together: 0.768,
  focus: 2.058,
  cosine: 4.712,
  frameCosine: 1.002,
  passage: 1.865,
  stance: 1.186,
  bullet: 1.322,
  amount: 1.662,
  lacksAmount: -1.662,
};

export const confidenceWeights: UnitFeatures & StandingFeatures & { readonly bias: number } = {
  near: -0.026,
  own: -0.087,
  direct: 0.531,
  frame: -0.481,
  count: -0.069,
  exact: 0.663,
  key: 0.721,
  unsaid: -0.604,
  together: -0.008,
  focus: 1.434,
  cosine: 2.972,
  frameCosine: 0.128,
  passage: 0.17,
  stance: 4.62,
  bullet: 0.552,
  amount: -0.082,
  lacksAmount: -2.338,
  ratio: 1.963,
  lead: 1.481,
  words: 1.119,
  telling: -1.785,
  plain: -0.84,
  unacted: -4.18,
  foreign: 0.184,
  missed: -1.139,
  scarcity: 0.382,
  bias: -2.535,
};

/** Confidence from which a slice is shown as an answer. */
export const threshold = 0.597;
