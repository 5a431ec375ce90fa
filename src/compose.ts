import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { Bot } from './bot.js';
import { type DirectLine, createDirectLine } from './channels/direct-line/router.js';
import { createTokens } from './channels/direct-line/tokens.js';
import { describeFailure } from './channels/failure.js';
import { openSlack } from './channels/slack/open-slack.js';
import type { Slack } from './channels/slack/slack.js';
import { createTeams, type Teams } from './channels/teams/teams.js';
import { teamsAccess } from './channels/teams/access.js';
import { openBot, projectKnowledge, type OpenBot, type Opening } from './open-bot.js';
import { openState, type State } from './open-state.js';
import type { Config } from './config.js';
import type { Feedback, Problem, Speaker } from './domain.js';
import type { Log } from './insight/log.js';
import { openInsight, type Insight } from './insight/open-insight.js';
import type { Operator } from './pages/page.js';
import { createPages, type Pages } from './pages/pages.js';
import { createApp } from './server.js';
import { keyedHash, sessionKey } from './state/session-key.js';
import { openLiveBot, watchKnowledge, type LiveBot } from './watch-knowledge.js';

// Open WebSockets of the web chat; each costs some tens of kilobytes.
const MOST_STREAMS = 5_000;

/** What tokens, signatures and timestamps are checked by and say. */
const now = () => Date.now();
/** For what expires in this process: it does not jump when somebody sets the clock. */
const steadyNow = () => performance.now();
/** 128 random bits. */
const newId = () => randomBytes(16).toString('base64url');
const newSecret = () => randomBytes(32).toString('base64url');
const after = (milliseconds: number, work: () => void) => {
  const timer = setTimeout(work, milliseconds).unref();
  return () => clearTimeout(timer);
};
const wait = (milliseconds: number) => new Promise<void>((resolve) => void setTimeout(resolve, milliseconds));

/** Takes one line for the log of the operator. */
type Report = (line: string) => void;

export interface Operation {
  readonly version: string;
  readonly log: Log;
  readonly isDraining: () => boolean;
}

export interface Composed {
  readonly app: ReturnType<typeof createApp>;
  readonly directLine: DirectLine;
  readonly slack: Slack | null;
  readonly teams: Teams;
  readonly insight: Insight;
  /** Makes what is made on first use, so that no question waits for it. */
  readonly warm: () => void;
  /** Takes up the knowledge that is on the disk, here and in the replicas that share the state. */
  readonly reload: () => void;
}

/** Puts the service together: knowledge, bot, channels, pages. Nothing listens yet. */
export async function compose(config: Config, { version, log, isDraining }: Operation): Promise<Composed> {
  const report: Report = log.warn;
  const stateSecret = config.STATE_SECRET ?? newSecret();
  const keyOf = (speaker: Speaker) => sessionKey(stateSecret, speaker);
  const operator = config.OPERATOR_NAME ?? null;
  const publicUrl = config.PUBLIC_URL ?? null;
  let reloadHere = (): void => undefined;
  const onReload = () => reloadHere();
  const state = openState(config, { secret: stateSecret, now: steadyNow, newId, wait, report, onReload });
  const opening: Opening = {
    knowledgeFolder: config.KNOWLEDGE_DIR ?? null,
    store: state.turns,
    keyOf,
    now: () => new Date(),
    operator,
    report,
  };
  const live = await openLive(opening, config, report);
  const { current } = live;
  reloadHere = () => void live.reload();
  state.redis?.replicas.keepAnnouncing(() => current().print);
  const standing = () => ({
    documents: current().index.documents.size,
    passages: current().index.passages.size,
    parties: current().parties.length,
    fingerprint: current().print,
    streams: directLine.openStreams(),
    redis: state.redis?.state() ?? ('none' as const),
    replicas: state.redis?.replicas.prints() ?? {},
  });
  const insight = openInsight({ version, log, isDraining, bot: live.bot, standing });
  const { bot, tracked } = insight;
  for (const problem of current().problems) report(lineOf(problem));
  const access = teamsAccess(config);
  if (access.kind === 'closed')
    report('/api/messages is closed: set the MICROSOFT_APP_ variables, or ALLOW_ANONYMOUS_BOT=true to try it.');
  const countFeedback = (feedback: Feedback) => {
    insight.metrics.countFeedback(feedback);
    log.info(`feedback: ${[feedback.channel, feedback.reaction, ...feedback.reasons].join(' ')}`);
  };
  const hash = (ids: readonly unknown[]) => keyedHash(stateSecret, ids);
  // The web chat has the order of its log; elsewhere two messages at once may come to two replicas.
  const inTurn: Bot = {
    ...bot,
    turn: (message, speaker) => state.inTurn(keyOf(speaker), () => bot.turn(message, speaker)),
  };
  const teams = createTeams({
    bot: inTurn,
    access,
    publicUrl,
    now: steadyNow,
    isFirst: (speaker) => state.isFirstWelcome(keyOf(speaker)),
    once: tracked(state.deliveries.once),
    sent: state.sent,
    keyOf: hash,
    countFeedback,
    report,
  });
  const slack = openSlack(config, {
    bot: inTurn,
    keyOf,
    hash,
    once: tracked(state.slackDeliveries.once),
    ...state.slack,
    countFeedback,
    now,
    newId,
    wait,
    report,
  });
  const directLine = openDirectLine(config, { bot, state, countFeedback, report });
  const app = createApp({
    health: () => ({ version, documents: current().index.documents.size, parties: current().parties.length }),
    pages: livePages(current, {
      name: operator,
      privacyUrl: config.PRIVACY_URL ?? null,
      termsUrl: config.TERMS_URL ?? null,
    }),
    widgetFolder: fileURLToPath(new URL('widget', import.meta.url)),
    allowedOrigins: config.ALLOWED_ORIGINS,
    directLine: directLine.router,
    teams: teams.router,
    ...(slack ? { slack: slack.router } : {}),
    trustedProxies: config.TRUST_PROXY,
    observe: insight.observe,
    life: insight.life,
    report,
  });
  return {
    app,
    directLine,
    slack,
    teams,
    insight,
    warm: () => void warmUp(current()).catch((error: unknown) => report(`warm-up: ${describeFailure(error)}`)),
    reload: () => void (state.redis ? state.redis.askAllToReload() : live.reload()),
  };
}

