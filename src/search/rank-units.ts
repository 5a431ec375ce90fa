import type { Concept } from './expand.js';
import type { IndexedPassage } from './open-index.js';
import { partsWeight, type WeightedConcept } from './rank-passages.js';
import type { TermStrengths } from './term-strengths.js';
import type { Alternative } from './thesaurus.js';

export interface RankedUnit {
  readonly passage: IndexedPassage;
  /** Place of the unit in its passage. */
  readonly at: number;
  readonly score: number;
  /** Share of the question's weight that the unit speaks to, with its headings and neighbours behind it. */
  readonly coverage: number;
  /** The same for the unit's own words alone. */
  readonly own: number;
  /** How strongly the most telling word of the question is said, 0 to 1. */
  readonly key: number;
}

/** What the headings say holds for the unit in part; what the sentences beside it say, less. */
const frameStrength = 0.5;
const neighbourStrength = 0.3;

/** Share of the score that the passage's BM25 adds: enough to decide between like units. */
const passageShare = 0.15;

/** Scores every bullet and sentence of a passage for the question. `passageScore` is 0 to 1 within the party. */
export function rankUnits(
  asked: readonly WeightedConcept[],
  passage: IndexedPassage,
  passageScore: number,
): readonly RankedUnit[] {
  const total = totalWeight(asked);
  const concepts = asked.map((concept) => saidIn(concept, passage.terms));
  const keys = keyConcepts(concepts);
  return passage.units.map(({ terms, stance }, at) => {
    const around = surroundings(passage, at);
    const lookUp = (term: string): number => terms.get(term) ?? 0;
    const own = share(concepts, lookUp, total);
    const near = (term: string): number => Math.max(lookUp(term), around(term));
    const coverage = share(concepts, near, total);
    const key = Math.max(0, ...keys.map((concept) => strength(concept.concept, near)));
    const evidence = 0.35 * coverage + 0.65 * own + passageShare * passageScore;
    return { passage, at, score: evidence * stance, coverage, own, key };
  });
}

/** A concept with only those ways to say it whose terms a passage has: a question has hundreds, a passage few of them. */
function saidIn(asked: WeightedConcept, terms: ReadonlySet<string>): WeightedConcept {
  const stands = (alternative: Alternative): boolean => alternative.terms.every((term) => terms.has(term));
  const only = (concept: Concept): Concept => ({
    ...concept,
    alternatives: concept.alternatives.filter(stands),
    together: concept.together.filter(stands),
    parts: concept.parts.map(only),
  });
  return { ...asked, concept: only(asked.concept) };
}

/** Share of the heaviest weight from which a concept is as telling as the heaviest itself. */
const telling = 0.85;

/** The concepts that make the question this one and not another: a party that says none of them says nothing. */
function keyConcepts(concepts: readonly WeightedConcept[]): readonly WeightedConcept[] {
  const heaviest = Math.max(...concepts.map(({ weight }) => weight));
  return concepts.filter(({ weight }) => weight >= telling * heaviest);
}

/** Concepts that count in full. A story ("hvis jeg ringer 113 fordi en kompis …") holds more words than its point has. */
const fullConcepts = 3;
const restShare = 0.33;

function totalWeight(concepts: readonly WeightedConcept[]): number {
  const weights = concepts.map(({ weight }) => weight).toSorted((a, b) => b - a);
  return weights.reduce((sum, weight, place) => sum + (place < fullConcepts ? weight : restShare * weight), 0);
}

function share(concepts: readonly WeightedConcept[], lookUp: (term: string) => number, total: number): number {
  const spoken = concepts.reduce((sum, concept) => sum + concept.weight * strength(concept.concept, lookUp), 0);
  return Math.min(1, spoken / total);
}

function surroundings(passage: IndexedPassage, at: number): (term: string) => number {
  const beside: TermStrengths[] = [];
  for (const neighbour of [passage.units[at - 1], passage.units[at + 1]]) {
    if (neighbour?.unit.kind === 'sentence') beside.push(neighbour.terms);
  }
  return (term) => {
    const framed = frameStrength * (passage.frame.get(term) ?? 0);
    return beside.reduce((most, terms) => Math.max(most, neighbourStrength * (terms.get(term) ?? 0)), framed);
  };
}

/** How strongly a concept is expressed, 0 to 1: the best of its alternatives, each as strong as its weakest term. */
function strength(concept: Concept, lookUp: (term: string) => number): number {
  let best = 0;
  for (const { terms, weight } of [...concept.alternatives, ...concept.together]) {
    best = Math.max(best, weight * Math.min(...terms.map(lookUp)));
  }
  if (concept.parts.length === 0) return best;
  return Math.max(best, partsWeight * Math.min(...concept.parts.map((part) => strength(part, lookUp))));
}
