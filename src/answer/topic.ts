import type { Span } from '../domain.js';
import { stopWords } from '../language/stop-words.js';
import { tokenize } from '../language/tokenize.js';

/**
 * What a question is about: the text without the parties' names, from its first word that carries a topic to its last.
 * "Vil Frp tvinge narkomane inn på avrusning?" → "tvinge narkomane inn på avrusning". Empty when nothing is left.
 */
export function topicOf(text: string, parties: readonly Span[]): string {
  let rest = '';
  let at = 0;
  for (const { start, end } of parties) {
    rest += text.slice(at, start).replace(/(?:\s(?:og|and|eller|or|,|vs\.?))?\s*$/iu, ' ');
    at = end;
  }
  rest = (rest + text.slice(at)).replace(/\s+/gu, ' ');
  const carrying = tokenize(rest).filter((token) => !stopWords.has(token.word));
  const first = carrying[0];
  const last = carrying.at(-1);
  return first && last ? rest.slice(first.start, last.end) : '';
}
