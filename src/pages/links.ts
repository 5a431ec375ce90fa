import type { Block, Document } from '../domain.js';
import { markup, type Html } from './escape-html.js';

/** Path of the page that shows a document, each part of the id percent-encoded. */
export function viewerPath(document: Document): string {
  return `/kilder/${document.id.split('/').map(encodeURIComponent).join('/')}`;
}

/** Id of a page of the file on the document's page, so that `#side-69` lands there. */
export function pageId(page: number): string {
  return `side-${page}`;
}

/** Id of a heading: its place in the text, which stays as long as the text does. */
export function headingId(heading: Block): string {
  return `avsnitt-${heading.start}`;
}

/** A link out of the site, or the address as plain text when it is not http(s). `label` gets the host. */
export function outsideLink(address: string, label: (host: string, isPdf: boolean) => string): Html {
  const url = webAddress(address);
  if (url === null) return markup`<span class="address">${address}</span>`;
  return anchor(url, label(url.host.replace(/^www\./, ''), isPdf(url)));
}

/**
 * A link to the original, opened on a page of the file where there is one: `#page=` is what browsers' PDF viewers read.
 * Null when the address is not http(s).
 */
export function originalLink(address: string, page: number | null): Html | null {
  const url = webAddress(address);
  if (url === null) return null;
  if (page === null) return anchor(url, 'Åpne originalen');
  url.hash = `page=${page}`;
  return anchor(url, `Åpne originalen på side ${page}`);
}

function anchor(url: URL, label: string): Html {
  return markup`<a href="${url.href}" rel="noopener noreferrer">${label}</a>`;
}

function isPdf(url: URL): boolean {
  return /\.pdf$/i.test(url.pathname);
}

// Node's URL.canParse says no to addresses with å and ø once V8 has optimised the call.
function webAddress(address: string): URL | null {
  try {
    const url = new URL(address);
    return url.protocol === 'https:' || url.protocol === 'http:' ? url : null;
  } catch {
    return null;
  }
}
