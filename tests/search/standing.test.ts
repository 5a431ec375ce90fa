import type { Concept } from '../../src/search/expand.js';
import type { UnitFeatures } from '../../src/search/features.js';
import { standingFeatures, type Standing } from '../../src/search/standing.js';
import { ask } from '../../src/search/unit-features.js';
import { concept, weighing } from './concept-fixture.js';

const features: UnitFeatures = {
  near: 0.5,
  own: 0.5,
  direct: 0.5,
  frame: 0.5,
  count: 0.5,
  exact: 0.5,
  key: 0.5,
  unsaid: 0.5,
  together: 0.5,
  focus: 0.5,
  cosine: 0.5,
  frameCosine: 0.5,
  passageCosine: 0.5,
  likeness: 0.5,
  likenessNear: 0.5,
  passage: 0.5,
  stance: 0.5,
  bullet: 0.5,
  amount: 0.5,
  lacksAmount: 0.5,
};

function standingOf(concepts: readonly Concept[], othersSaid: readonly number[]): Standing {
  const weighted = concepts.map((each) => weighing(each));
  return {
    asked: ask(weighted, { amount: null, vector: new Float32Array(), meetingOf: () => [] }),
    ratio: 1,
    othersNear: 0.5,
    othersSaid,
    scarcity: 0,
  };
}

test('what other parties say of the question and this slice does not is missed', () => {
  const standing = standingOf([concept('sfo'), concept('gratis')], [1, 1]);
  const whole = standingFeatures({ features, said: [1, 1] }, standing);
  const half = standingFeatures({ features, said: [1, 0] }, standing);
  expect([whole.missed, half.missed]).toEqual([0, 0.5]);
});

test('what nobody says is not missed', () => {
  const standing = standingOf([concept('sfo'), concept('gratis')], [1, 0]);
  expect(standingFeatures({ features, said: [1, 0] }, standing).missed).toBe(0);
});

test('a word of acting that is not said counts, a topic does not', () => {
  const standing = standingOf([concept('anerkjenne', { role: 'filling' }), concept('palestina')], [0, 0]);
  expect(standingFeatures({ features, said: [0, 1] }, standing).unacted).toBe(0.5);
  expect(standingFeatures({ features, said: [1, 0] }, standing).unacted).toBe(0);
});

test('an English word that is not said is foreign, a Norwegian one is not', () => {
  const standing = standingOf([concept('surrogacy', { isForeign: true }), concept('abort')], [0, 0]);
  expect(standingFeatures({ features, said: [0, 0] }, standing).foreign).toBe(0.5);
  expect(standingFeatures({ features, said: [1, 0] }, standing).foreign).toBe(0);
});

test('of words that weigh nothing, nothing is missed', () => {
  const standing = standingOf([concept('a')], [1]);
  const weightless = { ...standing, asked: { ...standing.asked, weights: [0] } };
  const { unacted, foreign, missed } = standingFeatures({ features, said: [0] }, weightless);
  expect([unacted, foreign, missed]).toEqual([0, 0, 0]);
});
