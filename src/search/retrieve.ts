import type { Evidence, Party, PartyEvidence, Question } from '../domain.js';
import { expand } from './expand.js';
import type { PassageIndex } from './open-index.js';
import { chooseQuotes, toHit } from './choose-quotes.js';
import { rankPassages, weigh, type WeightedConcept } from './rank-passages.js';
import { rankUnits, type RankedUnit } from './rank-units.js';
import { threshold } from './weights.js';

/** Passages of a party that are read sentence by sentence; fewer where only a suggestion comes of it. */
const mostPassages = 20;
const mostPassagesUnasked = 4;

/** "hvor mye", "hvor gammel", "når": the answer holds a number. */
const amountAsked =
  /(?<!\p{L})(?:hvor|kor|how) (?:mye|mykje|mange|lenge|lang|langt|gammel|gamle|gamal|stor|store|høy|høyt|høg|høgt|ofte|tidlig|tidleg|much|many|long|old|high|often)(?!\p{L})|(?<!\p{L})(?:når|when|hvilket år|prosent|aldersgrense\p{L}*)(?!\p{L})/iu;

/** A slice that is no answer is worth showing as the nearest one from this share of the question's weight. */
const near = 0.2;

/** Finds, for every party, the slices that answer the question, or that there are none. Pure; the same bytes each time. */
export function retrieve(question: Question, index: PassageIndex, parties: readonly Party[]): Evidence {
  const concepts = weigh(expand(question.topic, question.language, index), index);
  const asksForAmount = amountAsked.test(question.text);
  const candidates = byParty(rankPassages(concepts), index);
  const asked = new Set(question.parties);
  const others = parties.map((party) => party.id).filter((id) => !asked.has(id));
  const evidence = [...question.parties, ...others].map((party): PartyEvidence => {
    const isAsked = asked.has(party);
    const passages = candidates.get(party) ?? [];
    const read = passages.slice(0, isAsked ? mostPassages : mostPassagesUnasked);
    const found = index.partiesWithDocuments.has(party)
      ? searchPassages(read, { concepts, asksForAmount }, index)
      : ({ status: 'no-documents', hits: [], nearest: null } as const);
    return { party, asked: isAsked, ...found };
  });
  return { question, parties: evidence };
}

interface Candidate {
  readonly id: string;
  readonly score: number;
}

/** Passages with their scores → those of each party, best first. */
function byParty(scores: ReadonlyMap<string, number>, index: PassageIndex): ReadonlyMap<string, readonly Candidate[]> {
  const candidates = new Map<string, Candidate[]>();
  for (const [id, score] of scores) {
    const party = index.passages.get(id)?.passage.party ?? '';
    const before = candidates.get(party);
    if (before) before.push({ id, score });
    else candidates.set(party, [{ id, score }]);
  }
  for (const each of candidates.values()) each.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
  return candidates;
}

function searchPassages(
  passages: readonly Candidate[],
  asked: { readonly concepts: readonly WeightedConcept[]; readonly asksForAmount: boolean },
  index: PassageIndex,
): Pick<PartyEvidence, 'status' | 'hits' | 'nearest'> {
  const most = passages[0]?.score ?? 1;
  const ranked = passages
    .flatMap(({ id, score }) => rankUnits(asked.concepts, index.open(id), score / most, asked.asksForAmount))
    .toSorted((a, b) => b.score - a.score || byPlace(a, b));
  const [best] = ranked;
  if (!best) return { status: 'not-mentioned', hits: [], nearest: null };
  const answers = ranked.filter(({ confidence }) => confidence >= threshold);
  if (answers.length === 0) {
    const nearest = best.features.near >= near ? toHit(best, ranked, index, []) : null;
    return { status: 'not-mentioned', hits: [], nearest };
  }
  return { status: 'found', hits: chooseQuotes(answers, ranked, index), nearest: null };
}

function byPlace(a: RankedUnit, b: RankedUnit): number {
  if (a.passage.passage.id !== b.passage.passage.id) return a.passage.passage.id < b.passage.passage.id ? -1 : 1;
  return a.at - b.at;
}
