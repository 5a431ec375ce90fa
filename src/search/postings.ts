/**
 * Passages, by number and each once, with a score above 0 for each. Typed arrays, because a question goes through some
 * hundred thousand of these pairs: a Map of them takes ten times as long and four times the memory.
 */
export interface Postings {
  readonly size: number;
  readonly passages: Uint32Array;
  readonly scores: Float64Array;
}

export function postingsOf(passages: ArrayLike<number>, scores: ArrayLike<number>): Postings {
  return { size: passages.length, passages: new Uint32Array(passages), scores: new Float64Array(scores) };
}

export const nowhere: Postings = postingsOf([], []);

/** Those of the postings whose passage, by its number, is wanted. */
export function keep({ size, passages, scores }: Postings, isWanted: (passage: number) => boolean): Postings {
  const places = Array.from({ length: size }, (_, at) => at).filter((at) => isWanted(passages[at] ?? 0));
  return postingsOf(
    places.map((at) => passages[at] ?? 0),
    places.map((at) => scores[at] ?? 0),
  );
}

/**
 * Passages that every one of the postings has, with the mean of their scores.
 * @param room how many passages there are; their numbers are below it
 */
export function meet(all: readonly Postings[], room: number): Postings {
  const [first, ...rest] = all.toSorted((a, b) => a.size - b.size);
  if (!first || rest.length === 0 || first.size === 0) return first ?? nowhere;
  const { passages, scores: own } = postingsOf(first.passages, first.scores);
  const others = new Float64Array(first.size);
  const row = new Float64Array(room);
  let size = first.size;
  for (const other of rest) {
    for (let at = 0; at < other.size; at += 1) row[other.passages[at] ?? 0] = other.scores[at] ?? 0;
    let kept = 0;
    for (let at = 0; at < size; at += 1) {
      const passage = passages[at] ?? 0;
      const score = row[passage] ?? 0;
      if (score === 0) continue;
      passages[kept] = passage;
      own[kept] = own[at] ?? 0;
      others[kept] = (others[at] ?? 0) + score;
      kept += 1;
    }
    size = kept;
    for (let at = 0; at < other.size; at += 1) row[other.passages[at] ?? 0] = 0;
  }
  const mean = own.slice(0, size).map((score, at) => (score + (others[at] ?? 0)) / all.length);
  return { size, passages: passages.slice(0, size), scores: mean };
}
