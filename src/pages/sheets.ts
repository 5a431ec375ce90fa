import type { Block, Document, Span } from '../domain.js';

/** The part of a block that stands on one page of the file; the whole block in formats without pages. */
export interface Piece extends Span {
  readonly block: Block;
  /** The block began on an earlier page. */
  readonly continued: boolean;
  /** The block goes on with a later page: `word` when the turn is in the middle of a word. */
  readonly turns: 'no' | 'yes' | 'word';
}

/** A page of the file with what was read from it. `page` is null for text that stands on no known page. */
export interface Sheet {
  readonly page: number | null;
  readonly pieces: readonly Piece[];
}

/** The text in its order, cut where pages begin. The pieces together are the blocks, without loss or repetition. */
export function sheets(document: Document): readonly Sheet[] {
  const found: { page: number | null; pieces: Piece[] }[] = [];
  for (const block of document.blocks) {
    for (const { page, piece } of piecesOf(document.body, block)) {
      const last = found.at(-1);
      if (last && (page === null || page === last.page)) last.pieces.push(piece);
      else found.push({ page, pieces: [piece] });
    }
  }
  return found;
}

/** The pages that text was read from, each once, in the document's order; empty for formats without pages. */
export function pageNumbers(document: Document): readonly number[] {
  const pages = document.blocks.flatMap(({ page, turns }) => [page, ...turns.map((turn) => turn.page)]);
  return [...new Set(pages.filter((page) => page !== null))];
}

/** The text of a piece that a slice covers; null when that is white space or nothing. */
export function covered(document: Document, piece: Span, slice: Span): Span | null {
  const start = Math.max(piece.start, slice.start);
  const end = Math.min(piece.end, slice.end);
  return start < end && document.body.slice(start, end).trim() !== '' ? { start, end } : null;
}

/** Whether an offset lies between the two halves of one character. */
export function splitsPair(body: string, at: number): boolean {
  return /[\uD800-\uDBFF]/.test(body.charAt(at - 1)) && /[\uDC00-\uDFFF]/.test(body.charAt(at));
}

function piecesOf(body: string, block: Block): readonly { page: number | null; piece: Piece }[] {
  const found: { page: number | null; piece: Piece }[] = [];
  let { start, page } = block;
  for (const turn of block.turns) {
    const at = splitsPair(body, turn.at) ? turn.at - 1 : turn.at;
    if (at >= block.end) break;
    if (at > start) {
      const inWord = /\p{L}$/u.test(body.slice(start, at)) && /^\p{L}/u.test(body.slice(at, at + 2));
      found.push({
        page,
        piece: { block, start, end: at, continued: start > block.start, turns: inWord ? 'word' : 'yes' },
      });
      start = at;
    }
    page = turn.page;
  }
  found.push({ page, piece: { block, start, end: block.end, continued: start > block.start, turns: 'no' } });
  return found;
}
