import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { Bot } from './bot.js';
import { createMemoryConversationLog } from './channels/direct-line/log.js';
import { type DirectLine, createDirectLine } from './channels/direct-line/router.js';
import { createTokens } from './channels/direct-line/tokens.js';
import { openSlack } from './channels/slack/open-slack.js';
import type { Slack } from './channels/slack/slack.js';
import { createTeams, type Teams } from './channels/teams/teams.js';
import { teamsAccess } from './channels/teams/access.js';
import { openBot, projectKnowledge, type OpenBot, type Opening } from './open-bot.js';
import type { Config } from './config.js';
import type { Feedback, Problem, Speaker } from './domain.js';
import { createPages, type Pages } from './pages/pages.js';
import { createApp } from './server.js';
import { createDeliveries } from './state/deliveries.js';
import { createFeedbackCounts } from './state/feedback-counts.js';
import { createFirstTime } from './state/first-time.js';
import { createMemoryTurnStore } from './state/memory.js';
import { createRateLimit } from './state/rate-limit.js';
import { createSentMessages } from './state/sent-messages.js';
import { keyedHash, sessionKey } from './state/session-key.js';
import { watchKnowledge, type LiveBot } from './watch-knowledge.js';

// A channel tells of a new conversation several times within seconds.
const WELCOME_MINUTES = 10;
// The last retry of a delivery comes within five to ten minutes.
const DELIVERY_MINUTES = 15;
// Slack goes on for six minutes.
const SLACK_DELIVERIES = { minutes: 11, capacity: 100_000 };
// The official client polls five times a second at most.
const REQUESTS_PER_MINUTE = 600;
// Open WebSockets of the web chat; each costs some tens of kilobytes.
const MOST_STREAMS = 5_000;

const now = () => Date.now();
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

export interface Composed {
  readonly app: ReturnType<typeof createApp>;
  readonly directLine: DirectLine;
  readonly slack: Slack | null;
  readonly teams: Teams;
  /** Makes what is made on first use, so that no question waits for it. */
  readonly warm: () => void;
}

/** Puts the service together: knowledge, bot, channels, pages. Nothing listens yet. */
export async function compose(config: Config, version: string, report: Report): Promise<Composed> {
  const stateSecret = config.STATE_SECRET ?? newSecret();
  const keyOf = (speaker: Speaker) => sessionKey(stateSecret, speaker);
  const operator = config.OPERATOR_NAME ?? null;
  const publicUrl = config.PUBLIC_URL ?? null;
  const opening: Opening = {
    knowledgeFolder: config.KNOWLEDGE_DIR ?? null,
    store: createMemoryTurnStore({ now, minutes: config.STATE_MINUTES }),
    keyOf,
    now: () => new Date(),
    operator,
  };
  const { bot, current } = await openLive(opening, config, report);
  for (const problem of current().problems) report(lineOf(problem));
  const access = teamsAccess(config);
  if (access.kind === 'closed')
    report('/api/messages is closed: set the MICROSOFT_APP_ variables, or ALLOW_ANONYMOUS_BOT=true to try it.');
  const isFirst = createFirstTime({ now, minutes: WELCOME_MINUTES });
  const { once } = createDeliveries({ now, minutes: DELIVERY_MINUTES });
  const counts = createFeedbackCounts();
  const countFeedback = (feedback: Feedback) => {
    counts.count(feedback);
    report(`feedback: ${[feedback.channel, feedback.reaction, ...feedback.reasons].join(' ')}`);
  };
  const hash = (ids: readonly unknown[]) => keyedHash(stateSecret, ids);
  const teams = createTeams({
    bot,
    access,
    publicUrl,
    now,
    isFirst: (speaker) => isFirst(keyOf(speaker)),
    once,
    sent: createSentMessages({ now, minutes: config.STATE_MINUTES }),
    keyOf: hash,
    countFeedback,
    report,
  });
  const { once: onceInSlack } = createDeliveries({ now, ...SLACK_DELIVERIES });
  const slack = openSlack(config, { bot, keyOf, hash, once: onceInSlack, countFeedback, now, newId, wait, report });
  const directLine = openDirectLine(config, { bot, secret: stateSecret, countFeedback, report });
  const app = createApp({
    health: () => ({ version, documents: current().index.documents.size, parties: current().parties.length }),
    pages: livePages(current, operator),
    widgetFolder: fileURLToPath(new URL('widget', import.meta.url)),
    allowedOrigins: config.ALLOWED_ORIGINS,
    directLine: directLine.router,
    teams: teams.router,
    ...(slack ? { slack: slack.router } : {}),
    trustedProxies: config.TRUST_PROXY,
    report,
  });
  return { app, directLine, slack, teams, warm: () => void current().index.spelledLike('oppvarming', 2) };
}

interface WebChatParts {
  readonly bot: Bot;
  readonly secret: string;
  readonly countFeedback: (feedback: Feedback) => void;
  readonly report: Report;
}

function openDirectLine(config: Config, { bot, secret, countFeedback, report }: WebChatParts): DirectLine {
  const minutes = config.STATE_MINUTES;
  return createDirectLine({
    bot,
    tokens: createTokens({ secret: config.DIRECT_LINE_SECRET ?? newSecret(), now }),
    log: createMemoryConversationLog({ now, minutes }),
    publicUrl: config.PUBLIC_URL ?? null,
    allowedOrigins: config.ALLOWED_ORIGINS,
    messageLimit: createRateLimit({ perMinute: config.MESSAGES_PER_MINUTE, secret }),
    tokenLimit: createRateLimit({ perMinute: config.TOKENS_PER_MINUTE, secret }),
    requestLimit: createRateLimit({ perMinute: REQUESTS_PER_MINUTE, secret }),
    countFeedback,
    isFirst: createFirstTime({ now, minutes }),
    mostStreams: MOST_STREAMS,
    now,
    after,
    newId,
    report,
  });
}

/** In development a saved change is served at once; in production knowledge changes with a restart. */
async function openLive(opening: Opening, config: Config, report: Report): Promise<LiveBot<OpenBot>> {
  if (config.NODE_ENV !== 'production') {
    const folder = config.KNOWLEDGE_DIR ?? projectKnowledge;
    return watchKnowledge({ folder, open: () => openBot(opening), report });
  }
  const open = await openBot(opening);
  return { bot: open.bot, current: () => open };
}

/** Pages of the knowledge that is served right now, made once for each. */
function livePages(current: () => OpenBot, operatorName: string | null): Pages {
  let made: { readonly of: OpenBot; readonly pages: Pages } | null = null;
  const pages = (): Pages => {
    const of = current();
    if (made?.of !== of) {
      const documents = [...of.index.documents.values()];
      const currentYear = new Date().getFullYear();
      made = { of, pages: createPages({ parties: of.parties, documents, currentYear, operatorName }) };
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
