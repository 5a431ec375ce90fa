import type { App, InstallationStore, Receiver, webApi } from '@slack/bolt';
import express, { type RequestHandler, type Router } from 'express';
import type { Bot } from '../../bot.js';
import type { Feedback, Speaker } from '../../domain.js';
import { methodNotAllowed } from '../error-response.js';
import type { SlackAccess } from './access.js';
import { createConversation } from './conversation.js';
import { createFileInstallations } from './file-installations.js';
import { receiveOverHttp } from './http.js';
import { createInstalling, type Bolt, type Installing } from './install.js';
import type { KeptAnswers } from './kept-answers.js';
import type { KeySet } from './key-set.js';
import { addCommand, addEvents, assistantConfig, type ListenerParts } from './listeners.js';
import { createOutbound } from './outbound.js';
import { createPatience, describeSlackFailure, refusal, type Patience } from './patience.js';
import { addPresses } from './presses.js';
import { silentLogger } from './silent-logger.js';
import { keepConnected, type Connected } from './socket.js';

/** Of one call to Slack. Longer ones fail, and hold up nothing but their own conversation until then. */
const CALL_MILLISECONDS = 10_000;
/** So many that a slow workspace does not queue behind itself. */
const CALLS_AT_ONCE = 500;

export interface SlackParts {
  readonly bot: Bot;
  readonly access: SlackAccess;
  /** Absolute: source links and the OAuth redirect begin with it. */
  readonly publicUrl: string;
  readonly keyOf: (speaker: Speaker) => string;
  readonly hash: (ids: readonly string[]) => string;
  /** Runs the work unless it was done under this key within eleven minutes; Slack sends again for six. */
  readonly once: (key: string, work: () => Promise<void>) => Promise<void>;
  /** Conversations that we have spoken in. */
  readonly known: KeySet;
  readonly kept: KeptAnswers;
  /** Where installations are kept besides the files of this process; only there when left out. */
  readonly sharing?: (own: InstallationStore) => InstallationStore;
  readonly countFeedback: (feedback: Feedback) => void;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Unguessable text that is safe in a file name. */
  readonly newId: () => string;
  readonly wait: (milliseconds: number) => Promise<void>;
  /** Takes one line for the log of the operator; it never holds what people say. */
  readonly report: (line: string) => void;
  /** Another Slack, for tests. */
  readonly slackApiUrl?: string;
}

