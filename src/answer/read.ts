import type { IncomingMessage, Language, Utterance } from '../domain.js';
import { shownLanguage } from '../language/detect-language.js';

/** Characters. A longer message is cut: nobody asks a question of a page. */
export const longestMessage = 2_000;

/** Zero-width and bidi characters that hide or turn text, and control characters but for white space. */
const invisible = /\p{Cf}|[^\P{Cc}\s]|[\uFFFC\uFFFD]/gu;

/** More than two marks on one letter are an attack on the reader's screen, not spelling. */
const stackedMarks = /(\p{M}{2})\p{M}+/gu;

/** One message of a channel → text that can be understood, or why it cannot. Never throws. */
export function read(message: IncomingMessage): Utterance {
  const text = Array.from(
    message.text
      .slice(0, 4 * longestMessage)
      .toWellFormed()
      .normalize('NFC'),
  )
    .slice(0, longestMessage)
    .join('')
    .replace(invisible, '')
    .replace(stackedMarks, '$1')
    .replace(/\s+/gu, ' ')
    .trim();
  return { text, language: shownLanguage(text), locale: localeOf(message.locale), unreadable: unreadable(text) };
}

function unreadable(text: string): Utterance['unreadable'] {
  if (!text) return 'empty';
  return /\p{L}/u.test(text) ? null : 'no-letters';
}

function localeOf(tag: string | null): Language | null {
  const [, language = ''] = /^(nn|nb|no|en)(?![a-z])/iu.exec(tag ?? '') ?? [];
  const known: Readonly<Record<string, Language>> = { nn: 'nn', nb: 'nb', no: 'nb', en: 'en' };
  return known[language.toLowerCase()] ?? null;
}
