import type { DeclineReason } from '../domain.js';
import { always, marks, reported, telling, unlessReported } from './refusal-patterns.js';

/** Why a message, with `¤` for every party's name, gets a refusal; null when it gets an answer. */
export function declineReason(masked: string): DeclineReason | null {
  if (marks.test(masked)) return 'instructions';
  if (!telling.test(masked)) return null;
  const tried = reported.test(masked) ? always : [...always, ...unlessReported];
  return tried.find(([, patterns]) => patterns.some((pattern) => pattern.test(masked)))?.[0] ?? null;
}
