import { slackAccess, type SlackVariables } from './access.js';
import { createMemoryKeptAnswers } from './kept-answers.js';
import { createMemoryKeySet } from './key-set.js';
import { createSlack, type Slack, type SlackParts } from './slack.js';

/** A thread that nobody wrote in for a day needs a new mention; nothing is remembered for longer. */
export const KNOWN_MINUTES = 24 * 60;

export interface SlackSettings extends SlackVariables {
  readonly PORT: number;
  readonly PUBLIC_URL?: string | undefined;
  readonly STATE_MINUTES: number;
}

export type SlackSurroundings = Omit<SlackParts, 'access' | 'publicUrl' | 'known' | 'kept' | 'slackApiUrl'> &
  Partial<Pick<SlackParts, 'known' | 'kept'>>;

/** Slack as it is configured, with its state in this process unless it is given; null when it is not configured. */
export function openSlack(settings: SlackSettings, parts: SlackSurroundings): Slack | null {
  const access = slackAccess(settings);
  if (access === null) return null;
  const { now } = parts;
  return createSlack({
    known: createMemoryKeySet({ now, minutes: KNOWN_MINUTES }),
    kept: createMemoryKeptAnswers({ now, minutes: settings.STATE_MINUTES }),
    ...parts,
    access,
    // Without an address it is a trial over Socket Mode, on the machine of who tries it.
    publicUrl: settings.PUBLIC_URL ?? `http://localhost:${settings.PORT}`,
  });
}
