import type { UnitFeatures } from './unit-features.js';

/** Written by `npm run fit`. */
export const rankingWeights: UnitFeatures = {
  near: 2.2,
  own: 0,
  frame: 0.5,
  count: 2.8,
  exact: 0.5,
  key: 1,
  together: 0.4,
  focus: 2.1,
  passage: 3.1,
  stance: 2.4,
  bullet: 1.3,
  amount: 2.1,
};
export const confidenceWeights: UnitFeatures & { readonly bias: number } = {
  near: 2.2,
  own: 8,
  frame: 0,
  count: 0,
  exact: 0,
  key: 1,
  together: 0.4,
  focus: 0,
  passage: 0,
  stance: 0,
  bullet: 0,
  amount: 0,
  bias: -3,
};
export const threshold = 0.5;
