import type { RankedUnit } from './rank-units.js';
import { standingFeatures, standingNames, type Standing } from './standing.js';
import { weighed } from './features.js';
import { confidenceWeights } from './weights.js';

/** How likely a slice is to answer the question, 0 to 1, as the gold sets have it. */
export function confidence(unit: RankedUnit, standing: Standing): number {
  const own = weighed(unit.features, confidenceWeights);
  const measured = standingFeatures(unit, standing);
  const among = standingNames.reduce((sum, name) => sum + confidenceWeights[name] * measured[name], 0);
  return 1 / (1 + Math.exp(-(own + among + confidenceWeights.bias)));
}
