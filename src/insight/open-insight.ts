import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import type { Bot } from '../bot.js';
import { createInFlight, type InFlight } from './in-flight.js';
import { createLifeRoutes, SHORT_FINGERPRINT } from './life-routes.js';
import type { Log } from './log.js';
import { measureBot } from './measure-bot.js';
import { createMetrics, type Measured, type Metrics } from './metrics.js';
import { observeRequests } from './observe-requests.js';
import { readiness } from './readiness.js';

export interface InsightParts {
  readonly version: string;
  readonly log: Log;
  readonly isDraining: () => boolean;
  readonly bot: Bot;
  /** The whole fingerprint of the knowledge, and figures of this moment. */
  readonly standing: () => Omit<Measured, 'inFlight'>;
}

export interface Insight {
  readonly metrics: Metrics;
  /** Turns and deliveries under way. */
  readonly inFlight: InFlight;
  /** The bot with its turns counted. */
  readonly bot: Bot;
  /** Takes work of one channel that is done once; while it runs, the service does not stop. */
  readonly tracked: (once: Once) => Once;
  readonly observe: RequestHandler;
  readonly life: RequestHandler;
}

type Once = (key: string, work: () => Promise<void>) => Promise<void>;

/** Everything that tells the operator how the service does, and nothing of what is said. */
export function openInsight({ version, log, isDraining, bot, standing }: InsightParts): Insight {
  const now = () => performance.now();
  const inFlight = createInFlight();
  const measured = () => {
    const { fingerprint, replicas = {}, ...figures } = standing();
    const short = (print: string) => print.slice(0, SHORT_FINGERPRINT);
    return {
      ...figures,
      fingerprint: short(fingerprint),
      replicas: Object.fromEntries(Object.entries(replicas).map(([print, number]) => [short(print), number])),
      inFlight: inFlight.count(),
    };
  };
  const metrics = createMetrics({ version, measured });
  return {
    metrics,
    inFlight,
    bot: measureBot(bot, { ...metrics, now, inFlight }),
    tracked: (once) => (key, work) => inFlight.track(() => once(key, work)),
    observe: observeRequests({ newId: randomUUID, now, log, ...metrics }),
    life: createLifeRoutes({
      version,
      readiness: () => readiness({ ...standing(), draining: isDraining() }),
      fingerprint: () => standing().fingerprint,
    }),
  };
}
