import type { IncomingMessage, Speaker, Turn } from './domain.js';

/** What a channel needs of the bot. */
export interface Bot {
  /** Answers one message. Never throws for anything a person can write. */
  readonly turn: (message: IncomingMessage, speaker: Speaker) => Promise<Turn>;
  /** The first message of a conversation: what this is, that it is automatic, and who runs it. */
  readonly welcome: (locale: string | null) => Turn;
}
