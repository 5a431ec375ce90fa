import type { Concept, Meaning } from './expand.js';
import { partsWeight } from './rank-passages.js';
import type { Alternative } from './thesaurus.js';

/** How strongly a term stands in some text, 0 to 1. */
export type LookUp = (term: string) => number;

/** How strongly each concept of a question is said, 0 to 1: by its own alternatives, and by what it means with others. */
export interface Said {
  readonly alone: readonly number[];
  readonly together: readonly number[];
}

/** The ways to say a concept whose terms a passage has: a question has hundreds, a passage few of them. */
export interface Saying {
  readonly alternatives: readonly Alternative[];
  readonly parts: readonly Saying[];
  readonly together: readonly (readonly Alternative[])[];
}

export function standingIn(concepts: readonly Concept[], terms: ReadonlySet<string>): readonly Saying[] {
  const stands = (alternative: Alternative): boolean => alternative.terms.every((term) => terms.has(term));
  const meanings = new Map<Meaning, readonly Alternative[]>();
  const standing = (meaning: Meaning): readonly Alternative[] => {
    const found = meanings.get(meaning) ?? meaning.alternatives.filter(stands);
    meanings.set(meaning, found);
    return found;
  };
  const sayingOf = (concept: Concept): Saying => ({
    alternatives: concept.alternatives.filter(stands),
    parts: concept.parts.map(sayingOf),
    together: concept.together.map(standing).filter((alternatives) => alternatives.length > 0),
  });
  return concepts.map(sayingOf);
}

export function saidBy(sayings: readonly Saying[], lookUp: LookUp): Said {
  return {
    alone: sayings.map((saying) => strengthOf(saying, lookUp)),
    together: sayings.map(({ together }) => Math.max(0, ...together.map((each) => strongest(each, lookUp)))),
  };
}

export function strongestOf({ alone, together }: Said): readonly number[] {
  return alone.map((strength, at) => Math.max(strength, together[at] ?? 0));
}

/** How strongly a concept is said by itself: as a word, or by all parts of a compound. */
function strengthOf({ alternatives, parts }: Saying, lookUp: LookUp): number {
  const whole = strongest(alternatives, lookUp);
  if (parts.length === 0) return whole;
  return Math.max(whole, partsWeight * Math.min(...parts.map((part) => strengthOf(part, lookUp))));
}

/** The best of several ways to say it, each as strong as its weakest term. */
function strongest(alternatives: readonly Alternative[], lookUp: LookUp): number {
  let most = 0;
  for (const { terms, weight } of alternatives) {
    if (weight > most) most = Math.max(most, weight * Math.min(...terms.map(lookUp)));
  }
  return most;
}

export function termsOf({ alternatives, together, parts }: Saying): readonly string[] {
  return [...[...alternatives, ...together.flat()].flatMap(({ terms }) => terms), ...parts.flatMap(termsOf)];
}
