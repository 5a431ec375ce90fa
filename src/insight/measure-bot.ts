import type { Bot } from '../bot.js';
import type { AnswerKind } from '../domain.js';
import type { InFlight } from './in-flight.js';

export interface MeasureParts {
  /** Milliseconds since any fixed point. */
  readonly now: () => number;
  readonly inFlight: InFlight;
  readonly countTurn: (channel: string, kind: AnswerKind, seconds: number) => void;
  readonly countFailedTurn: (channel: string) => void;
}

/** The same bot, whose turns are counted by channel and kind of answer. */
export function measureBot(bot: Bot, { now, inFlight, countTurn, countFailedTurn }: MeasureParts): Bot {
  return {
    ...bot,
    turn: (message, speaker) =>
      inFlight.track(async () => {
        const began = now();
        try {
          const turn = await bot.turn(message, speaker);
          // Talk that was overheard in a thread and meant for somebody else is no turn of ours.
          if (!turn.ignored) countTurn(speaker.channel, turn.answer.kind, (now() - began) / 1_000);
          return turn;
        } catch (error) {
          countFailedTurn(speaker.channel);
          throw error;
        }
      }),
  };
}
