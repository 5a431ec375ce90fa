import type { ActivityHandler, AuthConfiguration, CloudAdapter, TurnContext } from '@microsoft/agents-hosting';
import express, { type Request, type RequestHandler, type Response, type Router } from 'express';
import type { Bot } from '../bot.js';
import type { Reply, Speaker, Turn } from '../domain.js';
import { renderMessage } from './activity.js';
import { within } from './deadline.js';
import { methodNotAllowed, sendError } from './error-response.js';
import { describeFailure } from './failure.js';
import { readInbound } from './inbound.js';
import { createKeyGate } from './key-gate.js';
import { createTurnLine } from './one-at-a-time.js';
import { requestOrigin } from './origins.js';
import { splitReply } from './parts.js';
import type { Registration, TeamsAccess } from './teams-access.js';

// Teams refuses a message whose payload is above 40 KB as UTF-16; ids, names and addresses need the rest.
const MESSAGE_UNITS = 18_000;
// The channel gives up on a turn after 10 to 15 s. `fetch` alone would wait for a dead connector for minutes.
const REPLY_SECONDS = 9;
const ANONYMOUS_HOSTS = ['localhost', '127.0.0.1', '[::1]'];
// Where the Bot Framework's connectors are; the SDK's own list also holds hosts that anyone can rent.
const CONNECTOR_HOSTS = ['botframework.com', 'smba.trafficmanager.net', 'teams.microsoft.com', 'teams.microsoft.us'];
const PUBLIC_URL_KEY = 'standpunkt.publicUrl';

export interface TeamsParts {
  readonly bot: Bot;
  readonly access: TeamsAccess;
  /** Null: source links lead to the address the request came to. */
  readonly publicUrl: string | null;
  /** Milliseconds since any fixed point. */
  readonly now: () => number;
  /** True the first time it is asked about a speaker; decides who is welcomed. */
  readonly isFirst: (speaker: Speaker) => boolean;
  /** Takes one line for the log of the operator; it never holds what people say. */
  readonly report: (line: string) => void;
  readonly replySeconds?: number;
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
  const authorise: RequestHandler = access.kind === 'registered' ? requireJwt(parts, loaded) : (_q, _s, next) => next();
  router
    .route('/')
    .post(authorise, express.json({ limit: '256kb' }), async (request, response) => {
      const { adapter, handler } = await loaded();
      await receive(parts, adapter, handler, request, response);
    })
    .all(methodNotAllowed('POST'));
  return { router, warm: async () => void (await loaded()) };
}

const closed: RequestHandler = (_request, response) => {
  const cure = 'Set MICROSOFT_APP_ID, MICROSOFT_APP_PASSWORD and MICROSOFT_APP_TENANT_ID.';
  sendError(response, 503, 'NotConfigured', `This bot is not registered with Azure. ${cure}`);
};

async function load(parts: TeamsParts, access: Exclude<TeamsAccess, { kind: 'closed' }>): Promise<Loaded> {
  const sdk = await import('@microsoft/agents-hosting');
  const registered = access.kind === 'registered';
  const hosts = registered ? CONNECTOR_HOSTS : [...CONNECTOR_HOSTS, ...ANONYMOUS_HOSTS];
  const adapter = new sdk.CloudAdapter(
    authConfiguration(registered ? access.registration : null),
    undefined,
    undefined,
    { validateServiceUrl: true },
    new sdk.OutboundHostValidator({ enabled: true, includeDefaultMicrosoftHosts: false, hosts }),
  );
  // The SDK's own answer to an error is a message to the person that the source code should be fixed.
  adapter.onTurnError = async (_context, error) => {
    throw error;
  };
  return { adapter, handler: createHandler(parts, new sdk.ActivityHandler()) };
}

/**
 * Settings for the SDK with its checks switched on. `connections` is given so that the SDK does not look for any in the
 * environment. Without a registration the SDK still asks for an id in production; nothing is ever checked against it.
 */
function authConfiguration(registration: Registration | null): AuthConfiguration {
  const settings = registration ?? { clientId: '00000000-0000-0000-0000-000000000000' };
  const connection: AuthConfiguration = { ...settings, validateIssuer: true };
  return {
    ...connection,
    connections: new Map([['serviceConnection', connection]]),
    connectionsMap: [{ serviceUrl: '*', connection: 'serviceConnection' }],
  };
}

