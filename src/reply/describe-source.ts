import type { Citation, Party } from '../domain.js';
import type { Wording } from './wording.js';

/** "Rusomsorg, frp.no, Partiprogram 2021–2025 (perioden er utløpt)": where a quote stands, and from when it is. */
export function describeSource(citation: Citation, wording: Wording): string {
  const { title, publisher, url, section } = citation;
  const heading = section.at(-1) ?? '';
  const parts = [title, publisher ?? hostOf(url), heading === title ? null : years(heading)];
  parts.push(pagesOf(citation, wording), ...datesOf(citation, `${title} ${heading}`, wording));
  parts.push(otherPages(citation, wording));
  return `${parts.filter(Boolean).join(', ')}${closing(citation, `${title} ${heading}`, wording)}`;
}

/** Older than another, op-ed, draft and youth organisation in words. The expired period is part of the source line. */
export function warningsOf(
  citation: Citation,
  wording: Wording,
  parties: readonly Party[],
  name: (party: Party) => string,
): readonly string[] {
  const warnings: string[] = [];
  const { labels, authorRole, publisher, youthOf, older, period, published } = citation;
  if (older) warnings.push(wording.older(period?.from ?? Number(published.slice(0, 4))));
  if (labels.includes('op-ed')) {
    warnings.push(wording.opEd(authorRole && (wording.roles[authorRole] ?? authorRole), publisher ?? ''));
  }
  if (labels.includes('draft')) warnings.push(wording.draft);
  const mother = parties.find((party) => party.id === youthOf);
  if (mother) warnings.push(wording.youth(name(mother)));
  return warnings;
}

/** Site, page, adoption, date and period of a document: "partietsentrum.no, vedtatt av landsstyret 22. oktober 2023". */
export function provenance(citation: Citation, wording: Wording): string {
  // An op-ed's paper is named by its warning.
  const place = citation.labels.includes('op-ed') ? null : hostOf(citation.url);
  return [place, pagesOf(citation, wording), ...datesOf(citation, '', wording)].filter(Boolean).join(', ');
}

/** "side 69 i PDF-en (trykt side 67)": the file's own count first, as that is what a PDF viewer goes to. */
function pagesOf({ page, pageEnd, printedPage }: Citation, wording: Wording): string | null {
  if (page === null) return null;
  const pages = wording.pages(pageEnd === null ? String(page) : `${page}–${pageEnd}`);
  if (printedPage === null || printedPage === String(page)) return pages;
  return `${pages} (${wording.printedPage(printedPage, pageEnd !== null)})`;
}

/** "også på side 72 og 103": the same pledge elsewhere in the same document. */
function otherPages({ document, also, page }: Citation, wording: Wording): string | null {
  const pages = also.filter((place) => place.document === document && place.page !== null && place.page !== page);
  const numbers = [...new Set(pages.map((place) => place.page ?? 0))].toSorted((a, b) => a - b);
  return numbers.length === 0 ? null : wording.alsoOnPages(wording.list(numbers.map(String)));
}

function dateOf(citation: Citation, wording: Wording): string {
  if (citation.published === 'unknown') return wording.undated;
  const [year = '', month = null, day = null] = citation.published.split('-');
  return wording.date(year, month, day);
}

function datesOf(citation: Citation, named: string, wording: Wording): readonly string[] {
  const { period, adoptedBy, labels } = citation;
  if (period !== null && saysPeriod(named, period)) return [];
  const date = dateOf(citation, wording);
  const dated = adoptedBy === null ? date : `${wording.adoptedBy(adoptedBy)} ${date}`;
  return period === null ? [dated] : [dated, wording.period(period, labels.includes('expired'))];
}

/** When a heading names the period, it only remains to say that it is over. */
function closing(citation: Citation, named: string, wording: Wording): string {
  const said = citation.period !== null && saysPeriod(named, citation.period);
  return said && citation.labels.includes('expired') ? ` (${wording.expired})` : '';
}

function saysPeriod(named: string, { from, to }: NonNullable<Citation['period']>): boolean {
  return named.includes(String(from)) && named.includes(String(to));
}

/** "Partiprogram 2021 - 2025" → "Partiprogram 2021–2025": our line, so our typography; the quote is never touched. */
function years(heading: string): string {
  return heading.replace(/(\d{4})\s*[-–]\s*(\d{4})/gu, '$1–$2');
}

function hostOf(url: string | null): string | null {
  return url === null ? null : new URL(url).hostname.replace(/^www\./u, '');
}
