import { createTurnLine } from '../one-at-a-time.js';
import type { Appended } from './log.js';

/** One turn at a time in each conversation, in the order in which its messages were logged. */
export interface TurnOrder {
  /**
   * Runs the work when the messages that were logged before are answered, or nobody is left to answer them. The work is
   * told whether nobody else can have answered this one.
   */
  readonly run: <Result>(
    conversation: string,
    message: Appended,
    work: (isUnanswered: boolean) => Promise<Result>,
  ) => Promise<Result>;
  /** How many are running or waiting here. */
  readonly length: (conversation: string) => number;
}

/** The order in this process: messages are handed in as they are logged. */
export function createMemoryTurnOrder(): TurnOrder {
  const line = createTurnLine();
  return { run: (conversation, { fresh }, work) => line.run(conversation, () => work(fresh)), length: line.length };
}
