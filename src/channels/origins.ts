import type { IncomingMessage } from 'node:http';
import type { Request, RequestHandler } from 'express';
import { sendError } from './error-response.js';

/** `https://host` as the caller addressed us. Behind a proxy that ends TLS the scheme is a guess: set PUBLIC_URL. */
export function requestOrigin(request: Request): string {
  const address = `${request.protocol}://${request.get('host') ?? 'localhost'}`;
  return URL.canParse(address) ? new URL(address).origin : 'http://localhost';
}

export type OriginGate = (request: IncomingMessage) => boolean;

/**
 * Whether a request comes from a page of this host or of the allowed origins, or from no page. A request without `Origin`
 * is let through: browsers leave it out of same-origin reads only, and everything else is not a page.
 */
export function createOriginGate(allowed: readonly string[]): OriginGate {
  const origins = new Set(allowed.map((address) => new URL(address).origin));
  return ({ headers: { origin, host } }) => origin === undefined || origins.has(origin) || isOwnHost(origin, host);
}

export const ORIGIN_REFUSED = ['OriginNotAllowed', 'Add the address of the page to ALLOWED_ORIGINS.'] as const;

/** Lets those pages call that the gate lets in, and answers their preflights. */
export function onlyAllowedOrigins(isAllowed: OriginGate): RequestHandler {
  return (request, response, next) => {
    response.vary('Origin');
    const origin = request.get('origin');
    if (!isAllowed(request)) {
      sendError(response, 403, ...ORIGIN_REFUSED);
      return;
    }
    if (origin !== undefined)
      response.set({ 'Access-Control-Allow-Origin': origin, 'Access-Control-Expose-Headers': 'Retry-After' });
    if (request.method !== 'OPTIONS') {
      next();
      return;
    }
    response.set({
      'Access-Control-Allow-Methods': 'GET, POST',
      // The two last are what the official Direct Line client adds.
      'Access-Control-Allow-Headers': 'Authorization, Content-Type, X-Requested-With, X-Ms-Bot-Agent',
      'Access-Control-Max-Age': '600',
    });
    response.status(204).end();
  };
}

/** Hosts are compared, not schemes: a proxy may have ended TLS before us. */
function isOwnHost(origin: string, host: string | undefined): boolean {
  if (host === undefined || !URL.canParse(origin)) return false;
  const { protocol, host: asking } = new URL(origin);
  const own = `${protocol}//${host}`;
  return /^https?:$/.test(protocol) && URL.canParse(own) && new URL(own).host === asking;
}
