import type { Concept } from './expand.js';
import { partsWeight } from './rank-passages.js';
import type { Alternative } from './thesaurus.js';

/** How strongly each term of a question stands in some text, 0 to 1, by the number of the term. */
export type Strengths = readonly number[];

/** One way to say a concept: all terms are needed. */
interface Way {
  /** Numbers of the terms. */
  readonly terms: readonly number[];
  readonly weight: number;
}

/** A concept with its ways to be said: alone, by the parts of a compound, and together with others. */
export interface Saying {
  /** Number of the term that the question has; -1 where it is not present. */
  readonly term: number;
  readonly ways: readonly Way[];
  readonly parts: readonly Saying[];
  readonly together: readonly (readonly Way[])[];
}

/** How the concepts of a question are said, with the terms numbered: what is read for it is measured by number. */
export interface Sayings {
  readonly terms: readonly string[];
  readonly each: readonly Saying[];
}

export function sayingsOf(concepts: readonly Concept[]): Sayings {
  const numbers = new Map<string, number>();
  const numberOf = (term: string): number => {
    const number = numbers.get(term) ?? numbers.size;
    numbers.set(term, number);
    return number;
  };
  const wayOf = ({ terms, weight }: Alternative): Way => ({ terms: terms.map(numberOf), weight });
  const sayingOf = ({ term, alternatives, parts, together }: Concept): Saying => ({
    term: numberOf(term),
    ways: alternatives.map(wayOf),
    parts: parts.map(sayingOf),
    together: together.map((meaning) => meaning.alternatives.map(wayOf)),
  });
  const each = concepts.map(sayingOf);
  return { terms: [...numbers.keys()], each };
}

/**
 * What of the sayings a text may have: with only the terms that it has, numbered anew, and the ways that need no others. A
 * question has hundreds, a passage few of them.
 */
export function presentIn({ terms, each }: Sayings, text: { readonly has: (term: string) => boolean }): Sayings {
  const present: string[] = [];
  const numbers = terms.map((term) => (text.has(term) ? present.push(term) - 1 : -1));
  const numberOf = (term: number): number => numbers[term] ?? -1;
  const isPresent = (way: Way): boolean => way.terms.every((term) => numberOf(term) >= 0);
  const renumbered = (ways: readonly Way[]): readonly Way[] =>
    ways.filter(isPresent).map((way) => ({ terms: way.terms.map(numberOf), weight: way.weight }));
  const reduced = ({ term, ways, parts, together }: Saying): Saying => ({
    term: numberOf(term),
    ways: renumbered(ways),
    parts: parts.map(reduced),
    together: together.map(renumbered),
  });
  return { terms: present, each: each.map(reduced) };
}

/** How strongly a concept is said by itself: as a word, or by all parts of a compound. */
export function strengthAlone({ ways, parts }: Saying, strengths: Strengths): number {
  const whole = strongest(ways, strengths);
  if (parts.length === 0) return whole;
  let weakest = 1;
  for (const part of parts) weakest = Math.min(weakest, strengthAlone(part, strengths));
  return Math.max(whole, partsWeight * weakest);
}

/** How strongly something is said that a concept means with others. */
export function strengthTogether({ together }: Saying, strengths: Strengths): number {
  let most = 0;
  for (const ways of together) most = Math.max(most, strongest(ways, strengths));
  return most;
}

/** The best of several ways to say it, each as strong as its weakest term. */
function strongest(ways: readonly Way[], strengths: Strengths): number {
  let most = 0;
  for (const { terms, weight } of ways) {
    if (weight <= most) continue;
    let weakest = 1;
    for (const term of terms) weakest = Math.min(weakest, strengths[term] ?? 0);
    most = Math.max(most, weight * weakest);
  }
  return most;
}

/** Numbers of the terms of all ways, each once. */
export function termsIn({ each }: Sayings): readonly number[] {
  const numbers = new Set<number>();
  const add = ({ ways, parts, together }: Saying): void => {
    for (const { terms } of ways) for (const term of terms) numbers.add(term);
    for (const some of together) for (const { terms } of some) for (const term of terms) numbers.add(term);
    for (const part of parts) add(part);
  };
  for (const saying of each) add(saying);
  return [...numbers];
}
