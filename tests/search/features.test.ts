import fc from 'fast-check';
import { featureNames, weighed, type UnitFeatures } from '../../src/search/features.js';

const features = fc.record(
  Object.fromEntries(featureNames.map((name) => [name, fc.double({ min: -9, max: 9, noNaN: true })])),
) as fc.Arbitrary<UnitFeatures>;

test('every feature is weighed, in the order of their names', () => {
  fc.assert(
    fc.property(features, features, (measured, weights) => {
      const sum = featureNames.reduce((before, name) => before + weights[name] * measured[name], 0);
      // The sum begins at 0, so that it is never -0.
      expect(weighed(measured, weights) + 0).toBe(sum);
    }),
  );
});
