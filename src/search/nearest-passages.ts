import type { PassageIndex } from './open-index.js';
import type { Vector } from './word-vectors.js';

/** Passages of a party that lie nearest to a question, whatever their words, nearest first; those taken are passed over. */
export function nearestPassages(
  question: Vector,
  party: string,
  { ids, passagesOf, nearnessTo }: Pick<PassageIndex, 'ids' | 'passagesOf' | 'nearnessTo'>,
  taken: ReadonlySet<string>,
  most: number,
): readonly string[] {
  const nearnessOf = nearnessTo(question);
  const nearest: { readonly id: string; readonly near: number }[] = [];
  for (const passage of passagesOf(party)) {
    const near = nearnessOf(passage);
    const id = ids[passage] ?? '';
    const bar = nearest.length < most ? 0 : (nearest.at(-1)?.near ?? 0);
    if (near <= bar || taken.has(id)) continue;
    const after = nearest.findIndex((other) => near > other.near);
    nearest.splice(after < 0 ? nearest.length : after, 0, { id, near });
    if (nearest.length > most) nearest.pop();
  }
  return nearest.map(({ id }) => id);
}
