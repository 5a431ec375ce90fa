import type { Question } from '../domain.js';
import { amountAsked } from './amounts.js';
import { bestByParty, type Candidate } from './best-passages.js';
import { expand } from './expand.js';
import type { PassageIndex } from './open-index.js';
import { nearestPassages } from './nearest-passages.js';
import type { Postings } from './postings.js';
import { questionVector } from './question-vector.js';
import { rankPassages, weigh } from './rank-passages.js';
import { rankUnits, retells, type RankedUnit } from './rank-units.js';
import { scarcities } from './scarcities.js';
import type { Standing } from './standing.js';
import { ask, type Asked } from './unit-features.js';

/** Passages of a party that are read sentence by sentence; fewer where only a suggestion comes of it. */
const mostPassages = 12;
const mostPassagesUnasked = 1;
/** Passages that are read besides, for where they lie. */
const mostNearest = 4;

/** What a party's documents hold for a question. */
export interface Reading {
  /** Best first. */
  readonly ranked: readonly RankedUnit[];
  readonly standing: Standing;
}

/** Reads what each party that speaks of the question's words says, the asked ones more closely. */
export function readParties(question: Question, index: PassageIndex): ReadonlyMap<string, Reading> {
  const concepts = weigh(expand(question.topic, question.language, index), index);
  const asked = ask(concepts, {
    amount: amountAsked(question.text),
    vector: questionVector(concepts, index.vectorOf),
  });
  const isAsked = (party: string): boolean => question.parties.includes(party);
  const found = rankPassages(concepts, index);
  const candidates = new Map(
    bestByParty(found, index, (party) => (isAsked(party) ? mostPassages : mostPassagesUnasked)),
  );
  for (const party of question.parties) {
    const some = candidates.get(party) ?? [];
    const near = nearBy(asked, party, some, found, index);
    if (near.length > 0) candidates.set(party, [...some, ...near]);
  }
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

/** What lies near the question without its words: "får jeg lappen billigere" and the cost of a driving licence. */
function nearBy(
  { vector }: Asked,
  party: string,
  taken: readonly Candidate[],
  found: Postings,
  index: PassageIndex,
): readonly Candidate[] {
  const ids = nearestPassages(vector, party, index, new Set(taken.map(({ id }) => id)), mostNearest);
  const scores = new Map(ids.map((id) => [id, 0]));
  for (let at = 0; at < found.size; at += 1) {
    const id = index.ids[found.passages[at] ?? 0] ?? '';
    if (scores.has(id)) scores.set(id, found.scores[at] ?? 0);
  }
  return Array.from(scores, ([id, score]) => ({ id, score }));
}

function inOrder(units: readonly RankedUnit[]): readonly RankedUnit[] {
  return units.toSorted((a, b) => Number(retells(a)) - Number(retells(b)) || b.score - a.score || byPlace(a, b));
}

function byPlace(a: RankedUnit, b: RankedUnit): number {
  if (a.passage.passage.id !== b.passage.passage.id) return a.passage.passage.id < b.passage.passage.id ? -1 : 1;
  return a.at - b.at;
}