/** Answers 401 in our own words: the SDK's name the hosts it could not reach. */
function requireJwt({ now }: TeamsParts, loaded: () => Promise<Loaded>): RequestHandler {
  const gate = createKeyGate(now);
  return async (request, response, next) => {
    const authorization = request.get('authorization');
    if (!gate.admits(authorization)) {
      sendError(response, 429, 'TooManyRequests', 'Too many tokens with unknown keys. Try again in a minute.');
      return;
    }
    const { adapter } = await loaded();
    let passed = false;
    const ignored = { headersSent: false, writableEnded: false, status: self, setHeader: self, send: self, end: self };
    function self(): typeof ignored {
      return ignored;
    }
    await adapter.authorizeRequest(request, ignored, () => (passed = true));
    if (passed) {
      gate.trust(authorization);
      next();
    } else sendError(response, 401, 'Unauthorized', 'Send a valid Bot Framework token: Authorization: Bearer …');
  };
}

async function receive(
  parts: TeamsParts,
  adapter: CloudAdapter,
  handler: ActivityHandler,
  request: Request,
  response: Response,
): Promise<void> {
  const inbound = readInbound(request.body);
  if (!inbound.ok) {
    sendError(response, 400, 'BadSyntax', `Not an activity that can be read. Look at: ${inbound.where}.`);
    return;
  }
  request.body = inbound.activity;
  const publicUrl = parts.publicUrl ?? requestOrigin(request);
  try {
    await adapter.process(request, response, async (context) => {
      context.turnState.set(PUBLIC_URL_KEY, publicUrl);
      await handler.run(context);
    });
  } catch (error) {
    parts.report(`Teams: a turn failed (${describeFailure(error)})`);
    if (!response.headersSent) sendError(response, 502, 'BotError', 'The answer could not be delivered.');
  }
}

function createHandler(parts: TeamsParts, handler: ActivityHandler): ActivityHandler {
  const line = createTurnLine();
  const welcome = async (context: TurnContext) => {
    const speaker = speakerOf(context);
    if (!parts.isFirst({ ...speaker, user: '' })) return;
    await say(parts, context, parts.bot.welcome(context.activity.locale ?? null));
  };

  return handler
    .onTurn(async (context, next) => {
      if (context.activity.type !== 'invoke') await next();
      // Feedback on a message is received; every other invoke is one we never asked for.
      else await respondToInvoke(context, context.activity.name === 'message/submitAction' ? 200 : 501);
    })
    .onMessage(async (context, next) => {
      const { text = '', locale = null } = context.activity;
      const speaker = speakerOf(context);
      const turn = await line.run(speaker.conversation, () => parts.bot.turn({ text, locale }, speaker));
      await say(parts, context, turn);
      await next();
    })
    .onMembersAdded(async (context, next) => {
      // In a group the bot presents itself when it comes, not to everyone who comes later.
      const { conversation, membersAdded = [], recipient } = context.activity;
      if (!conversation?.isGroup || membersAdded.some(({ id }) => id === recipient?.id)) await welcome(context);
      await next();
    })
    .onInstallationUpdateAdd(async (context, next) => {
      await welcome(context);
      await next();
    });
}

// In a channel of a team every thread is a conversation of its own: "19:…@thread.tacv2;messageid=1700000000000".
const THREAD_MARK = ';messageid=';

/** Who replies in a thread goes on from what was asked there; in a group chat everybody talks for themselves. */
function speakerOf({ activity }: TurnContext): Speaker {
  const conversation = activity.conversation?.id ?? '';
  return {
    channel: activity.channelId ?? 'unknown',
    conversation,
    user: activity.from?.id ?? '',
    thread: conversation.includes(THREAD_MARK) ? conversation : null,
  };
}

async function respondToInvoke(context: TurnContext, status: number): Promise<void> {
  const { Activity } = await import('@microsoft/agents-activity');
  await context.sendActivity(Activity.fromObject({ type: 'invokeResponse', value: { status } }));
}

async function say({ replySeconds }: TeamsParts, context: TurnContext, { reply }: Turn): Promise<void> {
  const { Activity } = await import('@microsoft/agents-activity');
  const publicUrl = String(context.turnState.get(PUBLIC_URL_KEY));
  const render = (piece: Reply) => renderMessage(piece, publicUrl);
  const pieces = splitReply(reply, (piece) => JSON.stringify(render(piece)).length <= MESSAGE_UNITS);
  const sending = (async () => {
    for (const piece of pieces) await context.sendActivity(Activity.fromObject({ ...render(piece) }));
  })();
  await within(replySeconds ?? REPLY_SECONDS, sending);
}
