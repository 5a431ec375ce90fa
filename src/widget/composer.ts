import { element } from './element.js';
import { icon } from './icon.js';
import { names, says, type Words } from './words.js';

export interface Composer {
  readonly element: HTMLElement;
  readonly input: HTMLTextAreaElement;
}

/** As the server cuts messages. */
const longestQuestion = '2000';

export interface ComposerOptions {
  readonly words: Words;
  readonly onAsk: (question: string) => void;
  /** Nothing was written. */
  readonly onEmpty: () => void;
}

/** The field and its button. */
export function createComposer({ words, onAsk, onEmpty }: ComposerOptions): Composer {
  const input = element('textarea', {
    id: 'standpunkt-input',
    rows: '1',
    maxlength: longestQuestion,
    autocomplete: 'off',
    enterkeyhint: 'send',
  });
  names(words, input, 'placeholder', (strings) => strings.inputHint);
  const label = says(words, element('label', { for: input.id, class: 'visually-hidden' }), (all) => all.inputLabel);
  const send = names(
    words,
    element('button', { type: 'submit', class: 'send' }, icon('send')),
    'aria-label',
    (strings) => strings.send,
  );
  const form = element('form', { class: 'composer' }, label, element('div', { class: 'field' }, input, send));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const question = input.value.trim();
    if (question === '') {
      onEmpty();
      input.focus();
      return;
    }
    input.value = '';
    onAsk(question);
  });
  input.addEventListener('keydown', (event) => {
    // Enter also ends the choice of a character in input methods; that one is not ours.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  });
  return { element: form, input };
}