export interface Slack {
  /** To be mounted at /slack, before anything that reads bodies. */
  readonly router: Router;
  /** Loads Bolt, checks the token, and opens the WebSocket of Socket Mode. What is wrong is reported with its cure. */
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

interface Loaded {
  readonly app: App;
  readonly installing: Installing | null;
  readonly connect: () => Connected | null;
}

/** Slack on Bolt, which is loaded on first use. */
export function createSlack(parts: SlackParts): Slack {
  const { access, now, report } = parts;
  let loading: Promise<Loaded> | null = null;
  const loaded = () => {
    loading ??= load(parts).catch((error: unknown) => {
      loading = null;
      throw error;
    });
    return loading;
  };
  const router = express.Router();
  if (access.transport.kind === 'http') {
    const { signingSecret } = access.transport;
    const receive = receiveOverHttp({ signingSecret, now, app: async () => (await loaded()).app, report });
    router
      .route('/events')
      .post(...receive)
      .all(methodNotAllowed('POST'));
  }
  if (access.workspaces.kind === 'many') {
    const pages: RequestHandler = async (request, response, next) => {
      const { installing } = await loaded();
      if (installing) installing.router(request, response, next);
      else next();
    };
    router.get(['/install', '/oauth_redirect'], pages);
  }
  let connected: Connected | null = null;
  return {
    router,
    async start() {
      const { app, connect } = await loaded();
      await checkToken(parts, app);
      connected = connect();
      await connected?.started;
    },
    stop: async () => connected?.stop(),
  };
}

async function load(parts: SlackParts): Promise<Loaded> {
  const bolt: Bolt = await import('@slack/bolt');
  const { access, publicUrl, report, slackApiUrl, wait } = parts;
  const clientOptions: webApi.WebClientOptions = {
    ...(slackApiUrl === undefined ? {} : { slackApiUrl }),
    // Tries again by our own rules: see `createPatience`.
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    fetch: createOutbound({ milliseconds: CALL_MILLISECONDS, slackApiUrl }),
    timeout: CALL_MILLISECONDS,
    maxRequestConcurrency: CALLS_AT_ONCE,
    allowAbsoluteUrls: false,
  };
  const own =
    access.workspaces.kind === 'many'
      ? createFileInstallations(access.workspaces.installationsFolder, parts.newId)
      : null;
  const store = own && (parts.sharing?.(own) ?? own);
  const installing =
    access.workspaces.kind === 'many' && store
      ? createInstalling(bolt, { oauth: access.workspaces, store, publicUrl, clientOptions, report })
      : null;
  const socket =
    access.transport.kind === 'socket' ? socketReceiver(bolt, access.transport.appToken, clientOptions) : null;
  const app = new bolt.App({
    receiver: socket ?? noReceiver,
    socketMode: socket !== null,
    authorize: authorizeBy(access, installing),
    // Which messages are for us is decided by what they are, and every bot's are left alone.
    ignoreSelf: false,
    convoStore: false,
    attachFunctionToken: false,
    clientOptions,
    logger: silentLogger(bolt.LogLevel.ERROR),
  });
  app.error(async (error) => report(`Slack: an event failed (${describeSlackFailure(error)})`));
  const uninstall: ListenerParts['uninstall'] = async (installation) => {
    if (store?.deleteInstallation) await store.deleteInstallation(installation);
    else report('Slack: the app was removed from the workspace; install it again or unset SLACK_BOT_TOKEN');
  };
  listen(bolt, app, { ...parts, patience: createPatience(wait, report), uninstall });
  return { app, installing, connect: () => (socket ? keepConnected(socket, wait, report) : null) };
}

function listen(
  { Assistant }: Bolt,
  app: App,
  parts: SlackParts & { readonly patience: Patience; readonly uninstall: ListenerParts['uninstall'] },
): void {
  const listeners: ListenerParts = { ...parts, conversation: createConversation(parts) };
  addEvents(app, listeners);
  app.assistant(new Assistant(assistantConfig(listeners)));
  addCommand(app, listeners);
  addPresses(app, listeners);
}

/** Over HTTP our own router hands requests to Bolt. */
const noReceiver: Receiver = { init: () => undefined, start: async () => undefined, stop: async () => undefined };

function socketReceiver(
  { LogLevel, SocketModeReceiver }: Bolt,
  appToken: string,
  clientOptions: webApi.WebClientOptions,
) {
  const options = {
    appToken,
    autoReconnectEnabled: false,
    installerOptions: { clientOptions },
    logger: silentLogger(LogLevel.ERROR),
  };
  return new SocketModeReceiver(options);
}

function authorizeBy({ workspaces }: SlackAccess, installing: Installing | null) {
  if (workspaces.kind === 'one') return async () => ({ botToken: workspaces.botToken });
  if (installing === null) throw new Error('Several workspaces need OAuth: set the SLACK_CLIENT_ variables.');
  return installing.authorize;
}

/** A wrong token would otherwise show in the first answer that does not come. */
async function checkToken({ access, report }: SlackParts, app: App): Promise<void> {
  const { workspaces } = access;
  if (workspaces.kind === 'many') return;
  try {
    await app.client.auth.test({ token: workspaces.botToken });
  } catch (error) {
    const why = describeSlackFailure(error);
    const refused = refusal(error) !== null;
    report(
      refused
        ? `Slack: the token is not accepted (${why}); copy the Bot User OAuth Token of the app into SLACK_BOT_TOKEN`
        : `Slack: not reached (${why}); see that this machine may open https://slack.com`,
    );
  }
}
