import type { Block, Document } from '../domain.js';
import { markup, type Html } from './escape-html.js';
import { headingId, pageId } from './links.js';
import { pageNumbers } from './sheets.js';

/** Documents with more headings than this get a table of contents. */
const fewHeadings = 12;

/**
 * The bar that stays in view above a long document: its headings and its pages as plain links, folded away in `details`
 * of one name, so that opening one closes the other. Null for a short document without pages.
 */
export function jumpBar(document: Document): Html | null {
  const headings = document.blocks.filter((block) => block.kind === 'heading');
  const contents = headings.length > fewHeadings ? contentsList(document, headings) : null;
  const numbers = pageNumbers(document);
  const pages = numbers.length > 1 ? pageList(numbers) : null;
  if (contents === null && pages === null) return null;
  return markup`<div class="jump">
${contents}
${pages}
</div>`;
}

function contentsList(document: Document, headings: readonly Block[]): Html {
  const top = Math.min(...headings.map((block) => block.level));
  const entries = headings.map((block) => {
    const depth = Math.min(block.level - top, 3);
    const nested = depth === 0 ? null : markup` class="depth-${depth}"`;
    const page = block.page === null ? null : markup` <span>side ${block.page}</span>`;
    const text = document.body.slice(block.start, block.end);
    return markup`<li${nested}><a href="#${headingId(block)}">${text}${page}</a></li>\n`;
  });
  return markup`<details name="jump">
<summary>Innhold</summary>
<nav class="contents" aria-label="Innhold">
<ol lang="${document.language}">
${entries}</ol>
</nav>
</details>`;
}

function pageList(pages: readonly number[]): Html {
  return markup`<details name="jump">
<summary>Gå til side</summary>
<nav class="page-list" aria-label="Sider i PDF-en">
<ol>
${pages.map((page) => markup`<li><a href="#${pageId(page)}">${page}</a></li>\n`)}</ol>
</nav>
</details>`;
}
