import type { QuestionState, View } from './conversation.js';
import { element } from './element.js';
import { botMessage } from './render.js';
import type { Strings } from './strings.js';

/** What a person does in the chat. */
export interface ChatActions {
  readonly ask: (question: string) => void;
  readonly retry: (id: string) => void;
  readonly reopen: () => void;
}

export interface ChatOptions {
  readonly strings: Strings;
  readonly language: string;
  readonly origin: string;
  readonly actions: ChatActions;
}

export interface Chat extends View {
  readonly element: HTMLElement;
  readonly restarted: () => void;
}

/** As the server cuts messages. */
const longestQuestion = '2000';

/** The parts of the page that the chat is made of. */
interface Parts {
  readonly log: HTMLElement;
  readonly status: HTMLElement;
  readonly connectionFailure: HTMLElement;
  readonly form: HTMLFormElement;
  readonly input: HTMLTextAreaElement;
}

/** The chat as elements, and the view that a conversation shows itself through. */
export function createChat(options: ChatOptions): Chat {
  const { strings, actions } = options;
  const parts = createParts(strings);
  const questions = new Map<string, HTMLElement>();
  const ask = (question: string): void => {
    actions.ask(question);
    takeFocus(parts);
  };
  listen(parts, strings, ask);
  return {
    element: frame(parts, options),
    asked: (id, question) => {
      const message = questionMessage(question, strings);
      questions.set(id, message);
      for (const used of parts.log.querySelectorAll('.suggestions')) used.remove();
      parts.log.append(message);
      message.scrollIntoView({ block: 'start' });
    },
    questionIs: (id, state) => {
      const message = questions.get(id);
      if (message === undefined) return;
      showState(message, state, strings, () => {
        actions.retry(id);
        takeFocus(parts);
      });
    },
    answered: (activity) => {
      parts.log.append(botMessage(activity, { strings, origin: options.origin, onSuggestion: ask }));
      // An answer is read from its beginning: keep the question on top rather than the end in view.
      lastOf(questions)?.scrollIntoView({ block: 'start' });
    },
    busyWith: (activity) => {
      parts.status.textContent = activity === null ? '' : strings[activity];
      parts.status.classList.toggle('busy', activity !== null);
    },
    openedWith: (failure) => {
      const message = failure === null ? [] : failureWithRetry(strings.cannotConnect[failure], strings, actions.reopen);
      parts.connectionFailure.replaceChildren(...message);
    },
    restarted: () => parts.log.append(element('p', { class: 'message notice' }, strings.restarted)),
  };
}

function createParts(strings: Strings): Parts {
  const input = element('textarea', {
    id: 'standpunkt-input',
    rows: '1',
    maxlength: longestQuestion,
    autocomplete: 'off',
    enterkeyhint: 'send',
    placeholder: strings.inputHint,
  });
  const status = element('p', { class: 'status', role: 'status' });
  const label = element('label', { for: input.id }, strings.inputLabel);
  const send = element('button', { type: 'submit', class: 'send' }, strings.send);
  return {
    log: element('div', {
      class: 'log',
      role: 'log',
      'aria-live': 'polite',
      'aria-label': strings.conversation,
      tabindex: '-1',
    }),
    status,
    connectionFailure: element('div', { class: 'connection-failure', role: 'alert' }),
    input,
    form: element(
      'form',
      {},
      element('div', { class: 'above-field' }, label, status),
      element('div', { class: 'field' }, input, send),
    ),
  };
}

function frame(parts: Parts, { strings, language }: ChatOptions): HTMLElement {
  return element(
    'div',
    { class: 'chat', lang: language },
    element('h2', { class: 'visually-hidden' }, strings.conversation),
    parts.log,
    parts.connectionFailure,
    element('div', { class: 'composer' }, parts.form),
  );
}

function listen({ form, input, status }: Parts, strings: Strings, ask: (question: string) => void): void {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const question = input.value.trim();
    if (question === '') {
      status.textContent = strings.empty;
      input.focus();
      return;
    }
    input.value = '';
    ask(question);
  });
  input.addEventListener('keydown', (event) => {
    // Enter also ends the choice of a character in input methods; that one is not ours.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  });
}

// The pressed button goes away, so the focus needs a place. On a telephone the input would open the keyboard over the
// answer: there the focus goes to the messages unless the person was writing.
function takeFocus({ input, log }: Parts): void {
  const writing = document.activeElement === input;
  const place = matchMedia('(pointer: coarse)').matches && !writing ? log : input;
  place.focus({ preventScroll: true });
}

function questionMessage(question: string, strings: Strings): HTMLElement {
  return element(
    'div',
    { class: 'message own' },
    element('p', { class: 'speaker visually-hidden' }, `${strings.you}:`),
    element('p', { class: 'asked' }, question),
  );
}

function showState(message: HTMLElement, state: QuestionState, strings: Strings, retry: () => void): void {
  message.querySelector('.state')?.remove();
  if (state.kind === 'sending') message.append(element('p', { class: 'state' }, strings.sending));
  if (state.kind === 'failed')
    message.append(
      element('div', { class: 'state' }, ...failureWithRetry(strings.failed[state.failure], strings, retry)),
    );
}

function failureWithRetry(what: string, strings: Strings, retry: () => void): readonly HTMLElement[] {
  const button = element('button', { type: 'button', class: 'retry' }, strings.retry);
  button.addEventListener('click', retry);
  return [element('p', { class: 'failure' }, what), button];
}

function lastOf(questions: ReadonlyMap<string, HTMLElement>): HTMLElement | undefined {
  return [...questions.values()].at(-1);
}
