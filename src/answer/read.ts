import type { IncomingMessage, Language, Utterance } from '../domain.js';
import { detectLanguage } from '../language/detect-language.js';

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
  return { text, language: languageOf(text, message.locale), unreadable: unreadable(text) };
}

function unreadable(text: string): Utterance['unreadable'] {
  if (!text) return 'empty';
  return /\p{L}/u.test(text) ? null : 'no-letters';
}

/** The language of the question; where it shows none, that of the channel; bokmål otherwise. */
function languageOf(text: string, locale: string | null): Language {
  const detected = detectLanguage(text);
  if (detected !== 'nb') return detected;
  return /^nn\b/iu.test(locale ?? '') && !/\b(?:jeg|ikke|hva|hvem|hvordan|noen)\b/iu.test(text) ? 'nn' : 'nb';
}
