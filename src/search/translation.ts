import type { Vocabulary } from '../domain.js';
import { plainEnglish } from '../language/plain-english.js';
import { stemEnglish } from '../language/stem-english.js';
import { tokenize } from '../language/tokenize.js';

/** English words and phrases → what they are in Norwegian, by spelling and by stem: a plain value, to be stored. */
export interface TranslationTables {
  readonly written: Readonly<Record<string, readonly string[]>>;
  readonly stemmed: Readonly<Record<string, readonly string[]>>;
}

/** Words of an English text that are one word or phrase in Norwegian. */
export interface Rendering {
  /** Place of the first of the words, and how many they are. */
  readonly at: number;
  readonly count: number;
  /** The likeliest first; empty where nothing is known. */
  readonly norwegian: readonly string[];
}

/** English words → the same in their order, with what they are in Norwegian. */
export type Translation = (words: readonly string[]) => readonly Rendering[];

/** Words of a phrase: "freedom of the press". */
const longestPhrase = 4;

export function tabulateTranslation(english: Vocabulary['english']): TranslationTables {
  const written = new Map<string, readonly string[]>();
  const stemmed = new Map<string, readonly string[]>();
  for (const [phrase, norwegian] of english) {
    const words = tokenize(plainEnglish(phrase)).map(({ word }) => word);
    const stems = words.map(stemEnglish).join(' ');
    written.set(words.join(' '), norwegian);
    // "organ" and "organisation" have one stem: the first of the list is who other forms are taken for.
    if (!stemmed.has(stems)) stemmed.set(stems, norwegian);
  }
  return { written: Object.fromEntries(written), stemmed: Object.fromEntries(stemmed) };
}

/** The longest phrase that is known is taken first, as spelled before by its stems: "child benefit" is no benefit of a child. */
export function openTranslation(tables: TranslationTables): Translation {
  const written = new Map(Object.entries(tables.written));
  const stemmed = new Map(Object.entries(tables.stemmed));
  return (words) => {
    const stems = words.map(stemEnglish);
    const longestAt = (at: number): Rendering => {
      for (let count = Math.min(longestPhrase, words.length - at); count > 0; count -= 1) {
        const end = at + count;
        const norwegian = written.get(words.slice(at, end).join(' ')) ?? stemmed.get(stems.slice(at, end).join(' '));
        if (norwegian !== undefined) return { at, count, norwegian };
      }
      return { at, count: 1, norwegian: [] };
    };
    const renderings: Rendering[] = [];
    for (let at = 0; at < words.length; at += renderings.at(-1)?.count ?? 1) renderings.push(longestAt(at));
    return renderings;
  };
}
