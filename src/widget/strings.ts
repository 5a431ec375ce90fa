import type { ChannelWords } from '../channels/words.js';

/** Why a request came to nothing. */
export type Failure = 'unreachable' | 'broken' | 'busy' | 'refused' | 'unanswered';

/** Everything the chat itself says. What the bot says arrives with its messages. */
export interface Strings {
  readonly title: string;
  readonly conversation: string;
  readonly language: string;
  readonly newConversation: string;
  readonly begunAnew: string;
  readonly wider: string;
  readonly narrower: string;
  readonly close: string;
  readonly you: string;
  readonly bot: string;
  readonly inputLabel: string;
  readonly inputHint: string;
  readonly send: string;
  readonly sending: string;
  readonly waiting: (seconds: number) => string;
  readonly searching: string;
  readonly connecting: string;
  readonly reconnecting: string;
  readonly offline: string;
  readonly restarted: string;
  readonly retry: string;
  readonly suggestions: string;
  readonly more: (quotes: number, party: string) => string;
  readonly opensInNewTab: string;
  readonly empty: string;
  /** Below the field, always in view. */
  readonly promise: string;
  readonly sources: string;
  readonly failed: Readonly<Record<Failure, string>>;
  readonly cannotConnect: Readonly<Record<Failure, string>>;
  readonly comparison: {
    readonly caption: string;
    readonly party: string;
    readonly words: string;
  };
  readonly copy: {
    readonly label: (number: number) => string;
    readonly done: string;
    readonly failed: string;
  };
  readonly preview: {
    readonly heading: string;
    readonly open: (number: number) => string;
    readonly loading: string;
    readonly failed: string;
    readonly source: string;
  };
  readonly feedback: ChannelWords['feedback'] & {
    readonly label: string;
    readonly failed: string;
  };
}
