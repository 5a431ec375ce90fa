import type { Concept } from '../../src/search/expand.js';
import { placedWords } from '../../src/search/placed-words.js';
import { questionVector } from '../../src/search/question-vector.js';
import { added, cosine, type Vector, type VectorOf } from '../../src/search/word-vectors.js';
import { concept, weighing } from './concept-fixture.js';

const known = ['skatt', 'formue', 'hytte'];

function axis(term: string): Vector {
  return Float32Array.from(known, (each) => (each === term ? 1 : 0));
}

/** Each known word lies across the others. */
const vectorOf: VectorOf = (terms) => added(Array.from(terms, ([term, strength]) => [axis(term), strength] as const));

function vector(...words: readonly (readonly [concept: Concept, weight: number])[]): Vector {
  const weighted = words.map(([each, weight]) => weighing(each, weight));
  return questionVector(placedWords(weighted, vectorOf));
}

test('a word pulls the question as far as it weighs', () => {
  const question = vector([concept('skatt'), 1], [concept('hytte'), 0.25]);
  expect(cosine(question, axis('skatt'))).toBeCloseTo(4 * cosine(question, axis('hytte')), 5);
});

test('a compound lies by itself and, less, by its parts', () => {
  const question = vector([concept('formue', { parts: [concept('skatt')] }), 1]);
  expect(cosine(question, axis('skatt'))).toBeCloseTo(0.6 * cosine(question, axis('formue')), 5);
});

test('a synonym says where a word lies that lies nowhere itself, and only then', () => {
  const alternatives = [{ terms: ['skatt'], weight: 0.9 }];
  expect(cosine(vector([concept('ukjent', { alternatives }), 1]), axis('skatt'))).toBeCloseTo(1, 5);
  expect(cosine(vector([concept('hytte', { alternatives }), 1]), axis('skatt'))).toBe(0);
});
