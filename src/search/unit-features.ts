import type { Unit } from '../domain.js';
import type { Concept } from './expand.js';
import type { UnitFeatures } from './features.js';
import type { MeetingOf } from './meeting.js';
import type { IndexedPassage } from './open-index.js';
import type { WeightedConcept } from './rank-passages.js';
import {
  presentIn,
  sayingsOf,
  strengthAlone,
  strengthTogether,
  termsIn,
  type Sayings,
  type Strengths,
} from './sayings.js';
import type { TermStrengths } from './term-strengths.js';
import { cosine, type Vector } from './word-vectors.js';

/** What of a question the slices are measured by. */
export interface Asked {
  readonly concepts: readonly Concept[];
  readonly sayings: Sayings;
  /** Of each concept in the question; the heaviest of them, and what they come to. */
  readonly weights: readonly number[];
  readonly heaviest: number;
  readonly whole: number;
  /** What an answer to a question for an amount holds; null for other questions. */
  readonly amount: RegExp | null;
  /** Where the question lies, see `questionVector`. */
  readonly vector: Vector;
  readonly meetingOf: MeetingOf;
}

/** What the headings say holds for the unit in part; what the sentences beside it say, less. */
const frameStrength = 0.5;
const neighbourStrength = 0.3;

/** Strength from which a word of the question counts as said. */
const enough = 0.3;

/** Words of a question → what slices are measured by. */
export function ask(
  weighted: readonly WeightedConcept[],
  measures: Pick<Asked, 'amount' | 'vector' | 'meetingOf'>,
): Asked {
  const weights = weighted.map(({ weight }) => weight);
  const concepts = weighted.map(({ concept }) => concept);
  const sayings = sayingsOf(concepts);
  return { concepts, sayings, weights, heaviest: Math.max(...weights), whole: totalWeight(weights), ...measures };
}

export interface MeasuredUnit {
  readonly features: UnitFeatures;
  /** How strongly each word of the question is said, 0 to 1, with the headings and neighbours behind the slice. */
  readonly said: readonly number[];
}

/** Measures every bullet and sentence of a passage. `passageScore` is 0 to 1 within the party. */
export function unitFeatures(asked: Asked, passage: IndexedPassage, passageScore: number): readonly MeasuredUnit[] {
  const present = presentIn(asked.sayings, passage.terms);
  const said = termsIn(present);
  const framing = strengthsIn(passage.frame, present);
  const frame = share(strongestOf(present, framing), asked);
  const frameCosine = cosine(asked.vector, passage.frameVector);
  const passageCosine = cosine(asked.vector, passage.vector);
  const framesWords = asked.meetingOf(passage.frameNumbers, strengthsAlone(present, framing));
  const strengths = passage.units.map(({ terms }) => strengthsIn(terms, present));
  return passage.units.map(({ unit, stance, vector, numbers, wholeTerms }, at) => {
    const own = strengths[at] ?? [];
    const near = strongestOf(present, strengthsAround(at, passage, strengths, framing));
    const alone = strengthsAlone(present, own);
    const met = asked.meetingOf(numbers, alone);
    const together = present.each.map((saying) => strengthTogether(saying, own));
    const strongest = alone.map((strength, place) => Math.max(strength, together[place] ?? 0));
    const holdsAmount = asked.amount?.test(textOf(unit, passage)) ?? false;
    const features: UnitFeatures = {
      near: share(near, asked),
      own: share(strongest, asked),
      direct: share(alone, asked),
      frame,
      count: countOver(enough, strongest) / Math.max(1, strongest.length),
      exact: share(strengthsAsAsked(present, own), asked),
      key: key(near, asked),
      unsaid: unsaid(near, asked),
      together: highest(together),
      focus: focus(own, said, wholeTerms),
      cosine: cosine(asked.vector, vector),
      frameCosine,
      passageCosine,
      likeness: share(met, asked),
      likenessNear: share(framedBy(framesWords, met), asked),
      passage: passageScore,
      stance: stance - 1,
      bullet: unit.kind === 'bullet' ? 1 : 0,
      amount: holdsAmount ? 1 : 0,
      lacksAmount: asked.amount !== null && !holdsAmount ? 1 : 0,
    };
    return { features, said: near };
  });
}

