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
  /** Takes up what is on the disk. Until it is open, and when it cannot be opened, the old is served. */
  readonly reload: () => Promise<void>;
}

export interface Reloading<T extends Opened> {
  readonly open: () => Promise<T>;
  readonly report: (line: string) => void;
}

export interface Watching<T extends Opened> extends Reloading<T> {
  readonly folder: string;
}

/** A bot whose knowledge can be changed without a question that fails. */
export async function openLiveBot<T extends Opened>({ open, report }: Reloading<T>): Promise<LiveBot<T>> {
  let current = await open();
  let opening = Promise.resolve();
  const reopen = async (): Promise<void> => {
    try {
      const next = await open();
      if (next.print === current.print) return;
      report('The knowledge has changed; the new one is served.');
      current = next;
    } catch (error) {
      report(`The changed knowledge is not served: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  const bot: Bot = {
    turn: (message, speaker) => current.bot.turn(message, speaker),
    welcome: (locale, parties) => current.bot.welcome(locale, parties),
    forget: (speaker) => current.bot.forget(speaker),
  };
  return { bot, current: () => current, reload: () => (opening = opening.then(reopen)) };
}

/** A bot that takes up saved changes of its knowledge folder. */
export async function watchKnowledge<T extends Opened>({ folder, ...parts }: Watching<T>): Promise<LiveBot<T>> {
  const live = await openLiveBot(parts);
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch(folder, { recursive: true, persistent: false }, () => {
    clearTimeout(timer);
    timer = setTimeout(() => void live.reload(), quiet).unref();
  });
  watcher.on('error', () => parts.report(`Changes in ${folder} are no longer seen; restart to take them up.`));
  return live;
}
