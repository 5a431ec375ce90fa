import type { Concept, Meaning } from './expand.js';
import type { PassageIndex } from './open-index.js';
import { rarity } from './rarity.js';
import type { Alternative } from './thesaurus.js';

/** A concept with its weight in the question, and its score in each passage that speaks of it. */
export interface WeightedConcept {
  readonly concept: Concept;
  readonly weight: number;
  readonly passages: ReadonlyMap<string, number>;
}

/** All parts of a compound together say nearly what the compound says. */
export const partsWeight = 0.9;

/** Words of acting and filling weigh a third. */
const fillingWeight = 0.33;

/** The commonest topic word still counts this share of the rarest. */
const commonest = 0.3;

/** A word that the whole knowledge lacks, the asker's own ("kompis"): it must not drown the words that are known. */
const unknown = 0.45;

/** Weighs concepts by how rare they are in the knowledge, and leaves out the ways to say them that nobody uses. */
export function weigh(concepts: readonly Concept[], index: PassageIndex): readonly WeightedConcept[] {
  const used = usedBy(index);
  const kept = new Map<Meaning, Meaning>();
  const scores = new Map<Meaning, ReadonlyMap<string, number>>();
  for (const meaning of new Set(concepts.flatMap(({ together }) => together))) {
    const alternatives = used(meaning.alternatives);
    kept.set(meaning, { alternatives });
    scores.set(meaning, scoresOf(alternatives, index));
  }
  return concepts.map((asked) => {
    const concept = {
      ...asked,
      alternatives: used(asked.alternatives),
      together: asked.together.flatMap((each) => kept.get(each) ?? []),
    };
    const own = passageScores(concept, index);
    const passages = new Map(own);
    for (const meaning of asked.together) raise(passages, scores.get(meaning) ?? new Map(), 1);
    const telling = idf(own.size > 0 ? own.size : passages.size, index);
    return { concept, passages, weight: telling * shareOf(concept) * (concept.isKnown ? 1 : outsideVocabulary) };
  });
}

function usedBy(index: PassageIndex): (alternatives: readonly Alternative[]) => readonly Alternative[] {
  return (alternatives) => alternatives.filter(({ terms }) => terms.every((term) => index.lookUp(term).size > 0));
}

/** A word that no group of the vocabulary holds is seldom what a question is about ("dyrt", "fikse", "på fjellet"). */
const outsideVocabulary = 0.6;

function shareOf({ role }: Concept): number {
  return role === 'filling' ? fillingWeight : 1;
}

function idf(passages: number, index: PassageIndex): number {
  return passages === 0 ? unknown : commonest + (1 - commonest) * rarity(passages, index.passages.size);
}

/** Sums, for every passage, the best that each concept finds in it. */
export function rankPassages(concepts: readonly WeightedConcept[]): ReadonlyMap<string, number> {
  const scores = new Map<string, number>();
  for (const { concept, passages } of concepts) {
    for (const [id, score] of passages) scores.set(id, (scores.get(id) ?? 0) + shareOf(concept) * score);
  }
  return scores;
}

/** The maximum over the ways to say it, never the sum: many synonyms are no better evidence than one. */
function passageScores({ alternatives, parts }: Concept, index: PassageIndex): Map<string, number> {
  const scores = scoresOf(alternatives, index);
  if (parts.length > 0) raise(scores, all(parts.map((part) => passageScores(part, index))), partsWeight);
  return scores;
}

function scoresOf(alternatives: readonly Alternative[], index: PassageIndex): Map<string, number> {
  const most = new Map<string, number>();
  for (const { terms, weight } of alternatives) raise(most, all(terms.map((term) => index.lookUp(term))), weight);
  return most;
}

function raise(scores: Map<string, number>, found: ReadonlyMap<string, number>, weight: number): void {
  for (const [id, score] of found) {
    const scaled = score * weight;
    if (scaled > (scores.get(id) ?? 0)) scores.set(id, scaled);
  }
}

/** Passages that every one of the maps has, with the mean of their scores. */
function all(maps: readonly ReadonlyMap<string, number>[]): ReadonlyMap<string, number> {
  const [first, ...rest] = maps.toSorted((a, b) => a.size - b.size);
  if (!first || rest.length === 0 || first.size === 0) return first ?? new Map<string, number>();
  const both = new Map<string, number>();
  for (const [id, score] of first) {
    const others = rest.map((map) => map.get(id) ?? 0);
    if (others.every((other) => other > 0)) both.set(id, (score + sum(others)) / maps.length);
  }
  return both;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
