import type { Knowledge, Party, Vocabulary } from '../domain.js';
import type { PassageIndex } from '../search/open-index.js';

/** What the documents of one party hold. */
export interface PartyCoverage {
  readonly id: string;
  readonly name: string;
  readonly documents: number;
  readonly words: number;
  readonly passages: number;
  /** Passages that speak to each area, in the order of the areas. A passage may speak to several. */
  readonly byArea: readonly number[];
  /** Has far fewer words than the others: an answer "not mentioned" says more of the documents than of the party. */
  readonly isThin: boolean;
}

export interface ExpiredDocument {
  readonly id: string;
  readonly title: string;
  readonly until: number;
}

export interface Coverage {
  readonly areas: readonly string[];
  /** Parties with documents, by name. */
  readonly parties: readonly PartyCoverage[];
  readonly withoutDocuments: readonly string[];
  readonly expired: readonly ExpiredDocument[];
  /** Areas that no document speaks to. */
  readonly uncovered: readonly string[];
  /** Words of the party in the middle. */
  readonly medianWords: number;
}

/** A party below this share of the median has far fewer words than the others. */
const THIN = 0.25;
/** Words of questions and positions in general; no policy area. */
const GENERAL = 'allment';
/** A phrase of more areas tells none of them, and one phrase alone may stand there by the way. */
const MOST_AREAS = 2;
const LEAST_PHRASES = 2;

/** Party × policy area: how many passages of each party hold phrases of the area, by the index that answers questions. */
export function measureCoverage(knowledge: Knowledge, index: PassageIndex, currentYear: number): Coverage {
  const passagesOf = passagesByArea(knowledge, index);
  const counted = Array.from(passagesOf.values(), (passages) => countByParty(passages, index));
  const areas = [...passagesOf.keys()];
  const named = knowledge.parties
    .filter(({ id }) => index.partiesWithDocuments.has(id))
    .toSorted((a, b) => a.name.nb.localeCompare(b.name.nb, 'nb'));
  const words = named.map(({ id }) => wordsOf(id, knowledge));
  const medianWords = median(words);
  return {
    areas,
    parties: named.map(({ id, name }, at) => ({
      id,
      name: name.nb,
      documents: knowledge.documents.filter(({ party }) => party === id).length,
      words: words[at] ?? 0,
      passages: index.partyOf.filter((number) => index.parties[number] === id).length,
      byArea: counted.map((count) => count.get(id) ?? 0),
      isThin: (words[at] ?? 0) < medianWords * THIN,
    })),
    withoutDocuments: namesWithout(knowledge.parties, index),
    expired: knowledge.documents.flatMap(({ id, title, period }) =>
      period !== null && period.to < currentYear ? [{ id, title, until: period.to }] : [],
    ),
    uncovered: areas.filter((_, at) => counted[at]?.size === 0),
    medianWords,
  };
}

/** Area → numbers of the passages that speak to it. Files of one area count together. */
function passagesByArea({ vocabulary }: Knowledge, index: PassageIndex): ReadonlyMap<string, ReadonlySet<number>> {
  const phrases = areasOfPhrases(vocabulary, index);
  const names = [...new Set(vocabulary.groups.map(({ area }) => nameOf(area)))].filter((area) => area !== GENERAL);
  const found = new Map(
    names.toSorted((a, b) => a.localeCompare(b, 'nb')).map((area) => [area, new Map<number, number>()]),
  );
  for (const [phrase, areas] of phrases) {
    if (areas.has(GENERAL) || areas.size > MOST_AREAS) continue;
    for (const passage of index.lookUpAll(phrase.split(' ')).passages)
      for (const area of areas) found.get(area)?.set(passage, (found.get(area)?.get(passage) ?? 0) + 1);
  }
  const often = (counts: ReadonlyMap<number, number>) =>
    [...counts].flatMap(([at, count]) => (count < LEAST_PHRASES ? [] : at));
  return new Map(Array.from(found, ([area, counts]) => [area, new Set(often(counts))]));
}

/** The terms of each phrase, as the index has them → the areas whose files hold it. */
function areasOfPhrases(vocabulary: Vocabulary, index: PassageIndex): ReadonlyMap<string, ReadonlySet<string>> {
  const areas = new Map<string, Set<string>>();
  for (const { area, equal } of vocabulary.groups) {
    for (const phrase of equal) {
      const carrying = index.analyser.normalise(phrase).filter(({ role }) => role !== 'stop');
      // Words of acting ("øke", "styrke") say nothing of an area.
      if (!carrying.some(({ role }) => role === 'topic')) continue;
      const key = [...new Set(carrying.map(({ term }) => term))].toSorted().join(' ');
      areas.set(key, (areas.get(key) ?? new Set<string>()).add(nameOf(area)));
    }
  }
  return areas;
}

const nameOf = (area: string): string => area.replaceAll('-', ' ').toLowerCase();

function countByParty(passages: ReadonlySet<number>, index: PassageIndex): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const passage of passages) {
    const party = index.parties[index.partyOf[passage] ?? 0] ?? '';
    counts.set(party, (counts.get(party) ?? 0) + 1);
  }
  return counts;
}

function wordsOf(party: string, { documents }: Knowledge): number {
  return documents
    .filter((document) => document.party === party)
    .reduce((sum, { body }) => sum + body.split(/\s+/u).filter(Boolean).length, 0);
}

function namesWithout(parties: readonly Party[], index: PassageIndex): readonly string[] {
  return parties
    .filter(({ id }) => !index.partiesWithDocuments.has(id))
    .map(({ name }) => name.nb)
    .toSorted((a, b) => a.localeCompare(b, 'nb'));
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}
