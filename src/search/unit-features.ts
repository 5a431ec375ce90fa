import type { IndexedPassage } from './open-index.js';
import type { WeightedConcept } from './rank-passages.js';
import { saidBy, standingIn, strongestOf, termsOf, type LookUp } from './sayings.js';
import type { TermStrengths } from './term-strengths.js';

/** What of a question the slices are measured by. */
export interface Asked {
  readonly concepts: readonly WeightedConcept[];
  readonly asksForAmount: boolean;
}

/** What is measured of a slice for a question, each about 0 to 1; `npm run fit` weighs them. */
export interface UnitFeatures {
  /** Share of the question's weight that the slice speaks to, with its headings and neighbours behind it. */
  readonly near: number;
  /** The same for the slice's own words. */
  readonly own: number;
  /** … leaving out what only several words of the question mean together. */
  readonly direct: number;
  /** … for the headings and the lead-in. */
  readonly frame: number;
  /** … counted in words, whatever they weigh. */
  readonly count: number;
  /** … said in the question's very words. */
  readonly exact: number;
  /** How strongly the question's most telling word is said. */
  readonly key: number;
  /** The weightiest word of the question that is not said, measured by the weightiest of all. */
  readonly unsaid: number;
  /** How strongly something is said that several words of the question mean together. */
  readonly together: number;
  /** How much of the slice is about the question. */
  readonly focus: number;
  /** BM25 of the passage, measured by the party's best. */
  readonly passage: number;
  /** Does the party itself say what it wants? About 0. */
  readonly stance: number;
  readonly bullet: number;
  /** A number where one is asked for … */
  readonly amount: number;
  /** … or none. */
  readonly lacksAmount: number;
}

export const featureNames = [
  'near',
  'own',
  'direct',
  'frame',
  'count',
  'exact',
  'key',
  'unsaid',
  'together',
  'focus',
  'passage',
  'stance',
  'bullet',
  'amount',
  'lacksAmount',
] as const satisfies readonly (keyof UnitFeatures)[];

/** What the headings say holds for the unit in part; what the sentences beside it say, less. */
const frameStrength = 0.5;
const neighbourStrength = 0.3;

/** Strength from which a word of the question counts as said. */
const said = 0.3;

const numeral =
  'ett?|én|ei?tt|to|tre|fire|fem|seks|sju|syv|åtte|ni|ti|elleve|tolv|femten|atten|tjue|tretti|førti|femti|hundre|tusen';
const amount = new RegExp(
  `\\p{N}|(?<!\\p{L})(?:(?:${numeral})(?:-?(?:år|dag|dager|time|timer|måned|uke|doble|del)\\p{L}*)?|halve\\p{L}*|halvpart\\p{L}*|dobl\\p{L}*|dobbel\\p{L}*|gratis|prosent|maks\\p{L}*|minst)(?!\\p{L})`,
  'iu',
);

/** Measures every bullet and sentence of a passage. `passageScore` is 0 to 1 within the party. */
export function unitFeatures(
  { concepts: asked, asksForAmount }: Asked,
  passage: IndexedPassage,
  passageScore: number,
): readonly UnitFeatures[] {
  const weights = asked.map(({ weight }) => weight);
  const heaviest = Math.max(...weights);
  const whole = totalWeight(weights);
  const share = (strengths: readonly number[]): number =>
    Math.min(1, strengths.reduce((sum, strength, at) => sum + strength * (weights[at] ?? 0), 0) / whole);
  const concepts = asked.map(({ concept }) => concept);
  const sayings = standingIn(concepts, passage.terms);
  const words = new Set(sayings.flatMap(termsOf));
  const frame = share(strongestOf(saidBy(sayings, (term) => passage.frame.get(term) ?? 0)));
  return passage.units.map(({ unit, terms, stance }, at) => {
    const own = saidBy(sayings, (term) => terms.get(term) ?? 0);
    const around = surroundings(passage, at);
    const near = strongestOf(saidBy(sayings, (term) => Math.max(terms.get(term) ?? 0, around(term))));
    const text = passage.passage.text.slice(unit.start - passage.passage.start, unit.end - passage.passage.start);
    const holdsAmount = asksForAmount && amount.test(text);
    const ofHeaviest = (value: number): number => value / heaviest;
    return {
      near: share(near),
      own: share(strongestOf(own)),
      direct: share(own.alone),
      frame,
      count: strongestOf(own).filter((strength) => strength > said).length / Math.max(1, concepts.length),
      exact: share(concepts.map(({ term }) => terms.get(term) ?? 0)),
      key: Math.max(0, ...near.filter((_, place) => (weights[place] ?? 0) >= telling * heaviest)),
      unsaid: Math.max(0, ...near.map((strength, place) => ofHeaviest(weights[place] ?? 0) * (1 - strength))),
      together: Math.max(0, ...own.together),
      focus: focus(terms, words),
      passage: passageScore,
      stance: stance - 1,
      bullet: unit.kind === 'bullet' ? 1 : 0,
      amount: holdsAmount ? 1 : 0,
      lacksAmount: asksForAmount && !holdsAmount ? 1 : 0,
    };
  });
}

/** Share of the heaviest weight from which a concept is as telling as the heaviest itself. */
const telling = 0.85;

/** Concepts that count in full. A story ("hvis jeg ringer 113 fordi en kompis …") holds more words than its point has. */
const fullConcepts = 3;
const restShare = 0.33;

function totalWeight(weights: readonly number[]): number {
  const heaviestFirst = weights.toSorted((a, b) => b - a);
  return heaviestFirst.reduce((sum, weight, place) => sum + (place < fullConcepts ? weight : restShare * weight), 0);
}

function surroundings(passage: IndexedPassage, at: number): LookUp {
  const beside: TermStrengths[] = [];
  for (const neighbour of [passage.units[at - 1], passage.units[at + 1]]) {
    if (neighbour?.unit.kind === 'sentence') beside.push(neighbour.terms);
  }
  return (term) => {
    const framed = frameStrength * (passage.frame.get(term) ?? 0);
    return beside.reduce((most, terms) => Math.max(most, neighbourStrength * (terms.get(term) ?? 0)), framed);
  };
}

/** A slice's words that a question asks about, by the root of their number: long slices are about more. */
function focus(terms: TermStrengths, words: ReadonlySet<string>): number {
  let whole = 0;
  let about = 0;
  for (const [term, strengthOf] of terms) {
    if (strengthOf < 1) continue;
    whole += 1;
    if (words.has(term)) about += 1;
  }
  return Math.min(1, about / Math.sqrt(Math.max(1, whole)));
}
