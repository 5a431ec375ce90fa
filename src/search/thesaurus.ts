import type { Analyser } from '../language/analyse.js';
import { stemEnglish } from '../language/stem-english.js';
import { stopWords } from '../language/stop-words.js';
import { tokenize } from '../language/tokenize.js';
import type { Vocabulary, VocabularyGroup } from '../domain.js';

/** One way to say a concept: all terms are needed. */
export interface Alternative {
  readonly terms: readonly string[];
  readonly weight: number;
}

export interface Thesaurus {
  /** Terms joined by a space → what else says the same. */
  readonly norwegian: ReadonlyMap<string, readonly Alternative[]>;
  /** English stems joined by a space → Norwegian terms. */
  readonly english: ReadonlyMap<string, readonly Alternative[]>;
}

/** Equals stand for each other; a narrower word says it in part; a broader one hints at it. */
const weights = { equal: 0.9, narrower: 0.5, broader: 0.35 } as const;

/** Vocabulary as written → look-up by normal form. */
export function createThesaurus(vocabulary: Vocabulary, analyser: Analyser): Thesaurus {
  const norwegian = new Map<string, Alternative[]>();
  const english = new Map<string, Alternative[]>();
  for (const group of vocabulary.groups) {
    const alternatives = alternativesOf(group, analyser);
    for (const phrase of group.equal) append(norwegian, termsOf(phrase, analyser).join(' '), alternatives);
    for (const phrase of group.english) append(english, englishKey(phrase), alternatives);
  }
  return { norwegian, english };
}

/** Stop words inside a phrase carry nothing: "heroin på resept" is found by "heroin resept". */
export function englishKey(phrase: string): string {
  const words = tokenize(phrase).map((token) => token.word);
  const carrying = words.filter((word) => !stopWords.has(word));
  if (words.length > 1 && carrying.length === 1) return '';
  return carrying.map((word) => stemEnglish(word)).join(' ');
}

function alternativesOf(group: VocabularyGroup, analyser: Analyser): Alternative[] {
  const of = (phrases: readonly string[], weight: number): Alternative[] =>
    phrases.map((phrase) => ({ terms: termsOf(phrase, analyser), weight })).filter(({ terms }) => terms.length > 0);
  return [
    ...of(group.equal, weights.equal),
    ...of(group.narrower, weights.narrower),
    ...of(group.broader, weights.broader),
  ];
}

function termsOf(phrase: string, analyser: Analyser): readonly string[] {
  const words = analyser.normalise(phrase);
  const terms = words.filter((word) => word.role !== 'stop').map((word) => word.term);
  // "ha narkotika på seg" is not "narkotika": a phrase that its stop words carry is no term.
  return words.length > 1 && terms.length === 1 ? [] : terms;
}

function append(map: Map<string, Alternative[]>, key: string, alternatives: readonly Alternative[]): void {
  if (!key) return;
  const strongest = new Map<string, Alternative>();
  for (const alternative of [...(map.get(key) ?? []), ...alternatives]) {
    const said = alternative.terms.join(' ');
    if (said !== key && alternative.weight > (strongest.get(said)?.weight ?? 0)) strongest.set(said, alternative);
  }
  map.set(key, [...strongest.values()]);
}
