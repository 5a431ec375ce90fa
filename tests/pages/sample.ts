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
