import type { Vocabulary, VocabularyGroup } from '../domain.js';
import type { Analyser } from '../language/analyse.js';
import { plainEnglish } from '../language/plain-english.js';
import { remembered } from '../language/remembered.js';
import { stemEnglish } from '../language/stem-english.js';
import { particles, stopWords } from '../language/stop-words.js';
import { tokenize } from '../language/tokenize.js';

/** One way to say a concept: all terms are needed. */
export interface Alternative {
  readonly terms: readonly string[];
  readonly weight: number;
}

/** What people say → the groups that say it in programmes' words. */
export interface WaysIn {
  /** Term → groups. */
  readonly alone: Readonly<Record<string, readonly number[]>>;
  /** The rarest of several terms that mean something together → all of them, joined by a space, and their groups. */
  readonly together: Readonly<Record<string, readonly (readonly [terms: string, groups: readonly number[]])[]>>;
}

/** The vocabulary by normal form: a plain value, so that it can be stored with the index. */
export interface ThesaurusTables {
  readonly groups: readonly (readonly Alternative[])[];
  readonly norwegian: WaysIn;
  readonly english: WaysIn;
}

/** The terms that a word of a question stands for → how surely it does, 0 to 1. */
export type Senses = ReadonlyMap<string, number>;

/** Words of a question that mean something together, wherever they stand in it. */
export interface Match {
  /** Places of the words. */
  readonly words: ReadonlySet<number>;
  readonly alternatives: readonly Alternative[];
}

export interface Thesaurus {
  /** What else says the same as a term. */
  readonly alone: (
    term: string,
    language: keyof Pick<ThesaurusTables, 'norwegian' | 'english'>,
  ) => readonly Alternative[];
  /** What says the same as several words of a question together. */
  readonly together: (words: readonly Senses[], language: 'norwegian' | 'english') => readonly Match[];
}

/** Equals stand for each other; a narrower word says it in part; a broader one hints at it. */
const weights = { equal: 0.9, narrower: 0.5, broader: 0.35 } as const;

/** What is left of a phrase without its words of acting. */
const withoutFilling = 0.5;

/** From here a word's sense is its own, not a synonym's. */
export const ownSense = 0.85;

/** Vocabulary as written → tables. */
export function tabulateThesaurus(vocabulary: Vocabulary, analyser: Analyser): ThesaurusTables {
  const norwegian = new Map<string, Set<number>>();
  const english = new Map<string, Set<number>>();
  const add = (map: Map<string, Set<number>>, terms: readonly string[], group: number): void => {
    const key = [...new Set(terms)].toSorted().join(' ');
    if (key) map.set(key, (map.get(key) ?? new Set<number>()).add(group));
  };
  const stemOf = remembered(stemEnglish);
  const read = remembered((phrase) => readPhrase(analyser.normalise(phrase)));
  const groups = vocabulary.groups.map((group, at) => {
    for (const phrase of [...group.equal, ...group.asked]) add(norwegian, read(phrase).terms, at);
    for (const phrase of group.english) add(english, englishTerms(phrase, stemOf), at);
    return alternativesOf(group, read);
  });
  return { groups, norwegian: waysIn(norwegian), english: waysIn(english) };
}

function waysIn(keys: ReadonlyMap<string, ReadonlySet<number>>): WaysIn {
  const frequency = new Map<string, number>();
  for (const key of keys.keys()) for (const term of key.split(' ')) frequency.set(term, (frequency.get(term) ?? 0) + 1);
  const alone: Record<string, readonly number[]> = {};
  const together: Record<string, (readonly [string, readonly number[]])[]> = {};
  for (const [key, groups] of keys) {
    const terms = key.split(' ');
    if (terms.length === 1) alone[key] = [...groups];
    else {
      const [rarest = ''] = terms.toSorted((a, b) => (frequency.get(a) ?? 0) - (frequency.get(b) ?? 0));
      (together[rarest] ??= []).push([key, [...groups]]);
    }
  }
  return { alone, together };
}

