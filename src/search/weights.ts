import type { StandingFeatures } from './standing.js';
import type { UnitFeatures } from './features.js';

// Written by `npm run fit -- --write`, from the gold questions; not by hand.

export const rankingWeights: UnitFeatures = {
  near: 0.554,
  own: -0.777,
  direct: -3.308,
  frame: 0.536,
  count: 0.252,
  exact: 1.619,
  key: 0.017,
  unsaid: -4.202,
  together: 0.572,
  focus: 1.229,
  cosine: 7.543,
  frameCosine: 0.796,
  passageCosine: 1.932,
  likeness: 5.573,
  likenessNear: 5.99,
  passage: 1.384,
  stance: 11.049,
  bullet: 0.832,
  amount: 3.977,
  lacksAmount: -0.79,
};

export const confidenceWeights: UnitFeatures & StandingFeatures & { readonly bias: number } = {
  near: -0.554,
  own: -0.376,
  direct: -0.09,
  frame: -0.337,
  count: 0.26,
  exact: 0.371,
  key: 0.303,
  unsaid: -0.753,
  together: 0.097,
  focus: 0.635,
  cosine: 2.476,
  frameCosine: 0.094,
  passageCosine: 1.291,
  likeness: 1.447,
  likenessNear: 1.814,
  passage: 0.547,
  stance: 6.921,
  bullet: 0.287,
  amount: -0.313,
  lacksAmount: -3.239,
  ratio: 1.659,
  lead: 1.42,
  words: 1.495,
  telling: -1.727,
  plain: -0.752,
  unacted: -2.638,
  foreign: 0.104,
  missed: -0.943,
  scarcity: 0.125,
  bias: -4.082,
};

/** Confidence from which a slice is shown as an answer. */
export const threshold = 0.554;
