import type { PassageIndex } from './open-index.js';
import type { Postings } from './postings.js';

export interface Candidate {
  readonly id: string;
  readonly score: number;
}

/**
 * Passages with their scores → the best of each party that has any, best first: as many as `mostOf` gives the party.
 * A common word is in thousands, and most of them are passed over at a glance.
 */
export function bestByParty(
  found: Postings,
  { ids, parties, partyOf }: Pick<PassageIndex, 'ids' | 'parties' | 'partyOf'>,
  mostOf: (party: string) => number,
): ReadonlyMap<string, readonly Candidate[]> {
  const best = new Map<string, Candidate[]>();
  const most = parties.map(mostOf);
  /** The score that a passage has to reach; 0 while there is room. */
  const bars = new Float64Array(parties.length);
  for (let at = 0; at < found.size; at += 1) {
    const passage = found.passages[at] ?? 0;
    const score = found.scores[at] ?? 0;
    const number = partyOf[passage] ?? 0;
    if (score < (bars[number] ?? 0)) continue;
    const party = parties[number] ?? '';
    const room = most[number] ?? 0;
    const list = best.get(party) ?? [];
    insert(list, { id: ids[passage] ?? '', score }, room);
    best.set(party, list);
    if (list.length === room) bars[number] = list.at(-1)?.score ?? 0;
  }
  return best;
}

function insert(list: Candidate[], candidate: Candidate, room: number): void {
  const after = list.findIndex((other) => isBetter(candidate, other));
  list.splice(after < 0 ? list.length : after, 0, candidate);
  if (list.length > room) list.pop();
}

function isBetter(a: Candidate, b: Candidate): boolean {
  return a.score > b.score || (a.score === b.score && a.id < b.id);
}
