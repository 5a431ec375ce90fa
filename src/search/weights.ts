import type { StandingFeatures } from './standing.js';
import type { UnitFeatures } from './features.js';

// Written by `npm run fit -- --write`, from the gold questions; not by hand.

export const rankingWeights: UnitFeatures = {
  near: 0.507,
  own: -0.903,
  direct: -3.375,
  frame: 0.616,
  count: 0.33,
  exact: 1.659,
  key: -0.027,
  unsaid: -4.182,
  together: 0.542,
  focus: 1.111,
  cosine: 8.03,
  frameCosine: 1.421,
  passageCosine: 1.13,
  likeness: 5.575,
  likenessNear: 6.034,
  passage: 1.404,
  stance: 10.892,
  bullet: 0.802,
  amount: 4.085,
  lacksAmount: -0.802,
};

export const confidenceWeights: UnitFeatures & StandingFeatures & { readonly bias: number } = {
  near: -0.709,
  own: -0.526,
  direct: -0.153,
  frame: -0.275,
  count: 0.277,
  exact: 0.406,
  key: 0.432,
  unsaid: -0.769,
  together: 0.044,
  focus: 0.623,
  cosine: 2.546,
  frameCosine: -0.04,
  passageCosine: 1.399,
  likeness: 1.68,
  likenessNear: 1.98,
  passage: 0.699,
  stance: 5.893,
  bullet: 0.36,
  amount: -0.348,
  lacksAmount: -3.261,
  ratio: 1.729,
  lead: 1.252,
  words: 1.445,
  telling: -1.784,
  plain: -0.716,
  unacted: -2.289,
  foreign: 0.105,
  missed: -0.868,
  scarcity: 0.137,
  bias: -4.407,
};

/** Confidence from which a slice is shown as an answer. */
export const threshold = 0.552;