// A question that is searched for, spelled wrongly, and one that is refused: what they need is compiled and made on
// first use, and takes half a second that no person should wait for.
const WARMING = ['Hva mener partiene om skatt?', 'oppvarmning av boliger', 'Hvem bør jeg stemme på?'];

async function warmUp({ bot }: OpenBot): Promise<void> {
  const nobody: Speaker = { channel: 'warm-up', conversation: '', user: '', thread: null };
  for (const text of [...WARMING, ...WARMING]) await bot.turn({ text, locale: null }, nobody);
  await bot.forget(nobody);
}

interface WebChatParts {
  readonly bot: Bot;
  readonly state: State;
  readonly countFeedback: (feedback: Feedback) => void;
  readonly report: Report;
}

function openDirectLine(config: Config, { bot, state, countFeedback, report }: WebChatParts): DirectLine {
  return createDirectLine({
    bot,
    tokens: createTokens({ secret: config.DIRECT_LINE_SECRET ?? newSecret(), now }),
    log: state.log,
    publicUrl: config.PUBLIC_URL ?? null,
    allowedOrigins: config.ALLOWED_ORIGINS,
    messageLimit: state.messageLimit,
    tokenLimit: state.tokenLimit,
    requestLimit: state.requestLimit,
    countFeedback,
    isFirst: state.isFirstFeedback,
    order: state.order,
    mostStreams: MOST_STREAMS,
    now,
    after,
    newId,
    report,
  });
}

/** In development a saved change is served at once; in production knowledge changes when it is asked for. */
async function openLive(opening: Opening, config: Config, report: Report): Promise<LiveBot<OpenBot>> {
  if (config.NODE_ENV !== 'production') {
    const folder = config.KNOWLEDGE_DIR ?? projectKnowledge;
    return watchKnowledge({ folder, open: () => openBot(opening), report });
  }
  return openLiveBot({ open: () => openBot(opening), report });
}

/** Pages of the knowledge that is served right now, made once for each. */
function livePages(current: () => OpenBot, operator: Operator): Pages {
  let made: { readonly of: OpenBot; readonly pages: Pages } | null = null;
  const pages = (): Pages => {
    const of = current();
    if (made?.of !== of) {
      const documents = [...of.index.documents.values()];
      const currentYear = new Date().getFullYear();
      made = { of, pages: createPages({ parties: of.parties, documents, currentYear, operator }) };
    }
    return made.pages;
  };
  return {
    home: () => pages().home(),
    sources: () => pages().sources(),
    source: (party, slug, span) => pages().source(party, slug, span),
    excerpt: (party, slug, span) => pages().excerpt(party, slug, span),
    demo: (origin) => pages().demo(origin),
    notFound: () => pages().notFound(),
  };
}

function lineOf({ severity, file, line, page, what, cure }: Problem): string {
  const place = line !== null ? `:${line}` : page !== null ? `, page ${page}` : '';
  return `${severity}: ${file}${place}: ${what}; ${cure}`;
}
