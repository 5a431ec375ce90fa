import type { Language } from '../domain.js';
import { element } from './element.js';
import type { Settings } from './settings.js';
import { iconButton } from './icon-button.js';
import { languageNames, names, says, type Words } from './words.js';

/** Says something to screen readers, once, in the only live region; `language` where it is not that of the chat. */
export type Announce = (text: string, language?: string) => void;

/** Everything around the messages. */
export interface Frame {
  readonly panel: HTMLElement;
  /** What a sheet covers and makes inert. */
  readonly content: HTMLElement;
  readonly log: HTMLElement;
  readonly notices: HTMLElement;
  readonly announce: Announce;
}

export interface FrameOptions {
  readonly settings: Settings;
  readonly words: Words;
  readonly base: string;
  readonly composer: HTMLElement;
  readonly onLanguage: (chosen: Language) => void;
  readonly onRestart: () => void;
  /** Null where the chat is part of the page and cannot be closed. */
  readonly onClose: (() => void) | null;
}

export function createFrame(options: FrameOptions): Frame {
  const { words, composer, onClose, settings } = options;
  const log = names(
    words,
    // What is new is announced by the live region; the log would read all of an answer with its buttons.
    element('div', { class: 'log', role: 'log', 'aria-live': 'off', tabindex: '0' }),
    'aria-label',
    (strings) => strings.conversation,
  );
  const notices = element('div', { class: 'notices' });
  const status = element('p', { class: 'visually-hidden', role: 'status' });
  const content = element('div', { class: 'content' }, header(options), log, notices, composer, footer(options));
  const panel = element(
    onClose === null ? 'section' : 'dialog',
    { class: `panel ${onClose === null ? 'inline' : settings.position}` },
    content,
    status,
  );
  // Not by reference: the heading is inert, and no name, while a sheet is open.
  names(words, panel, 'aria-label', (strings) => settings.title ?? strings.title);
  return { panel, content, log, notices, announce: announcer(status) };
}

function header({ settings, words, onLanguage, onRestart, onClose }: FrameOptions): HTMLElement {
  const title = says(words, element('h2', { class: 'title' }), (strings) => settings.title ?? strings.title);
  const tools = element(
    'div',
    { class: 'tools' },
    languageChoice(words, onLanguage),
    iconButton(words, 'fresh', (strings) => strings.newConversation, onRestart),
    onClose === null ? null : widthButton(words),
    onClose === null ? null : iconButton(words, 'close', (strings) => strings.close, onClose),
  );
  return element('div', { class: 'bar' }, title, tools);
}

function languageChoice(words: Words, onLanguage: FrameOptions['onLanguage']): HTMLSelectElement {
  const options = Object.entries(languageNames).map(([language, name]) =>
    element('option', { value: language, lang: language }, name),
  );
  const choice = element('select', { class: 'language' }, ...options);
  choice.value = words.language();
  names(words, choice, 'aria-label', (strings) => strings.language);
  choice.addEventListener('change', () => {
    const chosen = Object.keys(languageNames).find((language): language is Language => language === choice.value);
    if (chosen !== undefined) onLanguage(chosen);
  });
  return choice;
}

/** Comparisons are a table where there is room; the style sheet shows the button only where the window has it. */
function widthButton(words: Words): HTMLElement {
  const set = (wide: boolean, button: HTMLElement): void => {
    button.closest('.panel')?.classList.toggle('wide', wide);
    narrow.hidden = !wide;
    wider.hidden = wide;
    (wide ? narrow : wider).focus();
  };
  const narrow = iconButton(
    words,
    'narrower',
    (strings) => strings.narrower,
    () => set(false, narrow),
  );
  const wider = iconButton(
    words,
    'wider',
    (strings) => strings.wider,
    () => set(true, wider),
  );
  narrow.hidden = true;
  return element('span', { class: 'width' }, wider, narrow);
}

function footer({ words, base }: FrameOptions): HTMLElement {
  const sources = element('a', { href: `${base}kilder`, target: '_blank', rel: 'noopener' });
  words.always((strings) =>
    sources.replaceChildren(
      strings.sources,
      element('span', { class: 'visually-hidden' }, ` (${strings.opensInNewTab})`),
    ),
  );
  const promise = says(words, element('span', {}), (strings) => strings.promise);
  return element('p', { class: 'fine-print' }, promise, ' ', sources);
}

function announcer(status: HTMLElement): Announce {
  return (text, language) => {
    // The same words twice are news only when the region has been empty in between.
    status.textContent = '';
    if (language === undefined) status.removeAttribute('lang');
    else status.lang = language;
    requestAnimationFrame(() => (status.textContent = text));
  };
}
