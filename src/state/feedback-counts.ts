import type { Feedback, FeedbackReason } from '../domain.js';

export interface FeedbackCounts {
  readonly count: (feedback: Feedback) => void;
  /** "teams like" → 3, "web dislike wrong-quote" → 1; a dislike without a reason counts as "web dislike". */
  readonly totals: () => Readonly<Record<string, number>>;
}

/** Counts feedback since the start, by channel, reaction and reason. Nothing else of it is kept. */
export function createFeedbackCounts(): FeedbackCounts {
  const totals = new Map<string, number>();
  return {
    count({ channel, reaction, reasons }) {
      const kinds: readonly (FeedbackReason | null)[] = reasons.length > 0 ? [...new Set(reasons)] : [null];
      for (const reason of kinds) {
        const name = [channel, reaction, reason].filter(Boolean).join(' ');
        totals.set(name, (totals.get(name) ?? 0) + 1);
      }
    },
    totals: () => Object.fromEntries([...totals].toSorted(([a], [b]) => (a < b ? -1 : 1))),
  };
}
