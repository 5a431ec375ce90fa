import type { ActivityHandler, CloudAdapter } from '@microsoft/agents-hosting';
import express, { type Request, type RequestHandler, type Response, type Router } from 'express';
import { methodNotAllowed, sendError } from '../error-response.js';
import { describeFailure } from '../failure.js';
import { createKeyGate, type KeyGate } from '../key-gate.js';
import { requestOrigin } from '../origins.js';
import type { TeamsAccess } from './access.js';
import { hasGoodToken, openAdapter } from './adapter.js';
import { PUBLIC_URL_KEY, REPLY_SECONDS } from './deliver.js';
import { createHandler, type HandlerParts } from './handler.js';
import { type InboundActivity, readInbound } from './inbound.js';
import { serviceHosts } from './service-hosts.js';

export interface TeamsParts extends HandlerParts {
  readonly access: TeamsAccess;
  /** Null: source links lead to the address the request came to. */
  readonly publicUrl: string | null;
  /** Milliseconds since any fixed point. */
  readonly now: () => number;
  /** Runs the work once for each key; see `src/state/deliveries.ts`. */
  readonly once: (key: string, work: () => Promise<void>) => Promise<void>;
  /** Takes one line for the log of the operator; it never holds what people say. */
  readonly report: (line: string) => void;
}

export interface Teams {
  readonly router: Router;
  /** Loads the SDK, which takes most of a second; requests that come before wait for it. */
  readonly warm: () => Promise<void>;
}

interface Loaded {
  readonly adapter: CloudAdapter;
  readonly handler: ActivityHandler;
}

/** POST /api/messages for Teams and every other channel of the Azure Bot Service, on the Microsoft 365 Agents SDK. */
export function createTeams(parts: TeamsParts): Teams {
  const router = express.Router();
  const { access } = parts;
  if (access.kind === 'closed') {
    router.route('/').post(closed).all(methodNotAllowed('POST'));
    return { router, warm: async () => undefined };
  }
  let loading: Promise<Loaded> | null = null;
  const loaded = () => {
    loading ??= load(parts, access).catch((error: unknown) => {
      loading = null;
      throw error;
    });
    return loading;
  };
  const gate = access.kind === 'registered' ? createKeyGate({ ...parts, registration: access.registration }) : null;
  const authorise: RequestHandler = gate === null ? (_request, _response, next) => next() : requireJwt(gate, loaded);
  const hosts = serviceHosts({ loopback: access.kind === 'anonymous' });
  router
    .route('/')
    .post(authorise, express.json({ limit: '256kb' }), async (request, response) => {
      const inbound = readInbound(request.body);
      if (!inbound.ok)
        sendError(response, 400, 'BadSyntax', `Not an activity that can be read. Look at: ${inbound.where}.`);
      else if (!hosts.isAllowed(inbound.activity.serviceUrl))
        sendError(response, 400, 'BadArgument', 'serviceUrl is no address of the Bot Framework.');
      else if (!isNamedByToken(request, inbound.activity.serviceUrl))
        sendError(response, 403, 'Forbidden', 'serviceUrl is not the address that the token names.');
      else await receive(parts, await loaded(), inbound.activity, request, response);
    })
    .all(methodNotAllowed('POST'));
  return { router, warm: async () => void (await Promise.all([loaded(), gate?.warm()])) };
}

const closed: RequestHandler = (_request, response) => {
  const cure =
    'Set MICROSOFT_APP_ID, MICROSOFT_APP_PASSWORD and MICROSOFT_APP_TENANT_ID; for a test client on this machine set ALLOW_ANONYMOUS_BOT=true instead.';
  sendError(response, 503, 'NotConfigured', `This bot is not registered with Azure. ${cure}`);
};

async function load(parts: TeamsParts, access: Exclude<TeamsAccess, { kind: 'closed' }>): Promise<Loaded> {
  const adapter = await openAdapter(access, parts.replySeconds ?? REPLY_SECONDS);
  const { ActivityHandler: Handler } = await import('@microsoft/agents-hosting');
  return { adapter, handler: createHandler(parts, new Handler()) };
}

/** Answers 401 in our own words: the SDK's name the hosts it could not reach. */
function requireJwt(gate: KeyGate, loaded: () => Promise<Loaded>): RequestHandler {
  return async (request, response, next) => {
    // Of several headers of this name Node shows the first; what is in front of us may have checked another.
    const [authorization, ...others] = request.headersDistinct['authorization'] ?? [];
    const admitted = others.length === 0 && (await gate.admits(authorization));
    if (admitted && (await hasGoodToken((await loaded()).adapter, request))) next();
    else sendError(response, 401, 'Unauthorized', 'Send a valid Bot Framework token: Authorization: Bearer …');
  };
}

/** The SDK checks it again, but refuses with an empty body. Tokens that the bot got for itself name no address. */
function isNamedByToken(request: Request, serviceUrl: string): boolean {
  const claim: unknown = Reflect.get(Reflect.get(request, 'user') ?? {}, 'serviceurl');
  if (typeof claim !== 'string') return true;
  return URL.canParse(claim) && new URL(claim).host === new URL(serviceUrl).host;
}

async function receive(
  parts: TeamsParts,
  { adapter, handler }: Loaded,
  activity: InboundActivity,
  request: Request,
  response: Response,
): Promise<void> {
  request.body = activity;
  const publicUrl = parts.publicUrl ?? requestOrigin(request);
  const key = deliveryKey(parts, activity);
  try {
    await adapter.process(request, response, async (context) => {
      context.turnState.set(PUBLIC_URL_KEY, publicUrl);
      const run = (): Promise<void> => handler.run(context);
      await (key === null ? run() : parts.once(key, run));
    });
  } catch (error) {
    parts.report(`Teams: a turn failed (${describeFailure(error)})`);
    if (!response.headersSent) sendError(response, 502, 'BotError', 'The answer could not be delivered.');
  }
}

// The others are answered once anyway, or not at all; an invoke waits for its response each time.
const DELIVERED_ONCE: ReadonlySet<string> = new Set(['message', 'messageUpdate']);

/** An edited message keeps its id, so what happened and when belongs to the key. */
function deliveryKey({ keyOf }: TeamsParts, activity: InboundActivity): string | null {
  const { id, type, channelId, conversation, channelData, timestamp = '' } = activity;
  if (id === undefined || !DELIVERED_ONCE.has(type)) return null;
  const change = type === 'message' ? [] : [channelData?.eventType ?? '', timestamp];
  return keyOf(['delivery', type, channelId, conversation.id, id, ...change]);
}
