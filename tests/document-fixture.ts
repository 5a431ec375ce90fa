import type { Document } from '../src/domain.js';
import { assemble } from '../src/knowledge/assemble.js';
import { readMarkdown } from '../src/knowledge/read-markdown.js';

/** A programme of Arbeiderpartiet, from Markdown. */
export function documentOf(id: string, published: string, markdown: string): Document {
  return {
    ...assemble(readMarkdown(markdown)),
    id: `ap/${id}`,
    party: 'ap',
    title: `Program ${id}`,
    kind: 'programme',
    published,
    period: null,
    url: null,
    publisher: null,
    authorRole: null,
    adoptedBy: null,
    language: 'nb',
    printedPages: {},
  };
}
