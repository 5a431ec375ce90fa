import type { Settings } from './settings.js';

/** What the launcher, which is in the page from the start, hands to the chat, which is loaded when it is opened. */
export interface Embedding {
  /** Inside the shadow root; has the class `sp`, which holds the colours. */
  readonly place: HTMLElement;
  readonly root: ShadowRoot;
  readonly settings: Settings;
  /** Where the service is, with a slash at the end. */
  readonly base: string;
  /** Tells the page, without what was said. */
  readonly tell: (event: 'open' | 'close' | 'question' | 'answer') => void;
  /** The chat has closed: the launcher comes back, with the focus. */
  readonly closed: () => void;
}

export interface MountedChat {
  /** Shows it; `focus` where a person opened it. */
  readonly open: (focus: boolean) => void;
  readonly close: () => void;
  /** The element has left the page; opening it takes the conversation up again. */
  readonly rest: () => void;
  readonly ask: (question: string) => void;
}

export type Mount = (embedding: Embedding) => MountedChat;
