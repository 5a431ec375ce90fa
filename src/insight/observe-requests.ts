import type { Request, RequestHandler } from 'express';
import type { Log } from './log.js';

export interface ObserveParts {
  /** An id for a request that brings none. */
  readonly newId: () => string;
  /** Milliseconds since any fixed point. */
  readonly now: () => number;
  readonly log: Log;
  readonly countResponse: (route: string, status: number) => void;
}

/** What proxies make: a UUID or hexadecimal digits. Words do not pass: a client's header is no way into the log. */
const SANE_ID = /^[\da-f-]{16,64}$/i;
/** Where routers are mounted; what they refuse before a route is reached counts as theirs. */
const MOUNTS = ['/api/messages', '/v3/directline', '/slack', '/widget'] as const;
/** nginx's status for a client that left before its response began. */
const CLIENT_LEFT = 499;

/** Gives every request an id, which its response returns, and counts and logs responses by route, never by address. */
export function observeRequests({ newId, now, log, countResponse }: ObserveParts): RequestHandler {
  return (request, response, next) => {
    const given = request.get('x-request-id') ?? '';
    const id = SANE_ID.test(given) ? given.toLowerCase() : newId();
    response.set('X-Request-Id', id);
    const began = now();
    response.once('close', () => {
      const route = routeOf(request);
      const status = response.headersSent ? response.statusCode : CLIENT_LEFT;
      countResponse(route, status);
      log.debug('request', { method: request.method, route, status, ms: Math.round(now() - began), request: id });
    });
    next();
  };
}

/** "/kilder/:party/:slug", as the route was declared; "/widget/*" below a mount, `other` for what no route answered. */
export function routeOf({ route, originalUrl }: Pick<Request, 'route' | 'originalUrl'>): string {
  const declared: unknown = route?.path;
  const asked = originalUrl.replace(/\?.*$/su, '').toLowerCase();
  const mount = MOUNTS.find((each) => asked === each || asked.startsWith(`${each}/`));
  if (typeof declared !== 'string') return mount === undefined ? 'other' : `${mount}/*`;
  return mount === undefined ? declared : `${mount}${declared === '/' ? '' : declared}`;
}
