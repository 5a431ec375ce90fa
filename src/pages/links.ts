import type { Document } from '../domain.js';
import { markup, type Html } from './escape-html.js';

/** Path of the page that shows a document, each part of the id percent-encoded. */
export function viewerPath(document: Document): string {
  return `/kilder/${document.id.split('/').map(encodeURIComponent).join('/')}`;
}

/** A link out of the site, or the address as plain text when it is not http(s). */
export function outsideLink(address: string, label: (host: string) => string): Html {
  const url = webAddress(address);
  if (url === null) return markup`<span class="address">${address}</span>`;
  return markup`<a href="${url.href}" rel="noopener noreferrer">${label(url.host.replace(/^www\./, ''))}</a>`;
}

function webAddress(address: string): URL | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url : null;
}
