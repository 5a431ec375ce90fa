import type { Operator } from './page.js';
import type { Document, Party, Span } from '../domain.js';
import { demoPage } from './demo.js';
import { excerpt, type Excerpt } from './excerpt.js';
import { homePage } from './home.js';
import { notFoundPage } from './not-found.js';
import { sourcePage } from './source.js';
import { sourcesPage } from './sources.js';

/** The site's pages as whole HTML documents, in bokmål. They read `/widget.js`, `/widget/*` and nothing else. */
export interface Pages {
  readonly home: () => string;
  readonly sources: () => string;
  /** The document `<party>/<slug>`, or null when there is none. A span that is no slice of its text is ignored. */
  readonly source: (party: string, slug: string, span: Span | null) => string | null;
  /** What is around a slice of a document; null when there is no such document or no such slice. */
  readonly excerpt: (party: string, slug: string, span: Span) => Excerpt | null;
  /** How to put the chat into a page of one's own. `origin` is where this service is reached. */
  readonly demo: (origin: string) => string;
  readonly notFound: () => string;
}

export interface PagesOptions {
  readonly parties: readonly Party[];
  readonly documents: readonly Document[];
  /** Decides which periods have run out. */
  readonly currentYear: number;
  /** Who runs the service; null when it is not said, as in development. */
  readonly operator: Operator;
}

export function createPages(options: PagesOptions): Pages {
  const library = {
    parties: new Map(options.parties.map((party) => [party.id, party])),
    documents: new Map(options.documents.map((document) => [document.id, document])),
    currentYear: options.currentYear,
    operator: options.operator,
  };
  return {
    home: () => homePage(options.operator),
    sources: () => sourcesPage(library),
    source: (party, slug, span) => {
      const document = library.documents.get(`${party}/${slug}`);
      return document === undefined ? null : sourcePage(document, span, library);
    },
    excerpt: (party, slug, span) => {
      const document = library.documents.get(`${party}/${slug}`);
      if (document === undefined) return null;
      return excerpt(document, library.parties.get(document.party)?.name.nb ?? document.party, span);
    },
    demo: (origin) => demoPage(origin, options.operator),
    notFound: () => notFoundPage(options.operator),
  };
}
