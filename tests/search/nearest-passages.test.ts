import { blankQuestion } from '../../src/answer/blank-question.js';
import type { Vocabulary } from '../../src/domain.js';
import { nearestPassages } from '../../src/search/nearest-passages.js';
import type { PassageIndex } from '../../src/search/open-index.js';
import { readParties } from '../../src/search/read-parties.js';
import { cosine } from '../../src/search/word-vectors.js';
import { openShelf } from '../knowledge-fixture.js';

let index: PassageIndex;
let vocabulary: Vocabulary;
beforeAll(async () => {
  const shelf = await openShelf();
  index = shelf.index;
  vocabulary = shelf.knowledge.vocabulary;
}, 60_000);

const vectorOf = (text: string): Float32Array =>
  index.wordVectors.vectorOf(index.analyser.analyse(text).map(({ term }) => [term, 1] as const));

test.each([
  ['lappen', 'førerkort', 'formuesskatt'],
  ['mormor', 'besteforeldre', 'havvind'],
  ['tannpine', 'tannhelsetjenesten', 'kystfiske'],
])('by our vectors "%s" lies by "%s", not by "%s"', (said, written, other) => {
  expect(cosine(vectorOf(said), vectorOf(written))).toBeGreaterThan(0.4);
  expect(cosine(vectorOf(said), vectorOf(other))).toBeLessThan(0.2);
});

test('the vectors are of this vocabulary: after larger changes, npm run vectors -- --write', () => {
  const phrases = vocabulary.groups.flatMap(({ equal, asked }) => [...equal, ...asked]);
  const words = index.analyser.analyse(phrases.join('\n')).filter(({ role }) => role !== 'stop');
  const terms = [...new Set(words.map(({ term }) => term))];
  const unknown = terms.filter((term) => index.wordVectors.vectorOf([[term, 1]]).every((value) => value === 0));
  expect(terms.length).toBeGreaterThan(15_000);
  expect(unknown.length / terms.length).toBeLessThan(0.02);
});

test('the nearest passages of a party come first, those that are taken are passed over', () => {
  const question = vectorOf('reseptbelagt heroin til tungt avhengige');
  const all = nearestPassages(question, 'frp', index, new Set(), 1_000);
  const near = index.nearnessTo(question);
  const nearness = all.map(near);
  expect(all.length).toBeGreaterThan(5);
  expect(nearness).toEqual(nearness.toSorted((a, b) => b - a));
  expect(all.every((passage) => index.passages.get(index.ids[passage] ?? '')?.passage.party === 'frp')).toBe(true);
  const [first = 0, ...rest] = all;
  expect(nearestPassages(question, 'frp', index, new Set([index.ids[first] ?? '']), 3)).toEqual(rest.slice(0, 3));
});

test('passages that are as near come by their ids, in whatever order they are filed', () => {
  const even = { ids: ['c', 'a', 'd', 'b'], nearnessTo: () => () => 0.5 };
  const of = (passages: readonly number[]): readonly number[] =>
    nearestPassages(new Float32Array(), 'frp', { ...even, passagesOf: () => passages }, new Set(), 2);
  expect(of([0, 1, 2, 3])).toEqual([1, 3]);
  expect(of([3, 2, 1, 0])).toEqual([1, 3]);
});

test('what lies nowhere is near nothing', () => {
  expect(nearestPassages(vectorOf('xyzzy'), 'frp', index, new Set(), 4)).toEqual([]);
  expect(nearestPassages(vectorOf('heroin'), 'ukjent', index, new Set(), 4)).toEqual([]);
});

test('a passage lies nearer to its own slices than to those of the others', () => {
  let own = 0;
  let others = 0;
  for (const [number, id] of index.ids.entries()) {
    for (const { vector } of index.open(id).units) {
      const near = index.nearnessTo(vector);
      own += near(number);
      others += near((number + 1) % index.ids.length);
    }
  }
  expect(own).toBeGreaterThan(1.2 * others);
});

test('what has none of a question’s words is read when it lies near, and only then', () => {
  const nowhere = { size: 0, passages: new Uint32Array(), scores: new Float64Array() };
  const wordless = { ...index, lookUp: () => nowhere, lookUpAll: () => nowhere };
  const read = (topic: string): number =>
    readParties({ ...blankQuestion(topic, 'nb'), topic, parties: ['frp'], scope: 'named' }, wordless).get('frp')?.ranked
      .length ?? 0;
  expect(read('heroin')).toBeGreaterThan(0);
  expect(read('xyzzy')).toBe(0);
});