function strengthsIn(text: TermStrengths, { terms }: Sayings): Strengths {
  return terms.map((term) => text.get(term) ?? 0);
}

/** A slice's own words, with its headings and the sentences beside it behind them. */
function strengthsAround(
  at: number,
  { units }: IndexedPassage,
  strengths: readonly Strengths[],
  framing: Strengths,
): Strengths {
  const before = units[at - 1]?.unit.kind === 'sentence' ? strengths[at - 1] : undefined;
  const after = units[at + 1]?.unit.kind === 'sentence' ? strengths[at + 1] : undefined;
  return framing.map((framed, term) =>
    Math.max(
      strengths[at]?.[term] ?? 0,
      frameStrength * framed,
      neighbourStrength * (before?.[term] ?? 0),
      neighbourStrength * (after?.[term] ?? 0),
    ),
  );
}

/** How strongly the question's own words stand in a slice. */
function strengthsAsAsked({ each }: Sayings, own: Strengths): readonly number[] {
  return each.map(({ term }) => own[term] ?? 0);
}

function strengthsAlone({ each }: Sayings, strengths: Strengths): readonly number[] {
  return each.map((saying) => strengthAlone(saying, strengths));
}

/** What the headings have for a word of the question counts in part where the slice has nothing nearer. */
function framedBy(frame: readonly number[], own: readonly number[]): readonly number[] {
  return own.map((met, word) => Math.max(met, frameStrength * (frame[word] ?? 0)));
}

function strongestOf({ each }: Sayings, strengths: Strengths): readonly number[] {
  return each.map((saying) => Math.max(strengthAlone(saying, strengths), strengthTogether(saying, strengths)));
}

function highest(values: readonly number[]): number {
  let most = 0;
  for (const value of values) most = Math.max(most, value);
  return most;
}

function countOver(bar: number, values: readonly number[]): number {
  let count = 0;
  for (const value of values) if (value > bar) count += 1;
  return count;
}

/** Share of the question's weight that is said. */
function share(strengths: readonly number[], { weights, whole }: Asked): number {
  let sum = 0;
  for (let at = 0; at < strengths.length; at += 1) sum += (strengths[at] ?? 0) * (weights[at] ?? 0);
  return Math.min(1, sum / whole);
}

/** Share of the heaviest weight from which a concept is as telling as the heaviest itself. */
const telling = 0.85;

function key(near: readonly number[], { weights, heaviest }: Asked): number {
  let most = 0;
  for (let at = 0; at < near.length; at += 1) {
    if ((weights[at] ?? 0) >= telling * heaviest) most = Math.max(most, near[at] ?? 0);
  }
  return most;
}

function unsaid(near: readonly number[], { weights, heaviest }: Asked): number {
  let most = 0;
  for (let at = 0; at < near.length; at += 1) {
    most = Math.max(most, ((weights[at] ?? 0) / heaviest) * (1 - (near[at] ?? 0)));
  }
  return most;
}

/** Concepts that count in full. A story ("hvis jeg ringer 113 fordi en kompis …") holds more words than its point has. */
const fullConcepts = 3;
const restShare = 0.33;

function totalWeight(weights: readonly number[]): number {
  const heaviestFirst = weights.toSorted((a, b) => b - a);
  return heaviestFirst.reduce((sum, weight, place) => sum + (place < fullConcepts ? weight : restShare * weight), 0);
}

function textOf({ start, end }: Unit, { passage }: IndexedPassage): string {
  return passage.text.slice(start - passage.start, end - passage.start);
}

/** A slice's words that a question asks about, by the root of their number: long slices are about more. */
function focus(own: Strengths, said: readonly number[], wholeTerms: number): number {
  let about = 0;
  for (const term of said) if ((own[term] ?? 0) >= 1) about += 1;
  return Math.min(1, about / Math.sqrt(Math.max(1, wholeTerms)));
}
