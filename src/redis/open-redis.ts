import { createHash } from 'node:crypto';
import { createMemoryConversationLog, type ConversationLog } from '../channels/direct-line/log.js';
import type { TurnOrder } from '../channels/direct-line/turn-order.js';
import type { KeptAnswers } from '../channels/slack/kept-answers.js';
import { createMemoryKeySet, type KeySet } from '../channels/slack/key-set.js';
import type { SlackParts } from '../channels/slack/slack.js';
import type { TurnStore } from '../domain.js';
import type { Deliveries } from '../state/deliveries.js';
import type { RateLimitParts } from '../state/rate-limit.js';
import type { SentMessages } from '../state/sent-messages.js';
import { keyedHash } from '../state/session-key.js';
import { connectRedis, type RedisState } from './connection.js';
import { createRedisConversationLog } from './conversation-log.js';
import { createRedisDeliveries } from './deliveries.js';
import { createInTurn, type InTurn } from './in-turn.js';
import { createRedisInstallations } from './installations.js';
import { createRedisKeptAnswers } from './kept-answers.js';
import { createRedisKeySet } from './key-set.js';
import { createRedisLimiter } from './rate-limit.js';
import { createReplicas, type Replicas } from './replicas.js';
import { createSeal } from './seal.js';
import { createRedisSentMessages } from './sent-messages.js';
import type { Shared } from './shared.js';
import { createSteadyLog } from './steady-log.js';
import { createRedisTurnOrder } from './turn-order.js';
import { createRedisTurnStore } from './turn-store.js';
import { createWatchers, type Watchers } from './watchers.js';

export interface RedisParts extends Pick<Shared, 'now' | 'newId' | 'wait'> {
  readonly url: string;
  /** Every key begins with it. */
  readonly prefix: string;
  /** The same in every replica: keys are hashed and values are sealed with it. */
  readonly secret: string;
  readonly minutes: number;
  readonly report: (line: string) => void;
  readonly onReload: () => void;
}

/** What all replicas remember together. Each part serves on while Redis is away. */
export interface RedisStores {
  readonly state: () => RedisState;
  readonly turns: TurnStore;
  readonly log: ConversationLog;
  readonly sent: (local: SentMessages) => SentMessages;
  readonly keySet: (kind: string, minutes: number, local: KeySet) => KeySet;
  readonly deliveries: (kind: string, minutes: number, local: Deliveries) => Deliveries;
  readonly order: TurnOrder;
  readonly inTurn: InTurn;
  readonly limiter: (kind: string, perMinute: number) => NonNullable<RateLimitParts['limiter']>;
  readonly kept: (local: KeptAnswers) => KeptAnswers;
  readonly installations: NonNullable<SlackParts['sharing']>;
  readonly replicas: Replicas;
  readonly askAllToReload: () => Promise<void>;
  readonly close: () => void;
}

const RELOAD = 'reload';

/** Two connections: one for commands, one that listens. */
export function openRedis(parts: RedisParts): RedisStores {
  const { url, prefix, secret, minutes, report, onReload, ...surroundings } = parts;
  const { now } = surroundings;
  // Replicas with different secrets never meet: the prefix of their keys tells them apart.
  const space = `${prefix}:${createHash('sha256').update(secret).digest('hex').slice(0, 8)}`;
  const name: Shared['name'] = (kind, ...ids) =>
    [space, kind, ...(ids.length > 0 ? [keyedHash(secret, ['redis', kind, ...ids])] : [])].join(':');
  const connection = connectRedis({ url, purpose: 'shared state', now, report });
  const self = surroundings.newId();
  const shared: Shared = { ...surroundings, connection, seal: createSeal(secret), name, self };
  const watchers = createWatchers(shared);
  const order = createRedisTurnOrder(shared, watchers);
  const listener = connectRedis({
    url,
    purpose: 'news of other replicas',
    now,
    report,
    listening: {
      channel: watchers.channel,
      onMessage: (message) => (message === RELOAD ? onReload() : watchers.hear(message)),
      onBack: watchers.tellAll,
    },
  });
  return {
    state: () => (connection.state() === 'up' && listener.state() === 'up' ? 'up' : 'down'),
    turns: createRedisTurnStore(shared, minutes),
    log: openLog(shared, watchers, minutes),
    sent: (local) => createRedisSentMessages(shared, minutes, local),
    keySet: (kind, keptMinutes, local) => createRedisKeySet(shared, kind, keptMinutes, local),
    deliveries: (kind, keptMinutes, local) => createRedisDeliveries(shared, kind, keptMinutes, local),
    order,
    inTurn: createInTurn(shared, order),
    limiter: (kind, perMinute) => createRedisLimiter(shared, kind, perMinute),
    kept: (local) => createRedisKeptAnswers(shared, minutes, local),
    installations: (own) => createRedisInstallations(shared, own),
    replicas: createReplicas(shared),
    async askAllToReload() {
      const heard = await connection.run((redis) => redis.publish(watchers.channel, RELOAD)).catch(() => 0);
      // The listener of this replica is among those who hear it.
      if (heard === 0) onReload();
    },
    close() {
      connection.close();
      listener.close();
    },
  };
}

function openLog(shared: Shared, watchers: Watchers, minutes: number): ConversationLog {
  const { now, newId } = shared;
  const mark = `l${createHash('sha256').update(newId()).digest('hex').slice(0, 10)}x`;
  const known = createMemoryKeySet({ now, minutes });
  const log = createSteadyLog({
    shared: createRedisConversationLog(shared, watchers, { minutes }),
    local: createMemoryConversationLog({ now, minutes, mark }),
    mark,
    isKnown: (conversation) => known.has(conversation),
    learn: (conversation) => known.add(conversation),
  });
  // What fails stays here, and is handed over when the conversation is next used.
  shared.connection.onBack(() => void log.handOver().catch(() => undefined));
  return log;
}
