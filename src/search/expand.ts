import type { Language } from '../domain.js';
import type { Word } from '../language/analyse.js';
import type { PassageIndex } from './open-index.js';
import type { Alternative } from './thesaurus.js';

/** One thing that a question asks about, with every way in which a programme may say it. */
export interface Concept {
  readonly label: string;
  readonly role: 'topic' | 'filling';
  /** Has the vocabulary, or a compound's parts, something to say about it? */
  readonly isKnown: boolean;
  readonly alternatives: readonly Alternative[];
  /** The parts of a compound, all of which are needed: "narkotikastraff" is "straff" for "narkotika". */
  readonly parts: readonly Concept[];
  /** The words of a phrase, for slices that say some of it in other ways than the vocabulary knows. */
  readonly members: readonly Concept[];
}

/** Letters of a message that are looked at, and terms: a longer question would block the others. */
export const mostTerms = 32;
const longestTerm = 64;
const longestPhrase = 4;
const longestAbbreviation = 5;
/** A letter too many, too few or swapped is a slip; another letter in its place is often another word. */
const slip = 0.85;
const otherLetter = 0.6;

/** The words of a topic → concepts, longest phrase of the vocabulary first. */
export function expand(topic: string, language: Language, index: PassageIndex): readonly Concept[] {
  const words = index.analyser
    .analyse(topic)
    .filter((word) => word.role !== 'stop' && word.word.length <= longestTerm)
    .slice(0, mostTerms);
  const concepts: Concept[] = [];
  for (let at = 0; at < words.length;) {
    const phrase = longestKnown(words.slice(at, at + longestPhrase), language, index);
    concepts.push(phrase.concept);
    at += phrase.length;
  }
  return distinct(concepts);
}

function longestKnown(
  words: readonly Word[],
  language: Language,
  index: PassageIndex,
): { concept: Concept; length: number } {
  for (let length = words.length; length > 1; length -= 1) {
    const phrase = words.slice(0, length);
    const alternatives = lookUp(phrase, language, index);
    if (alternatives.length === 0) continue;
    const terms = phrase.map((word) => word.term);
    const label = phrase.map((word) => word.word).join(' ');
    const said = [{ terms, weight: 1 }, ...alternatives];
    const members = phrase.map((each) => single(each, language, index));
    return { concept: { label, role: 'topic', isKnown: true, alternatives: said, parts: [], members }, length };
  }
  const [word] = words;
  if (!word) throw new RangeError('longestKnown needs a word; check the loop in expand');
  return { concept: single(word, language, index), length: 1 };
}

function single(word: Word, language: Language, index: PassageIndex): Concept {
  const known = lookUp([word], language, index);
  const role = word.role === 'filling' ? 'filling' : 'topic';
  const alternatives: Alternative[] = [{ terms: [word.term], weight: 1 }, ...known];
  // "lar" in lower case is a verb and an abbreviation; which one, only the documents tell.
  const capitals = word.word.toUpperCase();
  const isAbbreviation = word.word.length <= longestAbbreviation && index.lookUp(capitals).size > 0;
  if (isAbbreviation) alternatives.push({ terms: [capitals], weight: 1 }, ...index.thesaurus.norwegian([capitals]));
  const written = known.length > 0 || index.isWritten(word.word);
  if (!written && role === 'topic' && index.lookUp(word.term).size === 0) alternatives.push(...spelled(word, index));
  const parts = word.parts.map((part) => partConcept(part, index));
  const isKnown = known.length > 0 || isAbbreviation || parts.length > 0;
  return { label: word.word, role, isKnown, alternatives, parts, members: [] };
}

function partConcept(part: string, index: PassageIndex): Concept {
  const alternatives = [{ terms: [part], weight: 1 }, ...index.thesaurus.norwegian([part])];
  return { label: part, role: 'topic', isKnown: true, alternatives, parts: [], members: [] };
}

function lookUp(words: readonly Word[], language: Language, { thesaurus }: PassageIndex): readonly Alternative[] {
  const found = thesaurus.norwegian(words.map((word) => word.term));
  return language === 'en' ? [...found, ...thesaurus.english(words.map(({ word }) => word))] : found;
}

/** The nearest word of the knowledge: one letter off in words of five to eight, two in longer ones. */
function spelled(word: Word, index: PassageIndex): readonly Alternative[] {
  const letters = word.word.length;
  if (letters < 5 || /\p{N}/u.test(word.word)) return [];
  const [best] = index
    .spelledLike(word.word, letters > 8 ? 2 : 1)
    .filter((candidate) => candidate.word.at(0) === word.word.at(0))
    .toSorted((a, b) => a.distance - b.distance || (a.word < b.word ? -1 : 1));
  if (!best) return [];
  const trust = best.word.length === letters && !isSwap(best.word, word.word) ? otherLetter : slip;
  const equals = index.thesaurus.norwegian([best.term]);
  const scaled = equals.map(({ terms, weight }) => ({ terms, weight: weight * trust }));
  return [{ terms: [best.term], weight: trust }, ...scaled];
}

function isSwap(a: string, b: string): boolean {
  return Array.from(a).toSorted().join('') === Array.from(b).toSorted().join('');
}

function distinct(concepts: readonly Concept[]): readonly Concept[] {
  const seen = new Set<string>();
  return concepts.filter(({ alternatives }) => {
    const key = alternatives[0]?.terms.join(' ') ?? '';
    return !seen.has(key) && seen.add(key);
  });
}
