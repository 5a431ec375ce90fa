import type { StandingFeatures } from './standing.js';
import type { UnitFeatures } from './unit-features.js';

// Written by `npm run fit -- --write`, from the gold questions; not by hand.

export const rankingWeights: UnitFeatures = {
  near: 1.401,
  own: 0.944,
  direct: 0.852,
  frame: 0.6,
  count: 0.99,
  exact: 0.806,
  key: 1.153,
  unsaid: -1.578,
  together: 0.855,
  focus: 2.625,
  passage: 2.602,
  stance: 1.301,
  bullet: 1.311,
  amount: 1.729,
  lacksAmount: -1.729,
};

export const confidenceWeights: UnitFeatures & StandingFeatures & { readonly bias: number } = {
  near: 0.172,
  own: 0.234,
  direct: 0.539,
  frame: -0.508,
  count: 0.088,
  exact: 0.594,
  key: 1.111,
  unsaid: -0.274,
  together: -0.124,
  focus: 2.051,
  passage: 1.615,
  stance: 4.636,
  bullet: 0.407,
  amount: 0.179,
  lacksAmount: -2.513,
  ratio: 2.22,
  lead: 1.647,
  words: 1.234,
  telling: -1.414,
  plain: -0.647,
  unacted: -3.174,
  foreign: 1.225,
  missed: -1.484,
  scarcity: 0.284,
  bias: -3.977,
};

/** Confidence from which a slice is shown as an answer. */
export const threshold = 0.549;
