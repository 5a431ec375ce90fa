import type { QuestionState, View } from './conversation.js';
import { element } from './element.js';
import { botMessage, spoken, suggestionList, type MessageActions } from './message.js';
import { showEnd, showFromTop } from './scroll.js';
import type { Strings } from './strings.js';
import { says } from './words.js';

export interface LogActions extends MessageActions {
  readonly retry: (id: string) => void;
  readonly reopen: () => void;
  /** An answer to a question has come, for the first time. */
  readonly onAnswer: () => void;
}

export interface LogOptions {
  readonly log: HTMLElement;
  readonly notices: HTMLElement;
  /** Offered first where the page has a question of its own. */
  readonly question: string | null;
  readonly actions: LogActions;
}

export interface Log extends View {
  readonly restarted: () => void;
  readonly clear: () => void;
}

/** The messages, and what is said of how they travel. */
export function createLog({ log, notices, question, actions }: LogOptions): Log {
  const { words, announce } = actions;
  const questions = new Map<string, HTMLElement>();
  const typing = element('p', { class: 'typing' });
  const busy = element('span', {});
  const dots = element('span', { class: 'dots', 'aria-hidden': 'true' }, ...[1, 2, 3].map(() => element('i', {})));
  typing.append(dots, busy);
  return {
    asked: (id, asked) => {
      for (const used of log.querySelectorAll('.suggestions')) used.remove();
      const message = questionMessage(asked, actions);
      questions.set(id, message);
      log.append(message);
      showFromTop(message);
    },
    questionIs: (id, state) => {
      const message = questions.get(id);
      if (message === undefined) return;
      showState(message, state, actions, () => actions.retry(id));
    },
    answered: (activity, again) => {
      typing.remove();
      const message = botMessage(activity, actions);
      const greets = activity.replyToId === null;
      const isGreeting = greets && log.querySelector('.bot') === null;
      if (isGreeting && question !== null) offer(message, question, actions);
      // What was asked before the greeting came stands below it.
      if (isGreeting) log.prepend(message);
      else log.append(message);
      if (questions.size > 0 && greets) message.querySelector('.suggestions')?.remove();
      if (!again) announce(spoken(activity), activity.reply?.language);
      // An answer is read from its beginning: keep the question on top rather than the end in view.
      const last = [...questions.values()].at(-1);
      if (last !== undefined) showFromTop(last);
      if (!again && activity.replyToId !== null) actions.onAnswer();
    },
    busyWith: (activity) => {
      if (activity === null) {
        typing.remove();
        return;
      }
      const said = words.now()[activity];
      if (!typing.isConnected || busy.textContent !== said) announce(said);
      busy.textContent = said;
      log.append(typing);
      showEnd(typing);
    },
    openedWith: (failure) => {
      notices.querySelector('.connection')?.remove();
      if (failure === null) return;
      const parts = withRetry((strings) => strings.cannotConnect[failure], actions, actions.reopen);
      notices.append(element('div', { class: 'notice connection' }, ...parts));
    },
    restarted: () => {
      log.append(says(words, element('p', { class: 'message notice' }), (strings) => strings.restarted));
      announce(words.now().restarted);
    },
    clear: () => {
      questions.clear();
      log.replaceChildren();
      notices.replaceChildren();
    },
  };
}

function questionMessage(question: string, { words }: LogActions): HTMLElement {
  const speaker = says(words, element('p', { class: 'visually-hidden' }), (strings) => `${strings.you}:`);
  return element('div', { class: 'message own' }, speaker, element('p', { class: 'asked' }, question));
}

/** The page's own question among the suggestions of the greeting; it is asked when it is pressed. */
function offer(greeting: HTMLElement, question: string, actions: LogActions): void {
  const offered = suggestionList([question], actions);
  const there = greeting.querySelector('.suggestions');
  if (there === null) greeting.append(offered);
  else there.prepend(...offered.children);
}

function showState(message: HTMLElement, state: QuestionState, actions: LogActions, retry: () => void): void {
  const { words, announce } = actions;
  message.querySelector('.state')?.remove();
  if (state.kind === 'sent') return;
  const parts =
    state.kind === 'failed'
      ? withRetry((strings) => strings.failed[state.failure], actions, retry)
      : [
          says(words, element('span', {}), (strings) =>
            state.kind === 'waiting' ? strings.waiting(state.seconds) : strings.sending,
          ),
        ];
  if (state.kind === 'waiting') announce(words.now().waiting(state.seconds));
  const shown = element('div', { class: 'state' }, ...parts);
  message.append(shown);
  if (message.nextElementSibling === null) showEnd(shown);
}

function withRetry(
  pick: (strings: Strings) => string,
  { words, announce }: LogActions,
  retry: () => void,
): readonly HTMLElement[] {
  announce(pick(words.now()));
  const button = says(words, element('button', { type: 'button', class: 'retry' }), (strings) => strings.retry);
  button.addEventListener('click', retry);
  return [says(words, element('span', { class: 'failure' }), pick), button];
}
