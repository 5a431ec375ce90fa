import type { Hit, Passage, Span, Unit } from '../domain.js';
import { overlaps } from './choose-quotes.js';
import type { PassageIndex } from './open-index.js';
import { longestQuote } from './quote-span.js';

/** A sentence that begins like this follows from the one before, which then is the reason. */
const follows =
  /^(?:derfor|difor|dermed|av den grunn|på denne bakgrunn|på bakgrunn av dette|det er derfor|det er difor)(?!\p{L})/iu;
/** A sentence that begins like this goes on about the one before. */
const goesOn = /^(?:dette|det|slik|på den måten|på den måte|grunnen|årsaken|fordi|for)(?!\p{L})/iu;
const givesReason =
  /(?<!\p{L})(?:fordi|ettersom|sidan|derfor|difor|dermed|slik at|for å|av hensyn til|av omsyn til|grunn til|grunnen|konsekvens\p{L}*|fører til|fører med seg|bidrar til|bidreg til|sikrer at|sikrar at)(?!\p{L})/iu;

/** "Hvorfor det?": each quote with the neighbouring sentence that gives its reason; those that give one come first. */
export function withReasons(hits: readonly Hit[], { passages, documents }: PassageIndex): readonly Hit[] {
  const widened = hits.map((hit) => {
    const passage = passages.get(hit.passage)?.passage;
    const body = documents.get(hit.document)?.body;
    return passage && body !== undefined ? { ...hit, ...withReason(hit, passage, body) } : hit;
  });
  const reasoned = (hit: Hit): boolean =>
    givesReason.test(documents.get(hit.document)?.body.slice(hit.start, hit.end) ?? '');
  const apart = widened.filter((hit, at) => widened.slice(0, at).every((other) => !overlaps(other, hit)));
  return [...apart.filter(reasoned), ...apart.filter((hit) => !reasoned(hit))];
}

function withReason({ start, end }: Span, { units }: Passage, body: string): Span {
  const text = (unit: Span): string => body.slice(unit.start, unit.end);
  const first = units.findIndex((unit) => unit.start === start);
  const last = units.findIndex((unit) => unit.end === end);
  const one = units[first];
  const before = sentence(units[first - 1]);
  const after = sentence(units[last + 1]);
  if (!one || one.kind !== 'sentence' || last - first > 1) return { start, end };
  const fits = (span: Span): Span => (text(span).split(/\s+/u).length <= longestQuote ? span : { start, end });
  const beside = (a: Span, b: Span): boolean => /^[^\S\n]*$/u.test(body.slice(a.end, b.start));
  if (before && beside(before, one) && (follows.test(text(one)) || givesReason.test(text(before))))
    return fits({ start: before.start, end });
  if (after && beside({ start, end }, after) && (goesOn.test(text(after)) || givesReason.test(text(after))))
    return fits({ start, end: after.end });
  return { start, end };
}

function sentence(unit: Unit | undefined): Unit | null {
  return unit?.kind === 'sentence' ? unit : null;
}
