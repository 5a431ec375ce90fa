import http from 'node:http';
import https from 'node:https';
import { EventEmitter, once } from 'node:events';
import express from 'express';
import { z } from 'zod';
import { serve } from '../serve.js';
import { jwks, type Signer } from './key-server.js';

/** A request that was sent to the world outside, whether or not anything was there. */
export interface Outbound {
  readonly address: string;
  readonly authorization: string | null;
}

export interface Arrived {
  readonly path: string;
  readonly authorization: string | null;
  readonly activity: unknown;
}

export interface Internet {
  /** Every request, in order. */
  readonly sent: Outbound[];
  /** What came to the connector. */
  readonly arrived: Arrived[];
  /** How often keys were looked up. */
  readonly lookups: () => number;
  /** What nobody has any business to ask. */
  readonly evil: { readonly address: string; readonly requests: string[] };
  /** Who the Bot Connector's keys and the tenant's belong to. */
  readonly publish: (connector: readonly Signer[], tenant: readonly Signer[]) => void;
  /** What the connector answers; null leaves the request open. */
  readonly answerWith: (answer: (path: string) => Answer) => void;
  /** What the place where our own token comes from answers. */
  readonly issueWith: (answer: () => Answer) => void;
  /** Resolves when so many requests are held open without an answer. */
  readonly holding: (count: number) => Promise<void>;
  /** Answers them after all. */
  readonly letGo: () => void;
  readonly stop: () => Promise<void>;
}
type Answer = { readonly status: number; readonly location?: string } | null;

export const OWN_TOKEN = 'our-own-access-token';
const IDENTITY = new Set(['login.botframework.com', 'login.microsoftonline.com']);
const CONNECTOR = /(?:^|\.)(?:botframework\.com|smba\.trafficmanager\.net|teams\.microsoft\.com)\.?$/;

/**
 * Stands in for the world outside: what this process sends over `fetch`, `http` and `https` arrives at servers on loopback, one
 * for Microsoft's identity platform, one for its connectors, and one for every other host there is.
 */
export async function openInternet(): Promise<Internet> {
  const sent: Outbound[] = [];
  const arrived: Arrived[] = [];
  const keys: { connector: readonly Signer[]; tenant: readonly Signer[] } = { connector: [], tenant: [] };
  let lookups = 0;
  let answer: (path: string) => Answer = () => ({ status: 200 });
  let issue: () => Answer = () => ({ status: 200 });
  const held = new Set<http.ServerResponse>();
  const changes = new EventEmitter();
  const evilRequests: string[] = [];

  const hold = (response: http.ServerResponse) => {
    held.add(response);
    response.once('close', () => {
      held.delete(response);
      changes.emit('change');
    });
    changes.emit('change');
  };
  const identity = await serve(
    express().use((request, response) => {
      if (request.path.endsWith('keys')) {
        lookups += 1;
        response.json(jwks(/botframework/.test(request.path) ? keys.connector : keys.tenant));
      } else if (request.path.endsWith('/token')) {
        const issued = issue();
        if (issued === null) hold(response);
        else response.status(issued.status).json(accessToken);
      } else response.json(openIdConfiguration);
    }),
  );
  const connector = await serve(
    express()
      .use(express.json({ limit: '1mb' }))
      .use((request, response) => {
        const authorization = request.get('authorization') ?? null;
        arrived.push({ path: request.path, authorization, activity: request.body });
        const given = answer(request.path);
        if (given === null) hold(response);
        else if (given.location !== undefined) response.redirect(given.status, given.location);
        else response.status(given.status).json({ id: `sent-${arrived.length}` });
      }),
  );
  const evil = await serve((request, response) => {
    evilRequests.push(`${request.method} ${request.url}`);
    response.writeHead(200, { 'Content-Type': 'application/json' }).end('{}');
  });

  const homeOf = ({ hostname, protocol }: URL) => {
    if (IDENTITY.has(hostname)) return identity;
    return CONNECTOR.test(hostname) && protocol === 'https:' ? connector : evil;
  };
  const route = (url: URL, authorization: string | null): URL => {
    sent.push({ address: url.href, authorization });
    const local = [connector, evil].some(({ address }) => address === url.origin);
    return local ? url : new URL(`${homeOf(url).address}/${url.hostname}${url.pathname}${url.search}`);
  };

  const realFetch = globalThis.fetch;
  const fetching = jest.spyOn(globalThis, 'fetch').mockImplementation((input, init) => {
    // The mistakes that `fetch` itself refuses, as it would.
    const { url, headers } = new Request(input, init);
    return realFetch(route(new URL(url), headers.get('authorization')), init);
  });
  const realRequest = http.request;
  /** `request(url, options)` is how the bot sends; `request(options, callback)` how the SDK looks keys up. */
  const redirected = (...given: unknown[]): http.ClientRequest => {
    const sending = z.tuple([z.instanceof(URL), sendingSchema]).safeParse(given);
    if (sending.success) {
      const [url, options] = sending.data;
      return realRequest(route(url, new Headers(options.headers).get('authorization')), { ...options, agent: false });
    }
    const [options, callback] = z.tuple([requestSchema, callbackSchema]).parse(given);
    return realRequest(route(new URL(`https://${options.hostname}${options.path}`), null), callback);
  };
  const securely = jest.spyOn(https, 'request').mockImplementation(redirected);
  const plainly = jest.spyOn(http, 'request').mockImplementation((...given: unknown[]) => {
    const [url] = given;
    // The tests themselves send to the service with options.
    return url instanceof URL ? redirected(...given) : Reflect.apply(realRequest, http, given);
  });

  return {
    sent,
    arrived,
    lookups: () => lookups,
    evil: { address: evil.address, requests: evilRequests },
    publish: (connectors, tenants) => void Object.assign(keys, { connector: connectors, tenant: tenants }),
    answerWith: (given) => (answer = given),
    issueWith: (given) => (issue = given),
    async holding(count) {
      while (held.size !== count) await once(changes, 'change');
    },
    letGo() {
      for (const response of held) response.writeHead(200, { 'Content-Type': 'application/json' }).end('{"id":"late"}');
    },
    async stop() {
      fetching.mockRestore();
      securely.mockRestore();
      plainly.mockRestore();
      await Promise.all([identity, connector, evil].map(({ stop }) => stop()));
    },
  };
}

const sendingSchema = z.looseObject({ method: z.string(), headers: z.record(z.string(), z.coerce.string()) });
/** What the SDK hands over when it looks keys up. */
const requestSchema = z.object({ hostname: z.string(), path: z.string(), method: z.literal('GET') });
const callbackSchema = z.custom<(response: http.IncomingMessage) => void>((value) => typeof value === 'function');

const accessToken = { token_type: 'Bearer', expires_in: 3_600, access_token: OWN_TOKEN };

const microsoft = 'https://login.microsoftonline.com/22222222-2222-4222-8222-222222222222';
const openIdConfiguration = {
  issuer: `${microsoft}/v2.0`,
  authorization_endpoint: `${microsoft}/oauth2/v2.0/authorize`,
  token_endpoint: `${microsoft}/oauth2/v2.0/token`,
  jwks_uri: `${microsoft}/discovery/v2.0/keys`,
};
