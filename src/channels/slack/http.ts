import type { App } from '@slack/bolt';
import express, { type Request, type RequestHandler, type Response } from 'express';
import { z } from 'zod';
import { sendError } from '../error-response.js';
import { describeSlackFailure } from './patience.js';
import { isSignedBySlack } from './signature.js';

/** 1 MB. Slack's own events are far below; the limit holds before a signature is looked at. */
const BODY_BYTES = 1_048_576;

/** What Bolt relies on without looking: it fails where one of these is something else. */
const thing = z.looseObject({}).optional();
const bodySchema = z
  .looseObject({
    event: thing,
    view: thing,
    user: thing,
    team: thing.nullable(),
    callback_id: z.unknown().optional(),
    action_id: z.unknown().optional(),
    actions: z.array(z.looseObject({})).min(1).optional(),
    response_url: z.string().optional(),
    response_urls: z.array(z.looseObject({})).optional(),
    authorizations: z.array(z.looseObject({})).nullish(),
  })
  .refine(({ actions, view, callback_id, action_id, user }) => {
    const isPressed = [actions, view, callback_id, action_id].some((part) => part !== undefined);
    return user !== undefined || !isPressed;
  });

export interface HttpParts {
  readonly signingSecret: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly app: () => Promise<App>;
  readonly report: (line: string) => void;
}

/** What Slack sends over HTTP, in this order: size, signature, form, and only then Bolt, which acknowledges and routes. */
export function receiveOverHttp(parts: HttpParts): readonly RequestHandler[] {
  const raw = express.raw({ type: () => true, limit: BODY_BYTES, inflate: false });
  const tooLarge: express.ErrorRequestHandler = (error: unknown, _request, response, _next) => {
    const status: unknown = error instanceof Error ? Reflect.get(error, 'status') : null;
    if (status === 413) sendError(response, 413, 'TooLarge', 'The request is above 1 MB.');
    else sendError(response, 400, 'BadSyntax', 'The request cannot be read.');
  };
  const checked: RequestHandler = async (request, response) => {
    const body: Buffer = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    const signature = request.get('x-slack-signature');
    const timestamp = request.get('x-slack-request-timestamp');
    if (isSignedBySlack(parts.signingSecret, { signature, timestamp, body }, parts.now()))
      await receive(parts, body.toString(), request, response);
    else sendError(response, 401, 'Unauthorized', 'Not signed by Slack within the last five minutes.');
  };
  return [
    (request, response, next) =>
      raw(request, response, (error) => (error ? tooLarge(error, request, response, next) : next())),
    checked,
  ];
}

async function receive(parts: HttpParts, text: string, request: Request, response: Response): Promise<void> {
  const body = readBody(text, request.get('content-type') ?? '');
  if (body === null) sendError(response, 400, 'BadSyntax', 'Neither JSON nor a form with a payload.');
  else if (!bodySchema.safeParse(body).success) sendError(response, 400, 'BadSyntax', 'Nothing that Slack sends.');
  else if (body['type'] === 'url_verification') response.json({ challenge: body['challenge'] });
  else if ('ssl_check' in body) response.end();
  else await hand(parts, body, request, response);
}

async function hand(
  { app, report }: HttpParts,
  body: Record<string, unknown>,
  request: Request,
  response: Response,
): Promise<void> {
  const ack = async (answer?: unknown) => {
    if (response.headersSent) return;
    if (answer === undefined || answer === '') response.status(200).end();
    else response.status(200).json(answer);
  };
  const retryNum = Number(request.get('x-slack-retry-num') ?? 0);
  try {
    await (await app()).processEvent({ body, ack, retryNum });
    await ack();
  } catch (error) {
    report(`Slack: a request failed (${describeSlackFailure(error)})`);
    // Not acknowledged: Slack sends it again.
    if (!response.headersSent) sendError(response, 500, 'BotError', 'Send it again.');
  }
}

/** Events are JSON; commands are a form, and buttons and dialogs are JSON in a form's `payload`. */
function readBody(text: string, contentType: string): Record<string, unknown> | null {
  try {
    if (!/^application\/x-www-form-urlencoded\b/i.test(contentType)) return asRecord(JSON.parse(text));
    const form = Object.fromEntries(new URLSearchParams(text));
    return form['payload'] === undefined ? form : asRecord(JSON.parse(form['payload']));
  } catch {
    return null;
  }
}

function asRecord(value: unknown): Record<string, unknown> | null {
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? { ...value } : null;
}
