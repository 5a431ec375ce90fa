import type { Concept, Meaning } from './expand.js';
import type { PassageIndex } from './open-index.js';
import { meet, type Postings } from './postings.js';
import { telling } from './rarity.js';
import { add, createScoreboard, raise, take, type Scoreboard } from './scoreboard.js';
import type { Alternative } from './thesaurus.js';

/** A concept with its weight in the question, and its score in each passage that speaks of it. */
export interface WeightedConcept {
  readonly concept: Concept;
  readonly weight: number;
  readonly passages: Postings;
}

/** All parts of a compound together say nearly what the compound says. */
export const partsWeight = 0.9;

/** Words of acting and filling weigh a third. */
const fillingWeight = 0.33;

/** A word that no document says in any way ("alkohol") weighs much: what is said of the rest is no answer to it. */
const absent = 0.8;
const foreign = 0.45;

/** Weighs concepts by how rare they are in the knowledge, and leaves out the ways to say them that nobody uses. */
export function weigh(concepts: readonly Concept[], index: PassageIndex): readonly WeightedConcept[] {
  const board = createScoreboard(index.passages.size);
  const used = usedBy(index);
  const kept = new Map<Meaning, Meaning & { readonly passages: Postings }>();
  for (const meaning of new Set(concepts.flatMap(({ together }) => together))) {
    const alternatives = used(meaning.alternatives);
    raiseTo(board, alternatives, index);
    kept.set(meaning, { alternatives, passages: take(board) });
  }
  return concepts.map((asked) => {
    const together = asked.together.flatMap((each) => kept.get(each) ?? []);
    const concept = { ...asked, alternatives: used(asked.alternatives), together };
    raiseToConcept(board, concept, index);
    const own = board.size;
    for (const meaning of together) raise(board, meaning.passages, 1);
    const passages = take(board);
    const tells = idf(own > 0 ? own : passages.size, asked, index);
    return { concept, passages, weight: tells * shareOf(concept) * (concept.isKnown ? 1 : outsideVocabulary) };
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

function idf(passages: number, { isForeign }: Concept, index: PassageIndex): number {
  if (passages === 0) return isForeign ? foreign : absent;
  return telling(passages, index.passages.size);
}

/** Sums, for every passage, the best that each concept finds in it. */
export function rankPassages(concepts: readonly WeightedConcept[], index: PassageIndex): Postings {
  const board = createScoreboard(index.passages.size);
  for (const { concept, passages } of concepts) add(board, passages, shareOf(concept));
  return take(board);
}

/** The maximum over the ways to say it, never the sum: many synonyms are no better evidence than one. */
function raiseToConcept(board: Scoreboard, { alternatives, parts }: Concept, index: PassageIndex): void {
  if (parts.length > 0) {
    const each = parts.map((part) => {
      raiseToConcept(board, part, index);
      return take(board);
    });
    raise(board, meet(each, index.passages.size), partsWeight);
  }
  raiseTo(board, alternatives, index);
}

function raiseTo(board: Scoreboard, alternatives: readonly Alternative[], index: PassageIndex): void {
  for (const { terms, weight } of alternatives) raise(board, index.lookUpAll(terms), weight);
}
