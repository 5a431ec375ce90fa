import fc from 'fast-check';
import MiniSearch from 'minisearch';
import { split } from '../../src/knowledge/split.js';
import { expand, type Concept } from '../../src/search/expand.js';
import { indexPassages, miniOptions, type PassageTables } from '../../src/search/index-passages.js';
import { openIndex, type PassageIndex } from '../../src/search/open-index.js';
import type { Postings } from '../../src/search/postings.js';
import { partsWeight, rankPassages, weigh } from '../../src/search/rank-passages.js';
import type { Alternative } from '../../src/search/thesaurus.js';
import { openShelf } from '../knowledge-fixture.js';

let tables: PassageTables;
let index: PassageIndex;
beforeAll(async () => {
  const { knowledge } = await openShelf();
  tables = indexPassages(knowledge, split);
  index = openIndex(tables);
}, 60_000);

type Scores = ReadonlyMap<number, number>;

function asMap({ passages, scores }: Postings): Scores {
  return new Map(Array.from(passages, (passage, at) => [passage, scores[at] ?? 0]));
}

test('a term is looked up as MiniSearch finds it', () => {
  const mini = MiniSearch.loadJS(tables.mini, miniOptions);
  const terms = new Set(tables.spelling.map(([, term]) => term));
  expect(terms.size).toBeGreaterThan(500);
  for (const term of [...terms, 'finnes ikke', 'ukjentord']) {
    const expected = new Map(mini.search(term).map(({ id, score }) => [Number(id), score]));
    if (!term.includes(' ')) expect(asMap(index.lookUp(term))).toEqual(expected);
  }
});

test('the number of a passage is its place, its id and its party', () => {
  for (const [number, { passage }] of tables.passages.entries()) {
    expect(index.ids[number]).toBe(passage.id);
    expect(index.parties[index.partyOf[number] ?? -1]).toBe(passage.party);
  }
});

// What follows says with Maps what the search does with numbers in rows.

function most(into: Map<number, number>, from: Scores, factor: number): void {
  for (const [passage, score] of from) {
    if (score * factor > (into.get(passage) ?? 0)) into.set(passage, score * factor);
  }
}

function all(maps: readonly Scores[]): Scores {
  const [first, ...rest] = maps.toSorted((a, b) => a.size - b.size);
  if (!first || rest.length === 0) return first ?? new Map<number, number>();
  const both = [...first].filter(([passage]) => rest.every((map) => map.has(passage)));
  const sum = (passage: number): number => rest.reduce((total, map) => total + (map.get(passage) ?? 0), 0);
  return new Map(both.map(([passage, score]) => [passage, (score + sum(passage)) / maps.length]));
}

function saidAs(alternatives: readonly Alternative[]): Map<number, number> {
  const scores = new Map<number, number>();
  for (const { terms, weight } of alternatives) {
    most(scores, all(terms.map((term) => asMap(index.lookUp(term)))), weight);
  }
  return scores;
}

function scoresOf({ alternatives, parts }: Concept): Map<number, number> {
  const scores = saidAs(alternatives);
  if (parts.length > 0) most(scores, all(parts.map(scoresOf)), partsWeight);
  return scores;
}

function ranked(concepts: readonly Concept[]): Scores {
  const total = new Map<number, number>();
  for (const concept of concepts) {
    const scores = scoresOf(concept);
    for (const { alternatives } of concept.together) most(scores, saidAs(alternatives), 1);
    const share = concept.role === 'filling' ? 0.33 : 1;
    for (const [passage, score] of scores) total.set(passage, (total.get(passage) ?? 0) + share * score);
  }
  return total;
}

test('passages are ranked as plain Maps would rank them, to the last bit', () => {
  const known = [...tables.spelling, ...tables.vocabularySpelling].map(([word]) => word);
  const word = fc.oneof(fc.constantFrom(...known), fc.constantFrom('heroinasistert', 'rusmiddelanalyse', 'lar', 'og'));
  fc.assert(
    fc.property(
      fc.array(word, { minLength: 1, maxLength: 8 }),
      fc.constantFrom('nb', 'nn', 'en'),
      (words, language) => {
        const concepts = expand(words.join(' '), language, index);
        expect(asMap(rankPassages(weigh(concepts, index), index))).toEqual(ranked(concepts));
      },
    ),
    { numRuns: 300 },
  );
});
