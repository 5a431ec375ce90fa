import type { Language } from '../domain.js';
import type { Strings } from './strings.js';
import { en } from './strings-en.js';
import { nb } from './strings-nb.js';
import { nn } from './strings-nn.js';

export const translations: Readonly<Record<Language, Strings>> = { nb, nn, en };

/** As each language calls itself. */
export const languageNames: Readonly<Record<Language, string>> = { nb: 'Bokmål', nn: 'Nynorsk', en: 'English' };

/** BCP 47, as sent with what a person writes. */
export const locales: Readonly<Record<Language, string>> = { nb: 'nb-NO', nn: 'nn-NO', en: 'en' };

/** The words of the language chosen, put where they stand and put anew when another is chosen. */
export interface Words {
  readonly language: () => Language;
  readonly now: () => Strings;
  readonly always: (apply: (strings: Strings) => void) => void;
  readonly switchTo: (language: Language) => void;
}

export function createWords(first: Language): Words {
  const places: ((strings: Strings) => void)[] = [];
  let language = first;
  return {
    language: () => language,
    now: () => translations[language],
    always: (apply) => {
      places.push(apply);
      apply(translations[language]);
    },
    switchTo: (chosen) => {
      language = chosen;
      for (const apply of places) apply(translations[chosen]);
    },
  };
}

/** Keeps the text of an element in the language chosen. */
export function says<E extends Element>(words: Words, element: E, pick: (strings: Strings) => string): E {
  words.always((strings) => (element.textContent = pick(strings)));
  return element;
}

/** Keeps an attribute in the language chosen. */
export function names<E extends Element>(
  words: Words,
  element: E,
  attribute: string,
  pick: (strings: Strings) => string,
): E {
  words.always((strings) => element.setAttribute(attribute, pick(strings)));
  return element;
}
