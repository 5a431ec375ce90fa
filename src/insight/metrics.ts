import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { AnswerKind, Feedback } from '../domain.js';
import type { RedisState } from './readiness.js';

/** What is read when the metrics are asked for. */
export interface Measured {
  readonly documents: number;
  readonly passages: number;
  readonly parties: number;
  readonly fingerprint: string;
  /** Open WebSockets of the web chat. */
  readonly streams: number;
  /** Turns and deliveries under way. */
  readonly inFlight: number;
  readonly redis: RedisState;
  /** Fingerprint → replicas that serve that knowledge, as far as they share state. */
  readonly replicas?: Readonly<Record<string, number>>;
}

export interface Metrics {
  readonly countTurn: (channel: string, kind: AnswerKind, seconds: number) => void;
  readonly countFailedTurn: (channel: string) => void;
  readonly countFeedback: (feedback: Feedback) => void;
  readonly countResponse: (route: string, status: number) => void;
  readonly registry: Pick<Registry, 'metrics' | 'contentType'>;
}

export interface MetricsParts {
  readonly version: string;
  readonly measured: () => Measured;
}

/** A search takes milliseconds, a delivery through a slow service seconds. */
const SECONDS = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5];
const REDIS_STATES: readonly RedisState[] = ['up', 'down', 'none'];

/** The Bot Framework lets any client say which channel it is; a label is one of these or `other`. */
const CHANNELS: Readonly<Record<string, string>> = {
  directline: 'web',
  web: 'web',
  msteams: 'teams',
  teams: 'teams',
  slack: 'slack',
  emulator: 'emulator',
};
const channelOf = (channel: string): string =>
  Object.hasOwn(CHANNELS, channel) ? (CHANNELS[channel] ?? 'other') : 'other';

/** What Prometheus is told. `docs/metrics.md` explains each; no label holds what came from outside. */
export function createMetrics({ version, measured }: MetricsParts): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  addGauges(registry, version, measured);
  const registers = [registry];
  const turns = new Counter({
    name: 'standpunkt_turns_total',
    help: 'Messages answered, by channel and kind of answer.',
    labelNames: ['channel', 'kind'],
    registers,
  });
  const failedTurns = new Counter({
    name: 'standpunkt_failed_turns_total',
    help: 'Messages whose turn failed, by channel.',
    labelNames: ['channel'],
    registers,
  });
  const seconds = new Histogram({
    name: 'standpunkt_turn_seconds',
    help: 'Seconds from a message to its answer, without its delivery.',
    labelNames: ['channel'],
    buckets: SECONDS,
    registers,
  });
  const feedback = new Counter({
    name: 'standpunkt_feedback_total',
    help: 'Feedback on answers; a thumb down without a reason has the reason none.',
    labelNames: ['channel', 'reaction', 'reason'],
    registers,
  });
  const responses = new Counter({
    name: 'standpunkt_http_responses_total',
    help: 'HTTP responses by route and status; 499 where the client left first.',
    labelNames: ['route', 'status'],
    registers,
  });
  return {
    countTurn(channel, kind, duration) {
      turns.inc({ channel: channelOf(channel), kind });
      seconds.observe({ channel: channelOf(channel) }, duration);
    },
    countFailedTurn: (channel) => failedTurns.inc({ channel: channelOf(channel) }),
    countFeedback({ channel, reaction, reasons }) {
      const each = reasons.length > 0 ? [...new Set(reasons)] : ['none'];
      for (const reason of each) feedback.inc({ channel, reaction, reason });
    },
    countResponse: (route, status) => responses.inc({ route, status }),
    registry,
  };
}

/** Read at each scrape, so that they are never out of date. */
function addGauges(registry: Registry, version: string, measured: () => Measured): void {
  const registers = [registry];
  const number = (name: string, help: string, read: (now: Measured) => number) =>
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(read(measured()));
      },
    });
  number('standpunkt_documents', 'Documents that are served.', ({ documents }) => documents);
  number('standpunkt_passages', 'Passages in the index.', ({ passages }) => passages);
  number('standpunkt_parties', 'Parties that are known, with documents or without.', ({ parties }) => parties);
  number('standpunkt_streams_open', 'Open WebSockets of the web chat.', ({ streams }) => streams);
  number('standpunkt_in_flight', 'Turns and deliveries under way.', ({ inFlight }) => inFlight);
  const labelled = (name: string, help: string, label: string, read: () => Readonly<Record<string, number>>) =>
    new Gauge({
      name,
      help,
      labelNames: [label],
      registers,
      collect() {
        this.reset();
        for (const [value, amount] of Object.entries(read())) this.set({ [label]: value }, amount);
      },
    });
  labelled('standpunkt_knowledge_info', 'Fingerprint of the knowledge that is served.', 'fingerprint', () => ({
    [measured().fingerprint]: 1,
  }));
  labelled(
    'standpunkt_replicas',
    'Replicas by the fingerprint of the knowledge they serve; more than one for minutes: one has not taken up the new.',
    'fingerprint',
    () => measured().replicas ?? {},
  );
  labelled('standpunkt_build_info', 'Version of Standpunkt.', 'version', () => ({ [version]: 1 }));
  labelled(
    'standpunkt_redis_state',
    '1 for the present state: up, down, or none where it is not configured.',
    'state',
    () => {
      const { redis } = measured();
      return Object.fromEntries(REDIS_STATES.map((state) => [state, state === redis ? 1 : 0]));
    },
  );
}
