import type { Concept } from './expand.js';
import type { PassageIndex } from './open-index.js';

/** A concept with its weight in the question, and its score in each passage that speaks of it. */
export interface WeightedConcept {
  readonly concept: Concept;
  readonly weight: number;
  readonly passages: ReadonlyMap<string, number>;
  /** The words of a phrase, whose weights add up to that of the phrase. */
  readonly members: readonly WeightedConcept[];
}

/** All parts of a compound together say nearly what the compound says. */
export const partsWeight = 0.9;

/** Words of acting and filling weigh a third. */
const fillingWeight = 0.33;

/** The commonest topic word still counts this share of the rarest. */
const commonest = 0.3;

/** A word that the whole knowledge lacks, the asker's own ("kompis"): it must not drown the words that are known. */
const unknown = 0.45;

/** Weighs concepts by how rare they are in the knowledge. */
export function weigh(concepts: readonly Concept[], index: PassageIndex): readonly WeightedConcept[] {
  return concepts.map((concept) => {
    const members = weigh(concept.members, index);
    const said = passageScores(concept, index);
    if (members.length === 0)
      return {
        concept,
        members,
        passages: said,
        weight: idf(said.size, index) * shareOf(concept) * (concept.isKnown ? 1 : outsideVocabulary),
      };
    const passages = new Map(rankPassages(members));
    for (const [id, score] of said) passages.set(id, Math.max(score * members.length, passages.get(id) ?? 0));
    return { concept, members, passages, weight: sum(members.map(({ weight }) => weight)) };
  });
}

/** A word that no group of the vocabulary holds is seldom what a question is about ("dyrt", "fikse", "på fjellet"). */
const outsideVocabulary = 0.6;

function shareOf({ role }: Concept): number {
  return role === 'filling' ? fillingWeight : 1;
}

function idf(passages: number, index: PassageIndex): number {
  if (passages === 0) return unknown;
  const total = index.passages.size;
  const rarity = Math.log(1 + (total - passages + 0.5) / (passages + 0.5)) / Math.log(1 + (total + 0.5) / 0.5);
  return commonest + (1 - commonest) * rarity;
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
function passageScores(concept: Concept, index: PassageIndex): ReadonlyMap<string, number> {
  const scores = new Map<string, number>();
  const raise = (found: ReadonlyMap<string, number>, weight: number): void => {
    for (const [id, score] of found) scores.set(id, Math.max(scores.get(id) ?? 0, score * weight));
  };
  for (const { terms, weight } of concept.alternatives) raise(all(terms.map((term) => index.lookUp(term))), weight);
  if (concept.parts.length > 0) raise(all(concept.parts.map((part) => passageScores(part, index))), partsWeight);
  return scores;
}

/** Passages that every one of the maps has, with the mean of their scores. */
function all(maps: readonly ReadonlyMap<string, number>[]): ReadonlyMap<string, number> {
  const [first, ...rest] = maps;
  if (!first || rest.length === 0) return first ?? new Map<string, number>();
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
