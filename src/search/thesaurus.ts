import type { Vocabulary, VocabularyGroup } from '../domain.js';
import type { Analyser } from '../language/analyse.js';
import { remembered } from '../language/remembered.js';
import { stemEnglish } from '../language/stem-english.js';
import { stopWords } from '../language/stop-words.js';
import { tokenize } from '../language/tokenize.js';

/** One way to say a concept: all terms are needed. */
export interface Alternative {
  readonly terms: readonly string[];
  readonly weight: number;
}

/** The vocabulary by normal form: a plain value, so that it can be stored with the index. */
export interface ThesaurusTables {
  readonly groups: readonly (readonly Alternative[])[];
  /** Terms joined by a space → the groups they belong to. */
  readonly norwegian: Readonly<Record<string, readonly number[]>>;
  /** English stems joined by a space → groups. */
  readonly english: Readonly<Record<string, readonly number[]>>;
}

export interface Thesaurus {
  /** What else says the same as these terms. */
  readonly norwegian: (terms: readonly string[]) => readonly Alternative[];
  /** Norwegian for these English words. */
  readonly english: (words: readonly string[]) => readonly Alternative[];
}

/** Equals stand for each other; a narrower word says it in part; a broader one hints at it. */
const weights = { equal: 0.9, narrower: 0.5, broader: 0.35 } as const;

/** Vocabulary as written → tables. */
export function tabulateThesaurus(vocabulary: Vocabulary, analyser: Analyser): ThesaurusTables {
  const norwegian = new Map<string, Set<number>>();
  const english = new Map<string, Set<number>>();
  const add = (map: Map<string, Set<number>>, key: string, group: number): void => {
    if (key) map.set(key, (map.get(key) ?? new Set<number>()).add(group));
  };
  const stemOf = remembered(stemEnglish);
  const groups = vocabulary.groups.map((group, at) => {
    const equal = group.equal.map((phrase) => termsOf(phrase, analyser));
    for (const terms of equal) add(norwegian, terms.join(' '), at);
    for (const phrase of group.english) add(english, englishKey(phrase, stemOf), at);
    return alternativesOf(group, equal, analyser);
  });
  return { groups, norwegian: plain(norwegian), english: plain(english) };
}

export function openThesaurus({ groups, norwegian, english }: ThesaurusTables): Thesaurus {
  const look = (table: ReadonlyMap<string, readonly number[]>, key: string): readonly Alternative[] =>
    strongest(
      (table.get(key) ?? []).flatMap((group) => groups[group] ?? []),
      key,
    );
  const byTerms = new Map(Object.entries(norwegian));
  const byWords = new Map(Object.entries(english));
  return {
    norwegian: (terms) => look(byTerms, terms.join(' ')),
    english: (words) => look(byWords, words.map((word) => stemEnglish(word)).join(' ')),
  };
}

/** Each way to say it once, and not the way it was said. */
function strongest(alternatives: readonly Alternative[], said: string): readonly Alternative[] {
  const best = new Map<string, Alternative>();
  for (const alternative of alternatives) {
    const key = alternative.terms.join(' ');
    if (key !== said && alternative.weight > (best.get(key)?.weight ?? 0)) best.set(key, alternative);
  }
  return [...best.values()];
}

function alternativesOf(
  group: VocabularyGroup,
  equal: readonly (readonly string[])[],
  analyser: Analyser,
): readonly Alternative[] {
  const of = (phrases: readonly (readonly string[])[], weight: number): Alternative[] =>
    phrases.filter((terms) => terms.length > 0).map((terms) => ({ terms, weight }));
  const read = (phrases: readonly string[]): readonly (readonly string[])[] =>
    phrases.map((phrase) => termsOf(phrase, analyser));
  const hints = [...of(read(group.narrower), weights.narrower), ...of(read(group.broader), weights.broader)];
  return strongest([...of(equal, weights.equal), ...hints], '');
}

function termsOf(phrase: string, analyser: Analyser): readonly string[] {
  const words = analyser.normalise(phrase);
  const terms = words.filter((word) => word.role !== 'stop').map((word) => word.term);
  // "ha narkotika på seg" is not "narkotika": a phrase that its stop words carry is no term.
  return words.length > 1 && terms.length === 1 ? [] : terms;
}

function englishKey(phrase: string, stemOf: (word: string) => string): string {
  const words = tokenize(phrase).map((token) => token.word);
  const carrying = words.filter((word) => !stopWords.has(word));
  if (words.length > 1 && carrying.length === 1) return '';
  return carrying.map(stemOf).join(' ');
}

function plain(map: ReadonlyMap<string, ReadonlySet<number>>): Readonly<Record<string, readonly number[]>> {
  return Object.fromEntries(Array.from(map, ([key, groups]) => [key, [...groups]]));
}
