import type { Block, BlockKind, Document, Party } from '../../src/domain.js';

export function party(id: string, name: string, youthOf: string | null = null): Party {
  return { id, name: { nb: name, nn: name, en: name }, short: name, aliases: [], youthOf };
}

/** A document whose body is the given blocks with an empty line between them. */
export function document(blocks: readonly (readonly [BlockKind, string])[], known: Partial<Document> = {}): Document {
  let body = '';
  const placed: Block[] = [];
  for (const [kind, text] of blocks) {
    const start = body.length;
    body += `${text}\n\n`;
    placed.push({ kind, level: kind === 'heading' ? 1 : 0, page: null, turns: [], start, end: start + text.length });
  }
  return {
    id: 'a/dok',
    party: 'a',
    title: 'Et dokument',
    kind: 'web-page',
    published: 'unknown',
    period: null,
    url: null,
    publisher: null,
    authorRole: null,
    adoptedBy: null,
    language: 'nb',
    body,
    blocks: placed,
    printedPages: {},
    ...known,
  };
}

/** A document with pages: each block with the page it begins on, and `|` where the next page begins inside it. */
export function paged(
  blocks: readonly (readonly [BlockKind, number, string])[],
  known: Partial<Document> = {},
): Document {
  const plain = document(
    blocks.map(([kind, , text]) => [kind, text.replaceAll('|', '')]),
    known,
  );
  const placed = plain.blocks.map((block, index) => {
    const [, page = 1, text = ''] = blocks[index] ?? [];
    const parts = text.split('|').slice(0, -1);
    const turns = parts.map((_part, turn) => ({
      at: block.start + parts.slice(0, turn + 1).join('').length,
      page: page + turn + 1,
    }));
    return { ...block, page, turns };
  });
  return { ...plain, blocks: placed };
}

/** What a browser shows of HTML: the text of it, with entities read. */
export function shownText(html: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&lt;': '<',
    '&gt;': '>',
    '&quot;': '"',
    '&#39;': "'",
    '&amp;': '&',
  };
  return html
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(?:lt|gt|quot|amp|#39);/g, (entity) => entities[entity] ?? entity);
}

/** The marked pieces in the order of the page, as a reader sees them. */
export function marks(html: string): readonly string[] {
  return [...html.matchAll(/<mark[^>]*>(.*?)<\/mark>/gs)].map(([, inner = '']) => shownText(inner));
}

/** The pieces of the document's own text in the order of the page: headings, paragraphs and bullets, no page numbers. */
export function pieces(html: string): readonly string[] {
  const elements = html
    .replaceAll(/<p class="page-number".*?<\/p>/g, '')
    .matchAll(/<(p|li|h\d)(?: [^>]*)?>(.*?)<\/\1>/gs);
  return [...elements].map(([, , inner = '']) => shownText(inner));
}
