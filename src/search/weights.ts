import type { StandingFeatures } from './standing.js';
import type { UnitFeatures } from './features.js';

// Written by `npm run fit -- --write`, from the gold questions; not by hand.

export const rankingWeights: UnitFeatures = {
  near: 0.544,
  own: -0.851,
  direct: -1.935,
  frame: 0.855,
  count: 0.366,
  exact: -0.295,
  key: -0.01,
  unsaid: -4.038,
  together: 0.393,
  focus: 1.345,
  cosine: 7.664,
  frameCosine: 1.007,
  passageCosine: 1.886,
  likeness: 5.522,
  likenessNear: 5.876,
  passage: 1.23,
  stance: 13.725,
  bullet: 0.668,
  amount: 3.822,
  lacksAmount: -0.759,
};

export const confidenceWeights: UnitFeatures & StandingFeatures & { readonly bias: number } = {
  near: -0.688,
  own: -0.546,
  direct: -0.144,
  frame: -0.324,
  count: 0.313,
  exact: 0.449,
  key: 0.335,
  unsaid: -0.821,
  together: 0.137,
  focus: 0.556,
  cosine: 2.411,
  frameCosine: 0.375,
  passageCosine: 1.431,
  likeness: 1.738,
  likenessNear: 1.868,
  passage: 0.531,
  stance: 6.248,
  bullet: 0.388,
  amount: -0.374,
  lacksAmount: -3.193,
  ratio: 1.776,
  lead: 1.218,
  words: 1.47,
  telling: -1.832,
  plain: -0.765,
  unacted: -3.019,
  foreign: 0.03,
  missed: -0.958,
  scarcity: 0.132,
  bias: -4.168,
};

/** Confidence from which a slice is shown as an answer. */
export const threshold = 0.552;
