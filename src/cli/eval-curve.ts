import { nameParties } from '../answer/name-parties.js';
import { read } from '../answer/read.js';
import { understand } from '../answer/understand.js';
import type { Party } from '../domain.js';
import type { PassageIndex } from '../search/open-index.js';
import { retrieve } from '../search/retrieve.js';
import { askedOf, type Gold } from './eval-gold.js';

/** One question with the confidence of its surest party, 0 to 1. */
export interface Judged {
  readonly answerable: boolean;
  readonly confidence: number;
}

/** What silence would be right and wrong at one threshold, as shares. */
export interface CurvePoint {
  /** A party is silent when it is less sure than this. */
  readonly threshold: number;
  readonly abstentionRecall: number;
  readonly falseAbstention: number;
}

export interface Curve {
  readonly points: readonly CurvePoint[];
  /** At the threshold that answers are given at. */
  readonly now: CurvePoint;
  /** Numbers of questions. */
  readonly answerable: number;
  readonly unanswerable: number;
}

/** Thresholds from 0 to 1. */
const steps = 100;

/** Null for what no threshold decides: several turns, no single right answer, not understood as about a position. */
export function judge(item: Gold, index: PassageIndex, parties: readonly Party[]): Judged | null {
  const [text, ...more] = item.turns ?? [item.question ?? ''];
  const answerable = item.expect === 'answer' && item.gold.length > 0;
  if (text === undefined || more.length > 0 || (!answerable && item.expect !== 'abstain')) return null;
  const searched = [...index.partiesWithDocuments];
  const world = { parties, names: nameParties(parties), searched, previous: null, prefers: null };
  const question = understand(read({ text, locale: null }), world);
  if (question.intent.kind !== 'position') return null;
  const asked = askedOf(item);
  const evidence = retrieve(question, index, parties).parties.filter((each) =>
    asked.length > 0 ? asked.includes(each.party) : each.asked,
  );
  return { answerable, confidence: Math.max(0, ...evidence.map(({ confidence }) => confidence)) };
}

/** Null when there is nothing to answer, or nothing to be silent about. */
export function abstentionCurve(judged: readonly Judged[], present: number): Curve | null {
  const answerable = judged.filter((each) => each.answerable);
  const unanswerable = judged.filter((each) => !each.answerable);
  if (answerable.length === 0 || unanswerable.length === 0) return null;
  const pointAt = (threshold: number): CurvePoint => {
    const silent = (group: readonly Judged[]): number =>
      group.filter(({ confidence }) => confidence < threshold).length / group.length;
    return { threshold, abstentionRecall: silent(unanswerable), falseAbstention: silent(answerable) };
  };
  return {
    points: Array.from({ length: steps + 1 }, (_, at) => pointAt(at / steps)),
    now: pointAt(present),
    answerable: answerable.length,
    unanswerable: unanswerable.length,
  };
}
