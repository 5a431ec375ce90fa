import type { SocketModeReceiver } from '@slack/bolt';
import { describeSlackFailure, refusal } from './patience.js';

/** Between tries, growing from the first to the last. */
const PAUSES_SECONDS = [0, 1, 2, 5, 10, 30, 60];

/** Refusals that no further try mends. */
const FINAL = ['invalid_auth', 'not_authed', 'account_inactive', 'token_revoked', 'not_allowed_token_type'];

export interface Connected {
  /** Ends when the first connection stands, or cannot. */
  readonly started: Promise<void>;
  readonly stop: () => Promise<void>;
}

/**
 * Keeps the WebSocket of Socket Mode open. Slack closes it every few hours. The client's own reconnection is switched
 * off: when it fails, nothing can catch its error, and the whole process would end.
 */
export function keepConnected(
  receiver: SocketModeReceiver,
  wait: (milliseconds: number) => Promise<void>,
  report: (line: string) => void,
): Connected {
  const state = { stopped: false };
  let first = () => {};
  const started = new Promise<void>((resolve) => (first = resolve));
  const run = async () => {
    for (let failures = 0; !state.stopped;) {
      await wait((PAUSES_SECONDS[Math.min(failures, PAUSES_SECONDS.length - 1)] ?? 0) * 1_000);
      if (state.stopped) break;
      try {
        await receiver.start();
        failures = 0;
        first();
        await new Promise<void>((resolve) => receiver.client.once('disconnected', () => resolve()));
      } catch (error) {
        failures += 1;
        const final = FINAL.includes(refusal(error) ?? '');
        const cure = final ? '; make a new app-level token with connections:write and set SLACK_APP_TOKEN' : '';
        report(`Slack: Socket Mode does not connect (${describeSlackFailure(error)})${cure}`);
        first();
        if (final) return;
      }
    }
    first();
  };
  void run();
  return {
    started,
    async stop() {
      state.stopped = true;
      await receiver.client.disconnect();
    },
  };
}
