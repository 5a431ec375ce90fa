import type { Reader, ReadingWarning } from '../reading.js';
import { stripFurniture, withoutLineNumbers } from './furniture.js';
import { linesOf } from './lines.js';
import { readPageTexts } from './page-text.js';
import { paragraphsOf } from './paragraphs.js';
import { readingOrder } from './reading-order.js';
import { typography } from './typography.js';

/** Share of the pages that may be without text before somebody should look. */
const mostEmpty = 0.2;

/** A PDF → blocks with the pages they stand on, by the positions of the letters. */
export const readPdf: Reader = async (bytes, { isSkipped }) => {
  const texts = await readPageTexts(bytes);
  const set = texts.map((page) => withoutLineNumbers(page)).map((page) => ({ page, lines: linesOf(page) }));
  const { pages, printedPages } = stripFurniture(set);
  const ordered = pages.filter(({ page }) => !isSkipped(page.number)).map(({ lines }) => readingOrder(lines));
  const written = new Set(
    ordered
      .flat()
      .map((line) => line.text.toLowerCase())
      .flatMap((text) => text.match(/\p{L}+(?:-\p{L}+)*/gu) ?? []),
  );
  const blocks = paragraphsOf(ordered, typography(ordered), (word) => written.has(word));
  return { blocks, printedPages, warnings: warningsOf(texts) };
};

function warningsOf(
  pages: readonly { readonly number: number; readonly items: readonly unknown[] }[],
): readonly ReadingWarning[] {
  const empty = pages.filter(({ items }) => items.length === 0).map(({ number }) => number);
  if (empty.length <= mostEmpty * pages.length) return [];
  const what = `${empty.length} of ${pages.length} pages have no text, from page ${empty[0]}`;
  return [{ page: empty[0] ?? null, what, cure: 'run those pages through text recognition (OCR) if they hold text' }];
}
