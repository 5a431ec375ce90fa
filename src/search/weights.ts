import type { StandingFeatures } from './standing.js';
import type { UnitFeatures } from './features.js';

// Written by `npm run fit -- --write`, from the gold questions; not by hand.

export const rankingWeights: UnitFeatures = {
  near: 0.949,
  own: -0.791,
  direct: -1.242,
  frame: 0.862,
  count: 0.671,
  exact: -0.411,
  key: 0.087,
  unsaid: -3.634,
  together: 0.337,
  focus: 1.069,
  cosine: 9.627,
  frameCosine: 2.44,
  passageCosine: 0,
  likenessNear: 0,
  likeness: 9.475,
  passage: 1.232,
  stance: 13.695,
  bullet: 0.761,
  amount: 4.082,
  lacksAmount: -0.828,
};

export const confidenceWeights: UnitFeatures & StandingFeatures & { readonly bias: number } = {
  near: -0.409,
  own: -0.438,
  direct: -0.06,
  frame: -0.057,
  count: 0.219,
  exact: 0.361,
  key: 0.246,
  unsaid: -0.845,
  together: 0.059,
  focus: 0.629,
  cosine: 3.292,
  frameCosine: 0.624,
  passageCosine: 0,
  likenessNear: 0,
  likeness: 2.71,
  passage: 0.456,
  stance: 5.809,
  bullet: 0.34,
  amount: -0.447,
  lacksAmount: -3.019,
  ratio: 1.857,
  lead: 1.173,
  words: 2.288,
  telling: -1.517,
  plain: -0.714,
  unacted: -3.231,
  foreign: -0.068,
  missed: -1.026,
  scarcity: 0.119,
  bias: -3.886,
};

/** Confidence from which a slice is shown as an answer. */
export const threshold = 0.557;
