import { watch } from 'node:fs';
import type { Bot } from './bot.js';

/** Milliseconds of quiet after a change: an editor saves in several steps. */
const quiet = 50;

/** What is opened: a bot, and a mark that changes with its knowledge. */
export interface Opened {
  readonly bot: Bot;
  readonly print: string;
}

export interface LiveBot<T extends Opened> {
  readonly bot: Bot;
  /** What is served right now. */
  readonly current: () => T;
}

export interface Watching<T extends Opened> {
  readonly folder: string;
  readonly open: () => Promise<T>;
  readonly report: (line: string) => void;
}

/** A bot that takes up saved changes of its knowledge folder; questions are answered from the old until the new is open. */
export async function watchKnowledge<T extends Opened>({ folder, open, report }: Watching<T>): Promise<LiveBot<T>> {
  let current = await open();
  let opening: Promise<void> | null = null;
  const reopen = async (): Promise<void> => {
    try {
      const next = await open();
      if (next.print !== current.print) report('The knowledge has changed; the new one is served.');
      current = next;
    } catch (error) {
      report(`The changed knowledge is not served: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch(folder, { recursive: true, persistent: false }, () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      opening = (opening ?? Promise.resolve()).then(reopen);
    }, quiet);
    timer.unref();
  });
  watcher.on('error', () => report(`Changes in ${folder} are no longer seen; restart to take them up.`));
  const bot: Bot = {
    turn: (message, speaker) => current.bot.turn(message, speaker),
    welcome: (locale, parties) => current.bot.welcome(locale, parties),
    forget: (speaker) => current.bot.forget(speaker),
  };
  return { bot, current: () => current };
}
