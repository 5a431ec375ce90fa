import type { Document, Focus, Hit, PartyEvidence, Place } from '../domain.js';
import type { PassageIndex } from './open-index.js';
import { quoteSpan } from './quote-span.js';
import { retells, type RankedUnit } from './rank-units.js';
import type { TermStrengths } from './term-strengths.js';

const mostQuotes = 3;
/** Quotes of a party that can be asked for one page after another. */
const mostDistinct = 12;
/** A further quote is shown when it scores at most so much less than the best. */
const further = 3.2;
/** Quotes that score at most so much less than the best are put in the order of their documents: the newest first. */
const comparable = 1.2;
/** Share of the terms of two slices that they have in common when they say the same. */
const alike = 0.6;
/** Other places of the same pledge that are noted. */
const mostPlaces = 3;

/** A unit with its confidence, 0 to 1. */
export type SureUnit = RankedUnit & { readonly confidence: number };

interface Chosen {
  readonly unit: SureUnit;
  readonly terms: TermStrengths;
  readonly hit: Hit;
  readonly also: Place[];
}

/** Which of a party's quotes are wanted. */
export interface Wanted {
  readonly focus: Focus;
  /** 0 for the best three. */
  readonly page: number;
}

export type Quotes = Pick<PartyEvidence, 'hits' | 'further' | 'repeated'>;

/**
 * The quotes of a party, from its answers, best first: a pledge that stands several times is one quote. Where no quotes
 * are left for the page that is wanted, the first page again, as `repeated`.
 */
export function chooseQuotes(
  answers: readonly SureUnit[],
  ranked: readonly RankedUnit[],
  index: PassageIndex,
  { focus, page }: Wanted,
): Quotes {
  const best = answers[0]?.score ?? 0;
  const distinct = distinctOf(answers, ranked, index);
  if (focus === 'change') return { hits: oneOfEach(distinct, index).map(withPlaces), further: false, repeated: false };
  const first = distinct.filter(({ unit }) => unit.score >= best - further).slice(0, mostQuotes);
  const later = distinct.filter((each) => !first.includes(each));
  const from = (page - 1) * mostQuotes;
  const wanted = page === 0 ? [] : later.slice(from, from + mostQuotes);
  const repeated = page > 0 && wanted.length === 0;
  const chosen = wanted.length > 0 ? wanted : newestFirst(first, best, index);
  return { hits: chosen.map(withPlaces), further: !repeated && later.length > page * mostQuotes, repeated };
}

const noTerms: TermStrengths = new Map();

/** Answers that say different things, in their order; each knows where it stands again. */
function distinctOf(
  answers: readonly SureUnit[],
  ranked: readonly RankedUnit[],
  index: PassageIndex,
): readonly Chosen[] {
  const chosen: Chosen[] = [];
  for (const unit of answers) {
    const terms = unit.passage.units[unit.at]?.terms ?? noTerms;
    const hit = toHit(unit, ranked, index, []);
    if (chosen.some((other) => overlaps(other.hit, hit))) continue;
    const same = chosen.find((other) => overlap(other.terms, terms) >= alike);
    if (same && same.also.length < mostPlaces && !same.also.some((place) => overlaps(place, hit)))
      same.also.push(placeOf(hit));
    if (!same && chosen.length < mostDistinct) chosen.push({ unit, terms, hit, also: [] });
  }
  return chosen;
}

/** Of quotes that answer about equally well, those of the newest document first, and op-eds after what is adopted. */
function newestFirst(chosen: readonly Chosen[], best: number, index: PassageIndex): readonly Chosen[] {
  const isNear = ({ unit }: Chosen): boolean => unit.score >= best - comparable && !retells(unit);
  const near = chosen
    .filter(isNear)
    .toSorted((a, b) => Number(isOpEd(a, index)) - Number(isOpEd(b, index)) || yearOf(b, index) - yearOf(a, index));
  return [...near, ...chosen.filter((each) => !isNear(each))];
}

/** The best quote of each document, the newest first: what a party has said over the years. */
function oneOfEach(chosen: readonly Chosen[], index: PassageIndex): readonly Chosen[] {
  const documents = new Map(chosen.toReversed().map((each) => [each.hit.document, each]));
  const inOrder = chosen.filter((each) => documents.get(each.hit.document) === each);
  return inOrder.toSorted((a, b) => yearOf(b, index) - yearOf(a, index)).slice(0, mostQuotes);
}

function withPlaces({ hit, also }: Chosen): Hit {
  return { ...hit, also };
}

export function toHit(unit: SureUnit, ranked: readonly RankedUnit[], index: PassageIndex, also: readonly Place[]): Hit {
  const { passage } = unit.passage;
  const document = index.documents.get(passage.document);
  if (!document) throw new RangeError(`no document ${passage.document}; index passages and documents together`);
  const { start, end } = quoteSpan(unit, ranked, document);
  const { score, confidence } = unit;
  return { start, end, passage: passage.id, document: passage.document, party: passage.party, score, confidence, also };
}

function placeOf({ start, end, passage, document }: Hit): Place {
  return { start, end, passage, document };
}

/** An op-ed speaks for its author: what the party has adopted comes first. */
function isOpEd({ hit }: Chosen, { documents }: PassageIndex): boolean {
  return documents.get(hit.document)?.kind === 'op-ed';
}

function yearOf({ hit }: Chosen, { documents }: PassageIndex): number {
  const document = documents.get(hit.document);
  return document === undefined ? 0 : speaksFrom(document);
}

/** The year from which a document speaks; 0 for an undated one. */
export function speaksFrom({ period, published }: Pick<Document, 'period' | 'published'>): number {
  if (period !== null) return period.from;
  return published === 'unknown' ? 0 : Number(published.slice(0, 4));
}

export function overlaps(a: Place, b: Place): boolean {
  return a.document === b.document && a.start < b.end && b.start < a.end;
}

function overlap(a: TermStrengths, b: TermStrengths): number {
  let shared = 0;
  for (const term of a.keys()) if (b.has(term)) shared += 1;
  return shared / Math.max(1, a.size + b.size - shared);
}
