import type { Question } from '../domain.js';
import { amountAsked } from './amounts.js';
import { bestByParty, type Candidate } from './best-passages.js';
import { expand } from './expand.js';
import { meeting } from './meeting.js';
import type { PassageIndex } from './open-index.js';
import { nearestPassages } from './nearest-passages.js';
import { passagesWanted } from './passages-wanted.js';
import { placedWords } from './placed-words.js';
import { keep, type Postings } from './postings.js';
import { questionVector } from './question-vector.js';
import { rankPassages, weigh } from './rank-passages.js';
import { rankUnits, retells, type RankedUnit } from './rank-units.js';
import { scarcities } from './scarcities.js';
import type { Standing } from './standing.js';
import { ask, type Asked } from './unit-features.js';

/** Passages of a party that are read sentence by sentence, besides those nearest; fewer where only a suggestion comes of it. */
const mostPassages = 8;
const mostPassagesUnasked = 1;
/** Passages that are read besides, for where they lie. */
const mostNearest = 6;

/** What a party's documents hold for a question. */
export interface Reading {
  /** Best first. */
  readonly ranked: readonly RankedUnit[];
  readonly standing: Standing;
}

/** Reads what each party that speaks of the question's words says, the asked ones more closely. */
export function readParties(question: Question, index: PassageIndex): ReadonlyMap<string, Reading> {
  const concepts = weigh(expand(question.topic, question.language, index), index);
  const words = placedWords(concepts, index.wordVectors.vectorOf);
  const asked = ask(concepts, {
    amount: amountAsked(question.text),
    vector: questionVector(words),
    meetingOf: meeting(words, index.wordVectors),
  });
  const isAsked = (party: string): boolean => question.parties.includes(party);
  const { found, passagesOf } = placesFor(question, rankPassages(concepts, index), index);
  const best = bestByParty(found, index, (party) => (isAsked(party) ? mostPassages : mostPassagesUnasked));
  const candidates = new Map([...best, ...withNearest(question.parties, asked, best, found, { ...index, passagesOf })]);
  const read = Array.from(candidates, ([party, passages]) => {
    const most = passages[0]?.score ?? 0;
    const rank = (some: readonly Candidate[]): readonly RankedUnit[] =>
      some.flatMap(({ id, score }) => rankUnits(asked, index.open(id), most === 0 ? 0 : score / most));
    const first = rank(passages.slice(0, mostPassagesUnasked));
    const rest = rank(passages.slice(mostPassagesUnasked));
    return { party, most, best: inOrder(first)[0], ranked: inOrder([...first, ...rest]) };
  });
  const highest = Math.max(1e-9, ...read.map(({ most }) => most));
  const scarce = scarcities(concepts, index);
  return new Map(
    read.map(({ party, most, ranked }): [string, Reading] => {
      const others = read.flatMap((other) => (other.party === party || !other.best ? [] : [other.best]));
      const standing: Standing = {
        asked,
        ratio: most / highest,
        othersNear: Math.max(0, ...others.map(({ features }) => features.near)),
        othersSaid: concepts.map((_, at) => Math.max(0, ...others.map(({ said }) => said[at] ?? 0))),
        scarcity: scarce[index.parties.indexOf(party)] ?? 0,
      };
      return [party, { ranked, standing }];
    }),
  );
}

/** Where an answer may stand: anywhere, or in the kind of document that is asked about. */
function placesFor(
  { from }: Question,
  found: Postings,
  index: PassageIndex,
): { readonly found: Postings } & Pick<PassageIndex, 'passagesOf'> {
  if (from === null) return { found, passagesOf: index.passagesOf };
  const isWanted = passagesWanted(from, index);
  return { found: keep(found, isWanted), passagesOf: (party) => index.passagesOf(party).filter(isWanted) };
}

/** Adds what lies near the question without its words: "får jeg lappen billigere" and the cost of a driving licence. */
function withNearest(
  parties: readonly string[],
  { vector }: Asked,
  best: ReadonlyMap<string, readonly Candidate[]>,
  found: Postings,
  index: Pick<PassageIndex, 'ids' | 'passagesOf' | 'nearnessTo'>,
): readonly (readonly [party: string, candidates: readonly Candidate[]])[] {
  const near = parties.map((party) => {
    const taken = best.get(party) ?? [];
    const ids = new Set(taken.map(({ id }) => id));
    return { party, taken, passages: nearestPassages(vector, party, index, ids, mostNearest) };
  });
  const scores = new Map(near.flatMap(({ passages }) => passages.map((passage) => [passage, 0])));
  for (let at = 0; at < found.size; at += 1) {
    const passage = found.passages[at] ?? 0;
    if (scores.has(passage)) scores.set(passage, found.scores[at] ?? 0);
  }
  return near
    .filter(({ passages }) => passages.length > 0)
    .map(({ party, taken, passages }) => {
      const nearest = passages.map((passage) => ({ id: index.ids[passage] ?? '', score: scores.get(passage) ?? 0 }));
      return [party, [...taken, ...nearest]] as const;
    });
}

function inOrder(units: readonly RankedUnit[]): readonly RankedUnit[] {
  return units.toSorted((a, b) => Number(retells(a)) - Number(retells(b)) || b.score - a.score || byPlace(a, b));
}

function byPlace(a: RankedUnit, b: RankedUnit): number {
  if (a.passage.passage.id !== b.passage.passage.id) return a.passage.passage.id < b.passage.passage.id ? -1 : 1;
  return a.at - b.at;
}
