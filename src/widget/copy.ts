import type { ReplyQuote } from '../domain.js';
import { element } from './element.js';
import type { Announce } from './frame.js';
import { icon } from './icon.js';
import { inBase } from './in-base.js';
import { names, type Words } from './words.js';

export interface CopyActions {
  readonly words: Words;
  readonly base: string;
  readonly announce: Announce;
}

/** Copies the quote as one would cite it. `failure` is where it is said that it could not. */
export function copyButton(
  quote: ReplyQuote,
  party: string,
  failure: HTMLElement,
  { words, base, announce }: CopyActions,
): HTMLElement {
  const { number } = quote.citation;
  const button = element('button', { type: 'button', class: 'icon-button copy' }, icon('copy'));
  names(words, button, 'aria-label', (strings) => strings.copy.label(number));
  names(words, button, 'title', (strings) => strings.copy.label(number));
  const press = async (): Promise<void> => {
    const done = await copy(citedText(quote, party, base), button);
    announce(done ? words.now().copy.done : words.now().copy.failed);
    failure.textContent = done ? '' : words.now().copy.failed;
    if (!done) return;
    button.replaceChildren(icon('done'));
    button.addEventListener('blur', () => button.replaceChildren(icon('copy')), { once: true });
  };
  button.addEventListener('click', () => void press());
  return button;
}

/** `«quote» – party: source. Address`, with the lead-in that the quote completes. */
export function citedText(
  { text, leadIn, source, citation, warnings }: ReplyQuote,
  party: string,
  base: string,
): string {
  const frame = leadIn === null ? '' : `«${leadIn}» … `;
  const said = [`${party}: ${source}.`, ...warnings].join(' ');
  return `${frame}«${text}» – ${said} ${inBase(citation.viewer, base) ?? ''}`.trim();
}

async function copy(text: string, near: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text, near);
  }
}

/** For plain http pages, which have no clipboard. */
function copyBySelection(text: string, near: HTMLElement): boolean {
  const field = element('textarea', { class: 'visually-hidden', readonly: '' });
  field.value = text;
  near.after(field);
  field.select();
  // Deprecated, and all there is where the page is not secure.
  const done = document.execCommand('copy');
  field.remove();
  near.focus();
  return done;
}
