import type { StandingFeatures } from './standing.js';
import type { UnitFeatures } from './features.js';

// Written by `npm run fit -- --write`, from the gold questions; not by hand.

export const rankingWeights: UnitFeatures = {
  near: 1.18,
  own: -0.46,
  direct: -0.481,
  frame: 0.986,
  count: 0.675,
  exact: -0.799,
  key: 0.12,
  unsaid: -3.831,
  together: -0.003,
  focus: 1.294,
  cosine: 9.858,
  frameCosine: 2.72,
  likeness: 8.665,
  passage: 1.053,
  stance: 12.168,
  bullet: 0.863,
  amount: 4.039,
  lacksAmount: -0.833,
};

export const confidenceWeights: UnitFeatures & StandingFeatures & { readonly bias: number } = {
  near: -0.254,
  own: -0.373,
  direct: 0.052,
  frame: -0.226,
  count: 0.113,
  exact: 0.254,
  key: 0.3,
  unsaid: -0.947,
  together: 0.099,
  focus: 0.634,
  cosine: 3.115,
  frameCosine: 0.511,
  likeness: 2.719,
  passage: 0.187,
  stance: 6.436,
  bullet: 0.365,
  amount: -0.271,
  lacksAmount: -3.287,
  ratio: 1.909,
  lead: 1.276,
  words: 2.25,
  telling: -1.274,
  plain: -0.62,
  unacted: -2.922,
  foreign: -0.24,
  missed: -0.823,
  scarcity: 0.096,
  bias: -3.901,
};

/** Confidence from which a slice is shown as an answer. */
export const threshold = 0.556;
