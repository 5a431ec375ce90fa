import type { Document, Passage, Unit } from '../domain.js';

export interface Sample {
  readonly text: string;
  readonly section: readonly string[];
  /** "page 12 (printed 10)"; empty for formats without pages. */
  readonly place: string;
}

/** Words. Shorter quotes tell little of how a document was read, longer ones fill the screen. */
const shortest = 6;
const longest = 60;
const howMany = 3;

/** Quotes from the beginning, the middle and the end of a document; the same ones each time. */
export function sampleQuotes(document: Document, passages: readonly Passage[]): readonly Sample[] {
  const all = passages.flatMap((passage) => passage.units.map((unit) => ({ unit, passage })));
  const telling = all.filter(({ unit }) => {
    const words = document.body.slice(unit.start, unit.end).split(/\s+/u).length;
    return words >= shortest && words <= longest;
  });
  const from = telling.length >= howMany ? telling : all;
  const places = Array.from({ length: howMany }, (_, at) => Math.floor(((2 * at + 1) / (2 * howMany)) * from.length));
  return [...new Set(places)].flatMap((at) => {
    const found = from[at];
    if (!found) return [];
    const { unit, passage } = found;
    return [
      { text: document.body.slice(unit.start, unit.end), section: passage.section, place: placeOf(unit, document) },
    ];
  });
}

function placeOf({ page, pageEnd }: Unit, { printedPages }: Document): string {
  if (page === null) return '';
  const pages = pageEnd === null ? `page ${page}` : `pages ${page}–${pageEnd}`;
  const printed = printedPages[page];
  return printed === undefined ? pages : `${pages} (printed ${printed})`;
}
