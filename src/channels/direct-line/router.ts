import express, { type Request, type RequestHandler, type Response, type Router } from 'express';
import type { Upgrade } from '../answer-upgrades.js';
import { methodNotAllowed, sendError } from '../error-response.js';
import { addressOf, limitRate } from '../limit-rate.js';
import { createOriginGate, onlyAllowedOrigins, requestOrigin } from '../origins.js';
import { type Refusal, readAccess, unknownConversation, unreadableWatermark } from './access.js';
import { renderDirectLine, startSchema, watermarkSchema } from './messages.js';
import type { DirectLineParts } from './parts.js';
import { envelopeFor, post } from './post.js';
import { type Streams, createStreams } from './streams.js';
import type { Grant } from './tokens.js';
import { createUpgrade } from './upgrade.js';

export interface DirectLine {
  readonly router: Router;
  /** For the server's `upgrade` event: requests for a WebSocket do not come by the router. */
  readonly upgrade: Upgrade;
  /** Open WebSockets. */
  readonly openStreams: () => number;
  /** Ends the streams; their clients come back, to another server. */
  readonly close: () => void;
}

/**
 * Direct Line 3.0, by WebSocket and by polling.
 * Tokens come without a secret to pages of this host and of the allowed origins; each opens one new conversation.
 */
export function createDirectLine(parts: DirectLineParts): DirectLine {
  const { tokens, log, now, after, publicUrl, report } = parts;
  const isAllowed = createOriginGate([...parts.allowedOrigins, ...(publicUrl === null ? [] : [publicUrl])]);
  const streams = createStreams({ log, now, after, most: parts.mostStreams });
  const upgrade = createUpgrade({ tokens, log, streams, isAllowed, limit: parts.messageLimit, report });
  const router = express.Router();
  router.use(onlyAllowedOrigins(isAllowed), noStore, express.json({ limit: '64kb' }));
  addRoutes(router, parts, streams);
  return { router, upgrade, openStreams: streams.count, close: streams.close };
}

function addRoutes(router: Router, parts: DirectLineParts, streams: Streams): void {
  const authorised = requireToken(parts);
  const limited = (what: string) => limitRate(parts.tokenLimit, what, addressOf);
  router
    .route('/tokens/generate')
    .post(limited('token'), (_request, response) => {
      const grant = { conversation: parts.newId(), user: `dl_${parts.newId()}`, since: parts.now() };
      response.json(newToken(parts, grant));
    })
    .all(methodNotAllowed('POST'));
  router
    .route('/tokens/refresh')
    .post(authorised, (_request, response) => {
      response.json(newToken(parts, grantOf(response), streams));
    })
    .all(methodNotAllowed('POST'));
  router
    .route('/conversations')
    .post(limited('conversation'), authorised, (request, response) => start(parts, streams, request, response))
    .all(methodNotAllowed('POST'));
  router
    .route('/conversations/:conversation')
    .get(authorised, (request, response) => reconnect(parts, streams, request, response))
    .all(methodNotAllowed('GET'));
  router
    .route('/conversations/:conversation/activities')
    .get(authorised, (request, response) => read(parts, request, response))
    .post(authorised, (request, response) => post(parts, grantOf(response), request, response))
    .all(methodNotAllowed('GET', 'POST'));
}

const noStore: RequestHandler = (_request, response, next) => {
  response.set('Cache-Control', 'no-store');
  next();
};

function requireToken({ tokens, requestLimit }: DirectLineParts): RequestHandler {
  const limited = limitRate(requestLimit, 'request', (_request, response) => grantOf(response).user);
  return (request, response, next) => {
    const token = /^Bearer +(\S+)$/i.exec(request.get('authorization') ?? '')?.[1] ?? null;
    const { conversation } = request.params;
    const access = readAccess(tokens.read, token, typeof conversation === 'string' ? conversation : null);
    if (access.state === 'refused') refuse(response, access);
    else {
      response.locals['grant'] = access.grant;
      return limited(request, response, next);
    }
  };
}

function refuse(response: Response, { status, code, message }: Refusal): void {
  sendError(response, status, code, message);
}

function grantOf(response: Response): Grant {
  const grant: Grant = response.locals['grant'];
  return grant;
}

/** The streams of the conversation, where it has any, go on as long as the new token. */
function newToken({ tokens, now }: DirectLineParts, grant: Grant, streams?: Streams) {
  const { token, expires } = tokens.issue(grant);
  streams?.renew(grant.conversation, expires);
  return { conversationId: grant.conversation, token, expires_in: Math.floor((expires - now()) / 1_000) };
}

/** A new token, and where a WebSocket gets what comes after the watermark: proxies log addresses, so it holds no token. */
function connection(
  parts: DirectLineParts,
  streams: Streams,
  request: Request,
  grant: Grant,
  watermark: string,
): object {
  const issued = newToken(parts, grant, streams);
  const base = (parts.publicUrl ?? requestOrigin(request)).replace(/\/+$/, '').replace(/^http/, 'ws') + request.baseUrl;
  const query = new URLSearchParams({
    watermark: watermark === '' ? '-' : watermark,
    t: parts.tokens.issueTicket(grant),
  });
  return { ...issued, streamUrl: `${base}/conversations/${grant.conversation}/stream?${query.toString()}` };
}

async function start(parts: DirectLineParts, streams: Streams, request: Request, response: Response): Promise<void> {
  const body = startSchema.safeParse(request.body);
  if (!body.success) {
    sendError(response, 400, 'BadSyntax', 'Send a JSON object, or no body.');
    return;
  }
  const grant = grantOf(response);
  const { conversation } = grant;
  const isNew = await parts.log.open(conversation);
  if (isNew) {
    const { reply } = parts.bot.welcome(body.data?.locale ?? null, body.data?.parties);
    const activity = renderDirectLine(reply, envelopeFor(parts, request, conversation, null));
    await parts.log.append(conversation, activity, null);
  }
  response.status(isNew ? 201 : 200).json(connection(parts, streams, request, grant, ''));
}

async function reconnect(
  parts: DirectLineParts,
  streams: Streams,
  request: Request,
  response: Response,
): Promise<void> {
  const grant = grantOf(response);
  const watermark = watermarkSchema.safeParse(request.query['watermark']);
  const found = watermark.success ? await parts.log.since(grant.conversation, watermark.data, 0) : null;
  if (found?.state === 'unknown-conversation') refuse(response, unknownConversation);
  else if (!watermark.success || found?.state !== 'found') refuse(response, unreadableWatermark);
  else response.json(connection(parts, streams, request, grant, watermark.data));
}

async function read({ log }: DirectLineParts, request: Request, response: Response): Promise<void> {
  const watermark = watermarkSchema.safeParse(request.query['watermark']);
  const found = watermark.success ? await log.since(grantOf(response).conversation, watermark.data) : null;
  if (found?.state === 'unknown-conversation') refuse(response, unknownConversation);
  else if (found?.state !== 'found') refuse(response, unreadableWatermark);
  else response.json({ activities: found.activities, watermark: found.watermark });
}
