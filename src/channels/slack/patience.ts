import { describeFailure } from '../failure.js';

/** Calls in all, the first included. */
const TRIES = 4;
/** A longer pause is a failure: nobody waits that long for an answer. */
const LONGEST_PAUSE_SECONDS = 60;
/** Before the one new try after Slack itself has failed. */
const AFTER_FAULT_SECONDS = 1;

export interface Patience {
  /** Calls again after a rate limit, when its delay is over, and once after a fault of Slack's. */
  readonly insist: <Result>(call: () => Promise<Result>) => Promise<Result>;
  /** For calls that an answer does not need: a failure is reported and survived. True when there was none. */
  readonly ifPossible: (what: string, call: () => Promise<unknown>) => Promise<boolean>;
}

/**
 * How calls to Slack meet its limits. Not left to the client: it would pause every call of a workspace for one channel's
 * limit, and send a message again whose first copy may have arrived.
 */
export function createPatience(
  wait: (milliseconds: number) => Promise<void>,
  report: (line: string) => void,
): Patience {
  return {
    async insist(call) {
      let faults = 0;
      for (let tries = 1; ; tries += 1) {
        try {
          return await call();
        } catch (error) {
          const fault = statusOf(error) >= 500;
          faults += fault ? 1 : 0;
          const seconds = fault && faults === 1 ? AFTER_FAULT_SECONDS : retryAfter(error);
          if (seconds === null || seconds > LONGEST_PAUSE_SECONDS || tries === TRIES) throw error;
          await wait(seconds * 1_000);
        }
      }
    },
    async ifPossible(what, call) {
      try {
        await call();
        return true;
      } catch (error) {
        report(`Slack: ${what} failed (${describeSlackFailure(error)})`);
        return false;
      }
    },
  };
}

/** Slack's own code ("channel_not_found") beside what may be told of any error. Never its message. */
export function describeSlackFailure(error: unknown): string {
  const data = field(error, 'data');
  const code = field(data, 'error');
  const known = typeof code === 'string' && /^[\w-]{1,64}$/.test(code) ? ` ${code}` : '';
  return describeFailure(error) + known;
}

/** Slack's code for why a call was refused; null when it was not refused by Slack. */
export function refusal(error: unknown): string | null {
  const code = field(field(error, 'data'), 'error');
  return typeof code === 'string' ? code : null;
}

/** Seconds; null when it is no rate limit. */
function retryAfter(error: unknown): number | null {
  const seconds = field(error, 'retryAfter');
  return typeof seconds === 'number' ? seconds : null;
}

function statusOf(error: unknown): number {
  return Number(field(error, 'statusCode') ?? 0);
}

function field(source: unknown, name: string): unknown {
  return source !== null && typeof source === 'object' ? Reflect.get(source, name) : undefined;
}
