import type { Document, Hit, Place } from '../domain.js';
import type { PassageIndex } from './open-index.js';
import { quoteSpan } from './quote-span.js';
import { retells, type RankedUnit } from './rank-units.js';

const mostQuotes = 3;
/** A further quote is shown when it scores at most so much less than the best. */
const further = 2;
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
  readonly terms: ReadonlySet<string>;
  readonly hit: Hit;
  readonly also: Place[];
}

/** The quotes of a party, from its answers, best first: a pledge that stands several times is one quote. */
export function chooseQuotes(
  answers: readonly SureUnit[],
  ranked: readonly RankedUnit[],
  index: PassageIndex,
): readonly Hit[] {
  const chosen: Chosen[] = [];
  const best = answers[0]?.score ?? 0;
  for (const unit of answers) {
    if (unit.score < best - further) continue;
    const terms = new Set(unit.passage.units[unit.at]?.terms.keys());
    const hit = toHit(unit, ranked, index, []);
    const same = chosen.find((other) => overlap(other.terms, terms) >= alike);
    if (chosen.some((other) => overlaps(other.hit, hit))) continue;
    if (same && same.also.length < mostPlaces && !same.also.some((place) => overlaps(place, hit)))
      same.also.push(placeOf(hit));
    if (!same && chosen.length < mostQuotes) chosen.push({ unit, terms, hit, also: [] });
  }
  const isNear = ({ unit }: Chosen): boolean => unit.score >= best - comparable && !retells(unit);
  const newestFirst = chosen
    .filter(isNear)
    .toSorted((a, b) => Number(isOpEd(a, index)) - Number(isOpEd(b, index)) || yearOf(b, index) - yearOf(a, index));
  return [...newestFirst, ...chosen.filter((each) => !isNear(each))].map(({ hit, also }) => ({ ...hit, also }));
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
  return document === undefined ? 0 : speaksFor(document);
}

/** The year from which a document speaks; 0 for an undated one. */
function speaksFor({ period, published }: Document): number {
  if (period !== null) return period.from;
  return published === 'unknown' ? 0 : Number(published.slice(0, 4));
}

function overlaps(a: Place, b: Place): boolean {
  return a.document === b.document && a.start < b.end && b.start < a.end;
}

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const term of a) if (b.has(term)) shared += 1;
  return shared / Math.max(1, a.size + b.size - shared);
}
