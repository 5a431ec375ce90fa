import { fillingWords, stopWords } from './stop-words.js';
import type { Token } from './tokenize.js';

/** What a word is for a topic: its matter, filling that weighs less, or nothing. */
export type Role = 'topic' | 'filling' | 'stop';

/** Stop words that are names when they stand in capitals: the illness, the organisation, computers. */
const names = new Set(['ME', 'WHO', 'IT']);

/** Nynorsk "gjeld" is debt, but what "det gjeld" is what it concerns. */
const concerning = 'gjeld';
const beforeConcerning = new Set(['det', 'dette', 'som', 'dei', 'her', 'kva', 'kven']);
const afterConcerning = new Set(['det', 'dette', 'også', 'òg', 'berre', 'både']);

/** "de pleier å tape" is what they mostly do; else "pleier" is one who nurses. */
const mostly = 'pleier';

/** The role of each word of a text. */
export function rolesOf(tokens: readonly Token[]): readonly Role[] {
  return tokens.map(({ surface, word }, at) => {
    const isVerb = beforeConcerning.has(tokens[at - 1]?.word ?? '') || afterConcerning.has(tokens[at + 1]?.word ?? '');
    if (word === concerning && isVerb) return 'stop';
    if (word === mostly && tokens[at + 1]?.word === 'å') return 'stop';
    if (names.has(surface) && !isShouting(tokens)) return 'topic';
    return stopWords.has(word) ? 'stop' : fillingWords.has(word) ? 'filling' : 'topic';
  });
}

/** In a text all in capitals, capitals say nothing. */
export function isShouting(tokens: readonly Token[]): boolean {
  return tokens.length > 1 && tokens.every((token) => token.surface === token.surface.toUpperCase());
}
