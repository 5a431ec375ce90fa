import { element } from './element.js';
import { says, type Words } from './words.js';

export interface NetworkOptions {
  readonly notices: HTMLElement;
  readonly words: Words;
  readonly announce: (text: string) => void;
  /** Whether there is a conversation to care for. */
  readonly isInUse: () => boolean;
  readonly recover: () => void;
  readonly rest: () => void;
  readonly keepAlive: () => void;
}

/** Milliseconds: well within the half hour that a token lives. */
const keepAliveEvery = 5 * 60_000;

/** Says when the person is offline, fetches what was missed when they are back, and keeps the token alive meanwhile. */
export function watchNetwork({ notices, words, announce, isInUse, recover, rest, keepAlive }: NetworkOptions): void {
  const offline = says(words, element('p', { class: 'notice offline' }), (strings) => strings.offline);
  addEventListener('offline', () => {
    if (!isInUse()) return;
    notices.prepend(offline);
    announce(words.now().offline);
  });
  addEventListener('online', () => {
    offline.remove();
    if (isInUse()) recover();
  });
  // The way back to a page is quick only when it left no socket open.
  addEventListener('pagehide', rest);
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted && isInUse()) recover();
  });
  setInterval(() => {
    if (isInUse() && !document.hidden) keepAlive();
  }, keepAliveEvery);
  document.addEventListener('visibilitychange', () => {
    if (isInUse() && !document.hidden) keepAlive();
  });
}
