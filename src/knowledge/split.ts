import type { Block, Document, Passage, Span, Unit } from '../domain.js';
import { dissentIn } from './dissent.js';
import { sentences } from './sentences.js';

/** Words. Passages of 80–120 words rank better than single bullets (61 against 67 of 100 found). */
const fullPassage = 80;
const longestPassage = 120;
/** Words. A bullet longer than this is quoted sentence by sentence. */
const longestQuote = 80;

/**
 * Cuts a document into passages that never cross a heading or a change of lead-in.
 * `body.slice(start, end) === text` for each of them, and for each of their units.
 */
export function split(document: Document): readonly Passage[] {
  const passages: Passage[] = [];
  const headings: Block[] = [];
  let leadIn: string | null = null;
  let units: Unit[] = [];
  const flush = (): void => {
    const passage = toPassage(document, units, headings, leadIn);
    if (passage) passages.push(passage);
    units = [];
  };
  const dissent = dissentIn(document);
  for (const [index, block] of document.blocks.entries()) {
    if (dissent.has(block)) flush();
    else if (block.kind === 'heading') {
      flush();
      while ((headings.at(-1)?.level ?? 0) >= block.level) headings.pop();
      headings.push(block);
      leadIn = null;
    } else if (block.kind === 'lead-in') {
      flush();
      leadIn = textOf(document, block);
    } else {
      if (block.kind === 'paragraph' && leadIn !== null) {
        flush();
        leadIn = null;
      }
      for (const unit of unitsOf(document, block)) {
        if (isFull(document, units, unit)) flush();
        units.push(unit);
      }
      const next = document.blocks[index + 1];
      if (block.kind === 'paragraph' && next?.kind === 'bullet') {
        flush();
        leadIn = colonEnding(document, block);
      }
    }
  }
  flush();
  return passages;
}

/** The last sentence of a longer paragraph introduces the bullets below when it ends in a colon. */
function colonEnding(document: Document, block: Block): string | null {
  const text = textOf(document, block);
  const last = sentences(text).at(-1);
  return last && text.endsWith(':') ? text.slice(last.start, last.end) : null;
}

function unitsOf(document: Document, block: Block): readonly Unit[] {
  const text = textOf(document, block);
  if (block.kind === 'bullet' && wordCount(text) <= longestQuote) {
    return [unitOf('bullet', block, block)];
  }
  return sentences(text).map(({ start, end }) =>
    unitOf('sentence', { start: block.start + start, end: block.start + end }, block),
  );
}

function unitOf(kind: Unit['kind'], { start, end }: Span, { page, turns }: Block): Unit {
  const first = turns.findLast(({ at }) => at <= start)?.page ?? page;
  const last = turns.findLast(({ at }) => at < end)?.page ?? page;
  return { kind, start, end, page: first, pageEnd: last === first ? null : last };
}

function isFull(document: Document, units: readonly Unit[], next: Unit): boolean {
  const [first] = units;
  if (!first) return false;
  const before = wordCount(document.body.slice(first.start, units.at(-1)?.end));
  const withNext = wordCount(document.body.slice(first.start, next.end));
  return withNext > longestPassage || (before >= fullPassage && withNext > fullPassage + 20);
}

function toPassage(
  document: Document,
  units: readonly Unit[],
  headings: readonly Block[],
  leadIn: string | null,
): Passage | null {
  const first = units[0];
  const last = units.at(-1);
  if (!first || !last) return null;
  return {
    id: `${document.id}#${first.start}`,
    document: document.id,
    party: document.party,
    start: first.start,
    end: last.end,
    text: document.body.slice(first.start, last.end),
    section: headings.map((heading) => textOf(document, heading)),
    leadIn,
    units,
  };
}

function textOf(document: Document, block: Block): string {
  return document.body.slice(block.start, block.end);
}

function wordCount(text: string): number {
  return text.split(/\s+/u).filter(Boolean).length;
}
