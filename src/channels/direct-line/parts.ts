import type { Bot } from '../../bot.js';
import type { Feedback, RateLimit } from '../../domain.js';
import type { ConversationLog } from './log.js';
import type { Tokens } from './tokens.js';
import type { TurnOrder } from './turn-order.js';

/** Runs `work` once after so many milliseconds, unless the returned function is called before. */
export type After = (milliseconds: number, work: () => void) => () => void;

export interface DirectLineParts {
  readonly bot: Bot;
  readonly tokens: Tokens;
  readonly log: ConversationLog;
  /** Null: source links and streams lead to the address the client used. */
  readonly publicUrl: string | null;
  readonly allowedOrigins: readonly string[];
  /** Messages and streams, by person. */
  readonly messageLimit: RateLimit;
  /** Tokens and conversations, by address. */
  readonly tokenLimit: RateLimit;
  /** Everything that is asked with a token, by person. */
  readonly requestLimit: RateLimit;
  readonly countFeedback: (feedback: Feedback) => void;
  /** Whether a key is seen for the first time, as far back as the log goes. */
  readonly isFirst: (key: string) => Promise<boolean>;
  readonly order: TurnOrder;
  /** Open streams in this process; each costs some tens of kilobytes. */
  readonly mostStreams: number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly after: After;
  /** Unguessable: at least 128 random bits as text that is safe in a path. */
  readonly newId: () => string;
  /** Takes one line for the log of the operator; it never holds what people say. */
  readonly report: (line: string) => void;
}
