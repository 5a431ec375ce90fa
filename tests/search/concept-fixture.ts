import type { Concept } from '../../src/search/expand.js';
import { nowhere } from '../../src/search/postings.js';
import type { WeightedConcept } from '../../src/search/rank-passages.js';

/** A word of a question that is itself and nothing more. */
export function concept(term: string, more: Partial<Concept> = {}): Concept {
  return {
    label: term,
    term,
    role: 'topic',
    isForeign: false,
    isKnown: true,
    alternatives: [],
    parts: [],
    together: [],
    ...more,
  };
}

/** … that no passage has, unless they are given. */
export function weighing(one: Concept, weight = 1, passages = nowhere): WeightedConcept {
  return { concept: one, weight, passages };
}
