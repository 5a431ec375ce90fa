import type { Evidence, Party, PartyEvidence, Question } from '../domain.js';
import { expand } from './expand.js';
import type { PassageIndex } from './open-index.js';
import { chooseQuotes, toHit } from './choose-quotes.js';
import { rankPassages, weigh, type WeightedConcept } from './rank-passages.js';
import { rankUnits, type RankedUnit } from './rank-units.js';

/** Passages of a party that are read sentence by sentence. */
const mostPassages = 12;

/** Share of the question's weight that the best slice must speak to; below it the party is silent. */
const enough = 0.34;
/** The same for the slice's own words: headings alone are no answer. */
const enoughOwn = 0.25;
/** … and how strongly its most telling word must be said, unless nearly everything else is. */
const enoughKey = 0.35;
const ample = 0.6;
/** A slice that is no answer is worth showing as the nearest one. */
const near = 0.2;

/** Finds, for every party, the slices that answer the question, or that there are none. Pure; the same bytes each time. */
export function retrieve(question: Question, index: PassageIndex, parties: readonly Party[]): Evidence {
  const concepts = weigh(expand(question.topic, question.language, index), index);
  const scores = rankPassages(concepts);
  const asked = new Set(question.parties);
  const others = parties.map((party) => party.id).filter((id) => !asked.has(id));
  const evidence = [...question.parties, ...others].map((party): PartyEvidence => {
    const found = searchParty(party, concepts, scores, index);
    return { party, asked: asked.has(party), ...found };
  });
  return { question, parties: evidence };
}

function searchParty(
  party: string,
  concepts: readonly WeightedConcept[],
  scores: ReadonlyMap<string, number>,
  index: PassageIndex,
): Pick<PartyEvidence, 'status' | 'hits' | 'nearest'> {
  if (!index.partiesWithDocuments.has(party)) return { status: 'no-documents', hits: [], nearest: null };
  const ranked = rankParty(party, concepts, scores, index);
  const [best] = ranked;
  if (!best) return { status: 'not-mentioned', hits: [], nearest: null };
  const answers = ranked.filter(isAnswer);
  const [first] = answers;
  if (!first) {
    const nearest = best.coverage >= near ? toHit(best, ranked, index, []) : null;
    return { status: 'not-mentioned', hits: [], nearest };
  }
  return { status: 'found', hits: chooseQuotes(answers, ranked, index), nearest: null };
}

function isAnswer(unit: RankedUnit): boolean {
  if (unit.own < enoughOwn) return false;
  return unit.coverage >= ample || (unit.coverage >= enough && unit.key >= enoughKey);
}

function rankParty(
  party: string,
  concepts: readonly WeightedConcept[],
  scores: ReadonlyMap<string, number>,
  index: PassageIndex,
): readonly RankedUnit[] {
  const candidates = Array.from(scores, ([id, score]) => ({ id, score }))
    .filter(({ id }) => index.passages.get(id)?.passage.party === party)
    .toSorted((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .slice(0, mostPassages);
  const most = candidates[0]?.score ?? 1;
  return candidates
    .flatMap(({ id, score }) => {
      const entry = index.open(id);
      const document = index.documents.get(entry.passage.document);
      return document ? rankUnits(concepts, entry, document, score / most) : [];
    })
    .toSorted((a, b) => b.score - a.score || byPlace(a, b));
}

function byPlace(a: RankedUnit, b: RankedUnit): number {
  if (a.passage.passage.id !== b.passage.passage.id) return a.passage.passage.id < b.passage.passage.id ? -1 : 1;
  return a.at - b.at;
}
