import { isIPv6 } from 'node:net';
import type { Request, RequestHandler, Response } from 'express';
import type { RateLimit } from '../domain.js';
import { sendError } from './error-response.js';

/** Answers 429 to who has done it too often. */
export function limitRate(
  limit: RateLimit,
  what: string,
  who: (request: Request, response: Response) => string,
): RequestHandler {
  return async (request, response, next) => {
    const seconds = await limit.take(what, who(request, response));
    if (seconds === 0) next();
    else sendTooMany(response, seconds);
  };
}

export function sendTooMany(response: Response, seconds: number): void {
  response.set('Retry-After', String(seconds));
  sendError(response, 429, 'TooManyRequests', `Too many requests. Try again in ${seconds} s.`);
}

/**
 * Whom an address stands for: an IPv4 address, or the first 64 bits of an IPv6 address, of which one household has all
 * the rest. Behind a proxy it is the client's only when `trust proxy` is set.
 */
export function addressOf({ ip: seen = '' }: { readonly ip?: string | undefined }): string {
  // Azure App Service and Application Gateway forward an address with its port, which is another for each connection.
  const ip = /^\[([^\]]+)\](?::\d+)?$/.exec(seen)?.[1] ?? seen;
  const four = /^(?:::ffff:)?(\d{1,3}(?:\.\d{1,3}){3})(?::\d+)?$/i.exec(ip)?.[1];
  if (four !== undefined || !isIPv6(ip)) return four ?? ip;
  const [head = '', tail] = ip.split('%')[0]?.split('::') ?? [];
  const left = head.split(':').filter(Boolean);
  const right = tail?.split(':').filter(Boolean) ?? [];
  const zeros = Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0');
  return [...left, ...zeros, ...right]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
