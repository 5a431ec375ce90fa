import { createMemoryConversationLog, type ConversationLog } from './channels/direct-line/log.js';
import { createMemoryTurnOrder, type TurnOrder } from './channels/direct-line/turn-order.js';
import { createMemoryKeptAnswers, type KeptAnswers } from './channels/slack/kept-answers.js';
import { createMemoryKeySet } from './channels/slack/key-set.js';
import type { SlackParts } from './channels/slack/slack.js';
import type { Config } from './config.js';
import type { RateLimit, TurnStore } from './domain.js';
import type { InTurn } from './redis/in-turn.js';
import { openRedis } from './redis/open-redis.js';
import type { Replicas } from './redis/replicas.js';
import { createDeliveries, type Deliveries } from './state/deliveries.js';
import { createFirstTime, type FirstTime } from './state/first-time.js';
import { createMemoryTurnStore } from './state/memory.js';
import { createRateLimit } from './state/rate-limit.js';
import { createSentMessages, type SentMessages } from './state/sent-messages.js';

// A channel tells of a new conversation several times within seconds.
const WELCOME_MINUTES = 10;
// The last retry of a delivery comes within five to ten minutes.
const DELIVERY_MINUTES = 15;
// Slack goes on for six minutes.
const SLACK_DELIVERY_MINUTES = 11;
// A thread that nobody wrote in for a day needs a new mention; nothing is remembered for longer.
const THREAD_MINUTES = 24 * 60;
// The official client polls five times a second at most.
const REQUESTS_PER_MINUTE = 600;

/** Everything that the service remembers. With Redis all replicas remember it together. */
export interface State {
  readonly turns: TurnStore;
  readonly log: ConversationLog;
  readonly sent: SentMessages;
  readonly deliveries: Deliveries;
  readonly slackDeliveries: Deliveries;
  readonly isFirstWelcome: FirstTime;
  readonly isFirstFeedback: FirstTime;
  readonly order: TurnOrder;
  readonly inTurn: InTurn;
  readonly messageLimit: RateLimit;
  readonly tokenLimit: RateLimit;
  readonly requestLimit: RateLimit;
  readonly slack: Pick<SlackParts, 'known' | 'kept' | 'sharing'>;
  readonly redis: SharedState | null;
}

export interface SharedState {
  readonly state: () => 'up' | 'down';
  readonly replicas: Replicas;
  /** Asks every replica, this one included, to take up the knowledge that is on its disk. */
  readonly askAllToReload: () => Promise<void>;
  readonly close: () => void;
}

export interface Surroundings {
  readonly secret: string;
  /** Milliseconds since any fixed point. */
  readonly now: () => number;
  readonly newId: () => string;
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly report: (line: string) => void;
  /** Another replica was asked to take up new knowledge. */
  readonly onReload: () => void;
}

export function openState(config: Config, surroundings: Surroundings): State {
  const { secret, now } = surroundings;
  const { STATE_MINUTES: minutes, REDIS_URL: url } = config;
  const local = openLocal(minutes, now);
  const redis = url === undefined ? null : openRedis({ ...surroundings, url, prefix: config.REDIS_PREFIX, minutes });
  const limit = (kind: string, perMinute: number) =>
    createRateLimit({ perMinute, secret, ...(redis ? { limiter: redis.limiter(kind, perMinute) } : {}) });
  const known = createMemoryKeySet({ now, minutes: THREAD_MINUTES });
  const once = (kind: string, keptMinutes: number, deliveries: Deliveries) =>
    redis ? redis.deliveries(kind, keptMinutes, deliveries) : deliveries;
  const first = (kind: string, keptMinutes: number): FirstTime => {
    if (!redis) return createFirstTime({ now, minutes: keptMinutes });
    const keys = redis.keySet(kind, keptMinutes, createMemoryKeySet({ now, minutes: keptMinutes, capacity: 10_000 }));
    return (key) => keys.add(key);
  };
  return {
    turns: redis ? redis.turns : local.turns,
    log: redis ? redis.log : local.log,
    sent: redis ? redis.sent(local.sent) : local.sent,
    deliveries: once('teams', DELIVERY_MINUTES, createDeliveries({ now, minutes: DELIVERY_MINUTES })),
    slackDeliveries: once(
      'slack',
      SLACK_DELIVERY_MINUTES,
      createDeliveries({ now, minutes: SLACK_DELIVERY_MINUTES, capacity: 100_000 }),
    ),
    isFirstWelcome: first('welcome', WELCOME_MINUTES),
    isFirstFeedback: first('feedback', minutes),
    order: redis ? redis.order : createMemoryTurnOrder(),
    // In one process every channel keeps its own order.
    inTurn: redis ? redis.inTurn : (_key, work) => work(),
    messageLimit: limit('messages', config.MESSAGES_PER_MINUTE),
    tokenLimit: limit('tokens', config.TOKENS_PER_MINUTE),
    requestLimit: limit('requests', REQUESTS_PER_MINUTE),
    slack: redis
      ? {
          known: redis.keySet('thread', THREAD_MINUTES, known),
          kept: redis.kept(local.kept),
          sharing: redis.installations,
        }
      : { known, kept: local.kept },
    redis,
  };
}

interface Local {
  readonly turns: TurnStore;
  readonly log: ConversationLog;
  readonly sent: SentMessages;
  readonly kept: KeptAnswers;
}

function openLocal(minutes: number, now: () => number): Local {
  return {
    turns: createMemoryTurnStore({ now, minutes }),
    log: createMemoryConversationLog({ now, minutes }),
    sent: createSentMessages({ now, minutes }),
    kept: createMemoryKeptAnswers({ now, minutes }),
  };
}
