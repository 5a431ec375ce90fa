import { stopWords } from '../language/stop-words.js';
import { tokenize } from '../language/tokenize.js';
import { wordPattern } from '../language/word-pattern.js';

/** The parties' names with what joins them: "Ap og Frp", "Ap, Frp". */
const names = /(?:\s(?:og|and|eller|or|,|vs\.?))?\s*¤s?/giu;
/** Abuse tells what somebody feels, not what they ask about. */
const abuse = new RegExp(
  wordPattern(
    String.raw`\b(?:(?:de |dei |those |these |the )?(?:jævla|jævlige|jævlig|forbanna\w*|fordømte|fuckings?|fucking|damn|bloody|helvetes|satans|drit|dritt\w*|idiot\w*|tosk\w*|tullinger|tullingane|klovn\w*|clowns?|losers?|tapere|svin|kjeltring\w*|løgner\w*|løgnar\w*|liars?|hyklere|hyklarar|teite|stupid|morons?)(?: (?:i|in|hos|at|from))?(?= |[?!.,]|$))`,
  ),
  'giu',
);

/**
 * What a message is about: the text, with `¤` for parties' names, from its first word that carries a topic to its last.
 * "Vil ¤ tvinge narkomane inn på avrusning?" → "tvinge narkomane inn på avrusning". Empty when nothing is left.
 */
export function topicOf(masked: string): string {
  const text = masked.replace(abuse, ' ').replace(names, ' ').replace(/\s+/gu, ' ');
  const carrying = tokenize(text).filter((token) => !stopWords.has(token.word));
  const first = carrying[0];
  const last = carrying.at(-1);
  return first && last ? text.slice(first.start, last.end) : '';
}
