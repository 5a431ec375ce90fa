import type { Block, Document, Span } from '../domain.js';
import { canMark } from './document-body.js';
import { viewerPath } from './links.js';
import { splitsPair } from './sheets.js';

/** The surroundings of a quote, for the preview of a citation. `before + quote + after` is one slice of the document. */
export interface Excerpt {
  readonly document: string;
  readonly party: string;
  readonly title: string;
  readonly language: string;
  /** Headings above the quote, outermost first, verbatim. */
  readonly section: readonly string[];
  /** The line that the quoted bullet completes, where it stands before what is shown; verbatim. */
  readonly leadIn: string | null;
  readonly before: string;
  readonly quote: string;
  readonly after: string;
  /** The section goes on beyond what is shown. */
  readonly cutBefore: boolean;
  readonly cutAfter: boolean;
  readonly page: number | null;
  readonly printedPage: string | null;
  readonly viewer: string;
}

/** UTF-16 units: what is shown on either side, and the longest quote that is shown. */
const most = { side: 600, quote: 4_000 } as const;
/** UTF-16 units on either side that give a sense of the place. */
const enough = 160;
/** What is longer than this has no end worth looking for. */
const longestWord = 80;

/** The paragraph or list around a slice of a document; null when it is no slice of it, or too long to be a quote. */
export function excerpt(document: Document, partyName: string, cited: Span): Excerpt | null {
  if (cited.end - cited.start > most.quote || !canMark(document, cited)) return null;
  const { body, blocks } = document;
  const around = surroundings(blocks, cited);
  const from = Math.min(around.start, cited.start);
  const to = Math.max(around.end, cited.end);
  const start = startAtWord(body, Math.max(from, cited.start - most.side), from);
  const end = endAtWord(body, Math.min(to, cited.end + most.side), to);
  const block = blocks.find((each) => each.end > cited.start) ?? null;
  const page = block === null ? null : pageAt(block, cited.start);
  const leadIn = leadInOf(blocks, cited);
  return {
    document: document.id,
    party: partyName,
    title: document.title,
    language: document.language,
    section: headingsAbove(blocks, cited.start).map((heading) => body.slice(heading.start, heading.end)),
    leadIn: leadIn === null || leadIn.start >= start ? null : body.slice(leadIn.start, leadIn.end),
    before: body.slice(start, cited.start),
    quote: body.slice(cited.start, cited.end),
    after: body.slice(cited.end, end),
    cutBefore: start > from,
    cutAfter: end < to,
    page,
    printedPage: page === null ? null : (document.printedPages[page] ?? null),
    viewer: `${viewerPath(document)}?t=${cited.start}-${cited.end}#t`,
  };
}

/**
 * The blocks that the slice touches; for bullets, the whole list with the line above it. Where that is little, the blocks
 * beside it too, as far as the headings.
 */
function surroundings(blocks: readonly Block[], cited: Span): Span {
  let first = blocks.findIndex((block) => block.end > cited.start);
  let last = blocks.findLastIndex((block) => block.start < cited.end);
  const kindAt = (at: number): Block['kind'] | undefined => blocks[at]?.kind;
  const isText = (at: number): boolean => kindAt(at) !== undefined && kindAt(at) !== 'heading';
  const start = (): number => blocks[first]?.start ?? cited.start;
  const end = (): number => blocks[last]?.end ?? cited.end;
  if (kindAt(first) === 'bullet') {
    while (kindAt(first - 1) === 'bullet') first -= 1;
    if (kindAt(first - 1) === 'lead-in') first -= 1;
  }
  if (kindAt(last) === 'bullet') while (kindAt(last + 1) === 'bullet') last += 1;
  while (cited.start - start() < enough && isText(first - 1)) first -= 1;
  while (end() - cited.end < enough && isText(last + 1)) last += 1;
  return { start: start(), end: end() };
}

/** The line above the list that the slice begins in. */
function leadInOf(blocks: readonly Block[], cited: Span): Block | null {
  let at = blocks.findIndex((block) => block.end > cited.start);
  if (blocks[at]?.kind !== 'bullet') return null;
  while (blocks[at]?.kind === 'bullet') at -= 1;
  const above = blocks[at];
  return above?.kind === 'lead-in' ? above : null;
}

/** The nearest heading of each level, each higher than the one below it. */
function headingsAbove(blocks: readonly Block[], at: number): readonly Block[] {
  const found: Block[] = [];
  for (const block of blocks.filter(({ kind, end }) => kind === 'heading' && end <= at).toReversed()) {
    if (block.level < (found[0]?.level ?? Number.POSITIVE_INFINITY)) found.unshift(block);
  }
  return found;
}

function pageAt({ page, turns }: Block, at: number): number | null {
  return turns.findLast((turn) => turn.at <= at)?.page ?? page;
}

/** Nothing is cut inside a word, nor between the halves of one character. */
function startAtWord(body: string, at: number, from: number): number {
  if (at <= from) return from;
  const space = body.slice(at, at + longestWord).search(/\s\S/);
  const start = space === -1 ? at : at + space + 1;
  return splitsPair(body, start) ? start + 1 : start;
}

function endAtWord(body: string, at: number, to: number): number {
  if (at >= to) return to;
  const room = body.slice(at - longestWord, at).search(/\s\S*$/);
  const end = room === -1 ? at : at - longestWord + room;
  return splitsPair(body, end) ? end - 1 : end;
}
