import type { Block, Document, Span } from '../domain.js';
import { escapeHtml, markup, type Html } from './escape-html.js';

/**
 * The text of a document as headings, paragraphs and lists, with the cited slice in `<mark>`: one for each block it
 * touches, `id="t"` on the first, so that `#t` lands there without JavaScript.
 */
export function documentBody(document: Document, cited: Span | null): Html {
  const firstMarked = cited === null ? undefined : document.blocks.find((block) => marked(document, block, cited));
  const parts: string[] = [];
  let inList = false;
  let page: number | null = null;
  for (const block of document.blocks) {
    const isBullet = block.kind === 'bullet';
    if (inList && (!isBullet || block.page !== page)) {
      parts.push('</ul>');
      inList = false;
    }
    if (block.page !== null && block.page !== page) parts.push(`<p class="page-number">Side ${block.page}</p>`);
    page = block.page;
    if (isBullet && !inList) parts.push('<ul>');
    inList = isBullet;
    parts.push(blockElement(block, blockText(document, block, cited, block === firstMarked)));
  }
  if (inList) parts.push('</ul>');
  return { html: parts.join('\n') };
}

/** Whether a slice can be marked: whole UTF-16 units inside the body that split no character and touch some text. */
export function canMark(document: Document, cited: Span): boolean {
  const { start, end } = cited;
  if (!Number.isSafeInteger(start) || !Number.isSafeInteger(end)) return false;
  if (start < 0 || end <= start || end > document.body.length) return false;
  if (splitsPair(document.body, start) || splitsPair(document.body, end)) return false;
  return document.blocks.some((block) => marked(document, block, cited));
}

function marked(document: Document, block: Block, cited: Span): boolean {
  return document.body.slice(Math.max(block.start, cited.start), Math.min(block.end, cited.end)).trim() !== '';
}

function splitsPair(body: string, at: number): boolean {
  return /[\uD800-\uDBFF]/.test(body.charAt(at - 1)) && /[\uDC00-\uDFFF]/.test(body.charAt(at));
}

function blockText(document: Document, block: Block, cited: Span | null, first: boolean): string {
  if (cited === null || !marked(document, block, cited)) return escapeHtml(document.body.slice(block.start, block.end));
  const start = Math.max(block.start, cited.start);
  const end = Math.min(block.end, cited.end);
  const before = document.body.slice(block.start, start);
  const after = document.body.slice(end, block.end);
  const id = first ? { html: ' id="t"' } : null;
  return markup`${before}<mark${id}>${document.body.slice(start, end)}</mark>${after}`.html;
}

function blockElement(block: Block, text: string): string {
  switch (block.kind) {
    case 'heading': {
      // The document's title is the page's h1.
      const level = Math.min(Math.max(block.level, 1) + 1, 6);
      return `<h${level}>${text}</h${level}>`;
    }
    case 'bullet':
      return `<li>${text}</li>`;
    case 'lead-in':
      return `<p class="lead-in">${text}</p>`;
    case 'paragraph':
      return `<p>${text}</p>`;
  }
}