export function openThesaurus({ groups, norwegian, english }: ThesaurusTables): Thesaurus {
  const tables = { norwegian: opened(norwegian), english: opened(english) };
  // On first use: all of the vocabulary would take a tenth of a second of the start.
  const termsOf = remembered((key) => key.split(' '));
  const keyed: (readonly Keyed[])[] = [];
  const membersOf = (group: number): readonly Keyed[] => (keyed[group] ??= (groups[group] ?? []).map(withKey));
  const of = (numbers: readonly number[], said: string): readonly Alternative[] =>
    strongest(numbers.flatMap(membersOf), said);
  return {
    alone: (term, language) => {
      const numbers = tables[language].alone.get(term);
      return numbers === undefined ? [] : of(numbers, term);
    },
    together: (words, language) => {
      const { together } = tables[language];
      const asked = new Set(words.flatMap((senses) => [...senses.keys()]));
      const matches: Match[] = [];
      for (const term of asked) {
        for (const [key, numbers] of together.get(term) ?? []) {
          const terms = termsOf(key);
          const found = terms.every((each) => asked.has(each)) ? placesOf(terms, words) : null;
          if (found === null) continue;
          const { places, sureness } = found;
          const weighed = of(numbers, key).map((way) => ({ terms: way.terms, weight: way.weight * sureness }));
          matches.push({ words: places, alternatives: weighed });
        }
      }
      return matches;
    },
  };
}

/** A way to say something, with its terms as one string. */
interface Keyed {
  readonly key: string;
  readonly alternative: Alternative;
}

function withKey(alternative: Alternative): Keyed {
  return { key: alternative.terms.join(' '), alternative };
}

function opened({ alone, together }: WaysIn): {
  readonly alone: ReadonlyMap<string, readonly number[]>;
  readonly together: ReadonlyMap<string, WaysIn['together'][string]>;
} {
  return { alone: new Map(Object.entries(alone)), together: new Map(Object.entries(together)) };
}

/** The words that stand for all of the terms, or null. One word alone stands for them only as a compound. */
function placesOf(
  terms: readonly string[],
  words: readonly Senses[],
): { readonly places: ReadonlySet<number>; readonly sureness: number } | null {
  const places = new Set<number>();
  let sureness = 1;
  let least = 1;
  for (const term of terms) {
    let best = 0;
    let place = -1;
    for (let at = 0; at < words.length; at += 1) {
      const sense = words[at]?.get(term) ?? 0;
      if (sense <= best) continue;
      best = sense;
      place = at;
    }
    if (place < 0) return null;
    places.add(place);
    sureness *= best;
    least = Math.min(least, best);
  }
  return places.size > 1 || least >= ownSense ? { places, sureness } : null;
}

/** Each way to say it once, and not the way it was said. */
function strongest(members: readonly Keyed[], said: string): readonly Alternative[] {
  const best = new Map<string, Alternative>();
  for (const { key, alternative } of members) {
    if (key !== said && alternative.weight > (best.get(key)?.weight ?? 0)) best.set(key, alternative);
  }
  return [...best.values()];
}

interface Phrase {
  /** Empty for a phrase that its stop words carry. */
  readonly terms: readonly string[];
  /** Without words of acting; empty where they are all it has, or what is left says too little. */
  readonly bare: readonly string[];
}

function alternativesOf(group: VocabularyGroup, read: (phrase: string) => Phrase): readonly Alternative[] {
  const of = (phrases: readonly string[], weight: number): Alternative[] =>
    phrases.flatMap((phrase) => {
      const { terms, bare } = read(phrase);
      if (terms.length === 0) return [];
      return [{ terms, weight }, ...(bare.length === 0 ? [] : [{ terms: bare, weight: weight * withoutFilling }])];
    });
  const hints = [...of(group.narrower, weights.narrower), ...of(group.broader, weights.broader)];
  return strongest([...of(group.equal, weights.equal), ...hints].map(withKey), '');
}

/** Letters of a stem that says enough by itself: "kjøttforbruk", not "bolig". */
const tellingStem = 9;

type Normal = ReturnType<Analyser['normalise']>[number];

/**
 * "ha narkotika på seg" is not "narkotika": a phrase that its stop words carry has no terms, but for "ut av EU".
 * "redusere kjøttforbruket" has a bare form, as programmes halve it and cut it as well.
 */
function readPhrase(words: readonly Normal[]): Phrase {
  const carrying = words.filter(({ role }) => role !== 'stop');
  const topics = carrying.filter(({ role }) => role === 'topic').map(({ term }) => term);
  const says = topics.length > 1 || topics.some((term) => term.length >= tellingStem);
  const bare = says && topics.length < carrying.length ? topics : [];
  if (words.length === 1 || carrying.length > 1) return { terms: carrying.map(({ term }) => term), bare };
  const terms = words.filter(({ role, word }) => role !== 'stop' || particles.has(word)).map(({ term }) => term);
  return { terms: carrying[0]?.role === 'topic' && terms.length > 1 ? terms : [], bare };
}

function englishTerms(phrase: string, stemOf: (word: string) => string): readonly string[] {
  const words = tokenize(plainEnglish(phrase)).map((token) => token.word);
  const carrying = words.filter((word) => !stopWords.has(word));
  return words.length > 1 && carrying.length === 1 ? [] : carrying.map(stemOf);
}
