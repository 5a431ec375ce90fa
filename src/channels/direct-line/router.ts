import express, { type Request, type RequestHandler, type Response, type Router } from 'express';
import type { Bot } from '../../bot.js';
import { methodNotAllowed, sendError } from '../error-response.js';
import { describeFailure } from '../failure.js';
import { createTurnLine } from '../one-at-a-time.js';
import { onlyAllowedOrigins, requestOrigin } from '../origins.js';
import type { ConversationLog } from './log.js';
import { type PostedActivity, echo, postedSchema, renderDirectLine, startSchema, watermarkSchema } from './messages.js';
import { type Grant, type Tokens, TOKEN_SECONDS } from './tokens.js';

/** Messages of one conversation that may wait for an answer; nobody types faster. */
const WAITING = 10;

/** The types of activity that become part of the conversation; the rest, `typing` above all, is taken and forgotten. */
const SHOWN: ReadonlySet<string> = new Set(['message', 'event']);

export interface DirectLineParts {
  readonly bot: Bot;
  readonly tokens: Tokens;
  readonly log: ConversationLog;
  /** Null: source links lead to the address the client used. */
  readonly publicUrl: string | null;
  readonly allowedOrigins: readonly string[];
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Unguessable: at least 128 random bits as text that is safe in a path. */
  readonly newId: () => string;
  /** Takes one line for the log of the operator; it never holds what people say. */
  readonly report: (line: string) => void;
}

/**
 * Direct Line 3.0 by polling, without `streamUrl`: a client must be told not to open a WebSocket.
 * Tokens come without a secret to pages of this host and of the allowed origins; each opens one new conversation.
 */
export function createDirectLine(parts: DirectLineParts): Router {
  const router = express.Router();
  router.use(onlyAllowedOrigins(parts.allowedOrigins), noStore, express.json({ limit: '64kb' }));

  router
    .route('/tokens/generate')
    .post((_request, response) => {
      const grant = { conversation: parts.newId(), user: `dl_${parts.newId()}` };
      response.json(access(parts, grant));
    })
    .all(methodNotAllowed('POST'));

  const authorised = requireToken(parts.tokens);
  router
    .route('/tokens/refresh')
    .post(authorised, (_request, response) => void response.json(access(parts, grantOf(response))))
    .all(methodNotAllowed('POST'));
  router
    .route('/conversations')
    .post(authorised, (request, response) => start(parts, request, response))
    .all(methodNotAllowed('POST'));
  router
    .route('/conversations/:conversation')
    .get(authorised, (_request, response) => reconnect(parts, response))
    .all(methodNotAllowed('GET'));

  const line = createTurnLine();
  router
    .route('/conversations/:conversation/activities')
    .get(authorised, (request, response) => read(parts, request, response))
    .post(authorised, async (request, response) => {
      if (line.length(grantOf(response).conversation) >= WAITING)
        sendError(response, 429, 'TooManyRequests', 'Wait for the answers to the messages before this one.');
      else await post(parts, line.run, request, response);
    })
    .all(methodNotAllowed('GET', 'POST'));
  return router;
}

const noStore: RequestHandler = (_request, response, next) => {
  response.set('Cache-Control', 'no-store');
  next();
};

// Codes and texts are those of Direct Line, which clients know: on 403 they ask for a new token.
const REFUSALS = {
  expired: ['TokenExpired', 'Token has expired'],
  invalid: ['BadArgument', 'Invalid token or secret'],
} as const;

function requireToken(tokens: Tokens): RequestHandler {
  return (request, response, next) => {
    const token = /^Bearer +([\w.-]{1,1024})$/i.exec(request.get('authorization') ?? '')?.[1];
    const reading = tokens.read(token ?? '');
    const { conversation } = request.params;
    if (token === undefined) sendError(response, 401, 'BadArgument', 'Missing token or secret');
    else if (reading.state !== 'valid') {
      const [code, message] = REFUSALS[reading.state];
      sendError(response, 403, code, message);
    } else if (conversation !== undefined && conversation !== reading.grant.conversation)
      sendError(response, 403, 'BadArgument', 'Token not valid for this conversation');
    else {
      response.locals['grant'] = reading.grant;
      next();
    }
  };
}

