import type { PassageIndex } from './open-index.js';
import type { Vector } from './word-vectors.js';

interface Near {
  readonly passage: number;
  readonly id: string;
  readonly nearness: number;
}

/**
 * Numbers of the passages of a party that lie nearest to a question, whatever their words, nearest first; those taken, by
 * their ids, are passed over.
 */
export function nearestPassages(
  question: Vector,
  party: string,
  { ids, passagesOf, nearnessTo }: Pick<PassageIndex, 'ids' | 'passagesOf' | 'nearnessTo'>,
  taken: ReadonlySet<string>,
  most: number,
): readonly number[] {
  const nearnessOf = nearnessTo(question);
  const nearest: Near[] = [];
  for (const passage of passagesOf(party)) {
    const near = { passage, id: ids[passage] ?? '', nearness: nearnessOf(passage) };
    const last = nearest.at(-1);
    if (near.nearness <= 0 || (nearest.length === most && last && !isNearer(near, last)) || taken.has(near.id))
      continue;
    const after = nearest.findIndex((other) => isNearer(near, other));
    nearest.splice(after < 0 ? nearest.length : after, 0, near);
    if (nearest.length > most) nearest.pop();
  }
  return nearest.map(({ passage }) => passage);
}

/** Passages that say the same are as near: their ids break the tie, or the order of files would. */
function isNearer(a: Near, b: Near): boolean {
  return a.nearness > b.nearness || (a.nearness === b.nearness && a.id < b.id);
}
