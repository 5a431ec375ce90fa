import MiniSearch, { type SearchResult } from 'minisearch';
import { miniOptions, type PassageTables } from './index-passages.js';
import { meet, nowhere, postingsOf, type Postings } from './postings.js';
import { recent } from './recent.js';

export interface LookUps {
  /** Passages in which a term stands, with its BM25 score there. */
  readonly lookUp: (term: string) => Postings;
  /** Passages in which all of the terms stand, with the mean of their scores. */
  readonly lookUpAll: (terms: readonly string[]) => Postings;
}

/** Pairs of a term and a passage that are kept at hand, for one term and for several: 12 bytes each. */
const room = 2_000_000;
const roomForSeveral = 500_000;
/** What a term costs by itself, in pairs: strangers' misspellings must not fill the memory. */
const leastCost = 16;

export function openLookUps({ mini: stored, passages }: PassageTables): LookUps {
  const mini = MiniSearch.loadJS(stored, miniOptions);
  const costOf = ({ size }: Postings): number => size + leastCost;
  const lookUp = recent((term) => search(mini, term), room, costOf);
  const several = recent((terms) => meet(terms.split(' ').map(lookUp), passages.length), roomForSeveral, costOf);
  return {
    lookUp,
    lookUpAll: (terms) => (terms.length === 1 ? lookUp(terms[0] ?? '') : several(terms.join(' '))),
  };
}

/** The filter takes what is found as it comes: nobody needs thousands of results in order, and sorting them costs more. */
function search(mini: MiniSearch, term: string): Postings {
  const passages: number[] = [];
  const scores: number[] = [];
  const filter = ({ id, score }: SearchResult): boolean => {
    passages.push(Number(id));
    scores.push(score);
    return false;
  };
  mini.search(term, { filter });
  return passages.length === 0 ? nowhere : postingsOf(passages, scores);
}