function grantOf(response: Response): Grant {
  const grant: Grant = response.locals['grant'];
  return grant;
}

function access({ tokens }: DirectLineParts, grant: Grant): object {
  return { conversationId: grant.conversation, token: tokens.issue(grant), expires_in: TOKEN_SECONDS };
}

function unknownConversation(response: Response): void {
  sendError(response, 404, 'BadArgument', 'Unknown conversation. It may have expired: generate a new token.');
}

async function start(parts: DirectLineParts, request: Request, response: Response): Promise<void> {
  const body = startSchema.safeParse(request.body);
  if (!body.success) {
    sendError(response, 400, 'BadSyntax', 'Send a JSON object, or no body.');
    return;
  }
  const grant = grantOf(response);
  const isNew = await parts.log.open(grant.conversation);
  if (isNew) {
    const turn = parts.bot.welcome(body.data?.locale ?? null);
    await parts.log.append(
      grant.conversation,
      renderDirectLine(turn.reply, envelope(parts, request, grant, null)),
      null,
    );
  }
  response.status(isNew ? 201 : 200).json(access(parts, grant));
}

async function reconnect(parts: DirectLineParts, response: Response): Promise<void> {
  const grant = grantOf(response);
  if (await parts.log.has(grant.conversation)) response.json(access(parts, grant));
  else unknownConversation(response);
}

async function read({ log }: DirectLineParts, request: Request, response: Response): Promise<void> {
  const watermark = watermarkSchema.safeParse(request.query['watermark']);
  if (!watermark.success) {
    sendError(response, 400, 'BadArgument', 'Send the watermark of the previous answer, or none.');
    return;
  }
  const found = await log.since(grantOf(response).conversation, watermark.data);
  if (found) response.json({ activities: found.activities, watermark: String(found.watermark) });
  else unknownConversation(response);
}

type InLine = (key: string, work: () => Promise<void>) => Promise<void>;

async function post(parts: DirectLineParts, inLine: InLine, request: Request, response: Response): Promise<void> {
  const posted = postedSchema.safeParse(request.body);
  if (!posted.success) {
    const where = posted.error.issues.map(({ path }) => path.join('.') || 'the body').join(', ');
    sendError(response, 400, 'BadSyntax', `Not an activity that can be read. Look at: ${where}.`);
    return;
  }
  const grant = grantOf(response);
  if (!SHOWN.has(posted.data.type)) {
    response.json({ id: parts.newId() });
    return;
  }
  const once = posted.data.channelData?.clientActivityID ?? null;
  const timestamp = new Date(parts.now()).toISOString();
  const appended = await parts.log.append(grant.conversation, echo(posted.data, grant, timestamp), once);
  if (!appended) {
    unknownConversation(response);
    return;
  }
  if (appended.fresh && posted.data.type === 'message') {
    try {
      await inLine(grant.conversation, () => answer(parts, request, grant, posted.data, appended.id));
    } catch (error) {
      // Otherwise the client's next try would be taken for a repetition and get no answer.
      await parts.log.remove(grant.conversation, appended.id);
      parts.report(`Direct Line: a turn failed (${describeFailure(error)})`);
      sendError(response, 502, 'BotError', 'The bot could not answer. Send the message again.');
      return;
    }
  }
  response.json({ id: appended.id });
}

async function answer(
  parts: DirectLineParts,
  request: Request,
  grant: Grant,
  { text, locale }: PostedActivity,
  replyToId: string,
): Promise<void> {
  const speaker = { channel: 'directline', ...grant, thread: null };
  const turn = await parts.bot.turn({ text: text ?? '', locale }, speaker);
  const activity = renderDirectLine(turn.reply, envelope(parts, request, grant, replyToId));
  const { detail } = turn.answer;
  if (detail.kind === 'help' && detail.reason === 'erased') await parts.log.erase(grant.conversation);
  await parts.log.append(grant.conversation, activity, null);
}

function envelope(parts: DirectLineParts, request: Request, { conversation }: Grant, replyToId: string | null) {
  return {
    conversation,
    replyToId,
    timestamp: new Date(parts.now()).toISOString(),
    answerId: parts.newId(),
    publicUrl: parts.publicUrl ?? requestOrigin(request),
  };
}
