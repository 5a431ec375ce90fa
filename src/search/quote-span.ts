import type { Document, Span } from '../domain.js';
import type { RankedUnit } from './rank-units.js';

/** Words in a quote, and sentences. */
export const longestQuote = 80;
const mostSentences = 3;

/** A sentence that begins like this only means something after the one before it. */
const leansBack =
  /^(?:dette|denne|disse|derfor|derimot|dermed|det gjelder|det betyr|det innebærer|det vil si|slik|slike|slikt|eksempler på|ordningen|de skal|den skal|han|hun|i stedet|likevel|her|difor|desse|eksempel på|difor|i staden)(?!\p{L})/iu;

/** A neighbour joins the quote when it answers nearly as well by itself. */
const joins = 0.7;

/**
 * The slice to quote for a unit: a bullet as it is; a sentence with the one before when it cannot stand alone, and with
 * the one after when that answers too. Never over 80 words unless one sentence is.
 */
export function quoteSpan(ranked: RankedUnit, all: readonly RankedUnit[], document: Document): Span {
  const { units } = ranked.passage;
  const unit = units[ranked.at]?.unit;
  if (!unit) throw new RangeError('the ranked unit is not in its passage; rank it from the same index');
  let { start, end } = unit;
  if (unit.kind === 'bullet') return { start, end };
  const fits = (span: Span): boolean => document.body.slice(span.start, span.end).split(/\s+/u).length <= longestQuote;
  const adjacent = (from: number, to: number): boolean => /^[^\S\n]*$/u.test(document.body.slice(from, to));
  let count = 1;
  const before = units[ranked.at - 1]?.unit;
  if (before?.kind === 'sentence' && adjacent(before.end, start) && leansBack.test(document.body.slice(start, end))) {
    if (fits({ start: before.start, end })) {
      start = before.start;
      count += 1;
    }
  }
  for (let at = ranked.at + 1; count < mostSentences; at += 1, count += 1) {
    const next = units[at]?.unit;
    const other = all.find((candidate) => candidate.passage === ranked.passage && candidate.at === at);
    if (next?.kind !== 'sentence' || !other || other.features.own < joins * ranked.features.own) break;
    if (!adjacent(end, next.start) || !fits({ start, end: next.end })) break;
    end = next.end;
  }
  return { start, end };
}
