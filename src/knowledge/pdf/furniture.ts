import type { Line } from './lines.js';
import type { PageText, TextItem } from './page-text.js';

/** Share of the page's height at its top and its foot where running heads, feet and page numbers stand. */
const edge = 0.1;
/** A line is a running head when it stands on this share of the pages, and on this many. */
const recurring = 0.15;
const fewestPages = 3;
/** Letter sizes between a running head and the text. */
const apart = 1.45;
/** Share of its pages on which it must be so. */
const mostlyApart = 0.6;
/** Numbers in one column beside the text that make them line numbers. */
const fewestLineNumbers = 4;

export interface Page {
  readonly page: PageText;
  readonly lines: readonly Line[];
}

export interface Stripped {
  readonly pages: readonly Page[];
  /** Page of the file → the number printed on it. */
  readonly printedPages: Readonly<Record<string, string>>;
}

/** Takes away the numbers of lines that some programmes set in the margin, before lines are joined. */
export function withoutLineNumbers(page: PageText): PageText {
  const numbers = page.items.filter((item) => /^\s*\d{1,5}\s*$/u.test(item.text));
  const words = page.items.filter((item) => /\p{L}/u.test(item.text));
  if (numbers.length < fewestLineNumbers || words.length === 0) return page;
  const left = Math.min(...words.map((item) => item.x));
  const right = Math.max(...words.map((item) => item.x + item.width));
  const outside = numbers.filter((item) => item.x + item.width <= left - 2 || item.x >= right + 2);
  if (outside.length < fewestLineNumbers) return page;
  const drop = new Set<TextItem>(outside);
  return { ...page, items: page.items.filter((item) => !drop.has(item)) };
}

/** Takes away running heads and feet, page numbers and tables of contents. */
export function stripFurniture(pages: readonly Page[]): Stripped {
  const running = runningHeads(pages);
  const printedPages: Record<string, string> = {};
  const stripped = pages.map(({ page, lines }) => {
    const kept = lines.filter((line) => {
      if (isPageNumber(line) && isAtEdge(line, page)) {
        // Surer than a number in a running head ("Program 2025 – 2029").
        printedPages[page.number] = numberIn(line) ?? '';
        return false;
      }
      if (!isAtEdge(line, page)) return true;
      const runs = running.has(keyOf(line));
      const number = numberIn(line);
      if (runs && number !== undefined) printedPages[page.number] ??= number;
      return !runs;
    });
    return { page, lines: isContents(kept) ? [] : kept.filter((line) => !isContentsLine(line)) };
  });
  return { pages: stripped, printedPages: consistent(printedPages) };
}

/** Lines that stand on many pages at the top or the foot, and on most of those apart from the text. */
function runningHeads(pages: readonly Page[]): ReadonlySet<string> {
  const counts = new Map<string, { pages: number; apart: number }>();
  for (const { page, lines } of pages) {
    for (const line of lines.filter((each) => isAtEdge(each, page))) {
      const count = counts.get(keyOf(line)) ?? { pages: 0, apart: 0 };
      counts.set(keyOf(line), { pages: count.pages + 1, apart: count.apart + (isApart(line, lines) ? 1 : 0) });
    }
  }
  const often = Math.max(fewestPages, recurring * pages.length);
  const heads = Array.from(counts).filter(
    ([, count]) => count.pages >= often && count.apart >= mostlyApart * count.pages,
  );
  return new Set(heads.map(([key]) => key));
}

/** Away from the text: "Partiet vil:" is the first line of many pages, and no running head. */
function isApart(line: Line, lines: readonly Line[]): boolean {
  if (line.text.endsWith(':')) return false;
  return lines.every((other) => Math.abs(other.y - line.y) < 2 || Math.abs(other.y - line.y) > apart * other.size);
}

function isAtEdge({ y }: Line, { height }: PageText): boolean {
  return y < edge * height || y > (1 - edge) * height;
}

/** "7", "– 7 –", "side 7" */
function isPageNumber({ text }: Line): boolean {
  return /^(?:side\s*)?[–-]?\s*\d{1,4}\s*[–-]?$/iu.test(text);
}

function numberIn({ text }: Line): string | undefined {
  return /(?:^|\s)(\d{1,4})(?:\s|$)/u.exec(text)?.[1];
}

function keyOf(line: Line): string {
  return line.text.replace(/\d+/gu, '#').replace(/\s+/gu, ' ').trim();
}

/** "1.1 Klima ........ 7" */
function isContentsLine({ text }: Line): boolean {
  return /(?:\.\s?){4,}\s*\d{0,4}$/u.test(text);
}

/** A page most of whose lines end in a page number, or are one. */
function isContents(lines: readonly Line[]): boolean {
  if (lines.length < 8) return false;
  const ending = lines.filter(({ text }) => /(?:^|[^\d.,–-]\s?)\d{1,3}$/u.test(text));
  const heading = lines.some(({ text }) => /^(?:innhold|innhald|innholdsfortegnelse|innhaldsliste)\b/iu.test(text));
  return ending.length >= (heading ? 0.25 : 0.5) * lines.length;
}

/** Printed numbers follow the pages with one distance; what does not is a year or a list's number. */
function consistent(printed: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const distances = new Map<number, number>();
  for (const [page, number] of Object.entries(printed)) {
    const distance = Number(page) - Number(number);
    distances.set(distance, (distances.get(distance) ?? 0) + 1);
  }
  const [usual] = Array.from(distances).toSorted((a, b) => b[1] - a[1]);
  if (!usual || usual[1] < fewestPages) return {};
  return Object.fromEntries(
    Object.entries(printed).filter(([page, number]) => Number(page) - Number(number) === usual[0]),
  );
}
