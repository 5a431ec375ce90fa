import type { Document, Span } from '../domain.js';
import { escapeHtml, markup, type Html } from './escape-html.js';
import { headingId, pageId } from './links.js';
import { covered, sheets, splitsPair, type Piece, type Sheet } from './sheets.js';
import { pageInWords } from './words.js';

/**
 * The text of a document as headings, paragraphs and lists, page by page where it has pages, with the cited slice in
 * `<mark>`: one for each block and page it touches, `id="t"` on the first, so that `#t` lands there without JavaScript.
 */
export function documentBody(document: Document, cited: Span | null): Html {
  const found = sheets(document);
  const firstMarked = cited === null ? null : firstCovered(document, found, cited);
  const seen = new Set<number>();
  const parts = found.map((sheet) => {
    const text = sheetText(document, sheet, cited, firstMarked?.piece ?? null);
    if (sheet.page === null) return text;
    // Two sections of one number, should a reader ever go back a page, must not share an id.
    const id = seen.has(sheet.page) ? null : markup` id="${pageId(sheet.page)}"`;
    seen.add(sheet.page);
    return markup`<section class="sheet"${id}>
${pageLabel(document, sheet.page)}
${{ html: text }}
</section>`.html;
  });
  return { html: parts.join('\n') };
}

/** Whether a slice can be marked: whole UTF-16 units inside the body that split no character and touch some text. */
export function canMark(document: Document, cited: Span): boolean {
  const { start, end } = cited;
  if (!Number.isSafeInteger(start) || !Number.isSafeInteger(end)) return false;
  if (start < 0 || end <= start || end > document.body.length) return false;
  if (splitsPair(document.body, start) || splitsPair(document.body, end)) return false;
  return document.blocks.some((block) => covered(document, block, cited));
}

/** The page of the file on which a slice begins; null in formats without pages. */
export function pageOf(document: Document, cited: Span): number | null {
  return firstCovered(document, sheets(document), cited)?.page ?? null;
}

function firstCovered(
  document: Document,
  found: readonly Sheet[],
  cited: Span,
): { readonly page: number | null; readonly piece: Piece } | null {
  for (const { page, pieces } of found) {
    const piece = pieces.find((each) => covered(document, each, cited));
    if (piece) return { page, piece };
  }
  return null;
}

/** No heading element: a hundred of them would drown the document's own for who moves by headings. */
function pageLabel(document: Document, page: number): Html {
  const words = pageInWords(page, document.printedPages[page] ?? null);
  return markup`<p class="page-number"${document.language === 'nb' ? null : markup` lang="nb"`}>${words}</p>`;
}

function sheetText(document: Document, sheet: Sheet, cited: Span | null, firstMarked: Piece | null): string {
  const lines: string[] = [];
  let inList = false;
  for (const piece of sheet.pieces) {
    const isBullet = piece.block.kind === 'bullet';
    if (isBullet !== inList) lines.push(isBullet ? '<ul>' : '</ul>');
    inList = isBullet;
    lines.push(pieceElement(piece, pieceText(document, piece, cited, piece === firstMarked)));
  }
  if (inList) lines.push('</ul>');
  return lines.join('\n');
}

function pieceText(document: Document, piece: Piece, cited: Span | null, first: boolean): string {
  const { body } = document;
  const marked = cited && covered(document, piece, cited);
  if (!marked) return escapeHtml(body.slice(piece.start, piece.end));
  const id = first ? { html: ' id="t"' } : null;
  const quote = markup`<mark${id}>${body.slice(marked.start, marked.end)}</mark>`;
  return markup`${body.slice(piece.start, marked.start)}${quote}${body.slice(marked.end, piece.end)}`.html;
}

function pieceElement({ block, continued, turns }: Piece, text: string): string {
  const classes = [
    block.kind === 'lead-in' ? 'lead-in' : null,
    continued ? 'continued' : null,
    turns === 'no' ? null : 'turns',
    turns === 'word' ? 'in-word' : null,
  ].filter((name) => name !== null);
  const classed = classes.length === 0 ? '' : ` class="${classes.join(' ')}"`;
  if (block.kind === 'bullet') return `<li${classed}>${text}</li>`;
  if (block.kind !== 'heading') return `<p${classed}>${text}</p>`;
  // The document's title is the page's h1.
  const level = Math.min(Math.max(block.level, 1) + 1, 6);
  return `<h${level}${continued ? '' : ` id="${headingId(block)}"`}${classed}>${text}</h${level}>`;
}
