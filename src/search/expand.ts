import type { Language } from '../domain.js';
import type { Word } from '../language/analyse.js';
import { particles } from '../language/stop-words.js';
import { asIs, askedInEnglish, type AskedWord } from './asked-word.js';
import type { PassageIndex } from './open-index.js';
import { rarity } from './rarity.js';
import type { Alternative, Senses, Thesaurus } from './thesaurus.js';

/** One word of a question, with every way in which a programme may say it, or what it says with others. */
export interface Concept {
  readonly label: string;
  /** Its normal form, as the question has it or means to. */
  readonly term: string;
  readonly role: 'topic' | 'filling';
  /** An English word of an English question: that no Norwegian document has it says nothing. */
  readonly isForeign: boolean;
  /** Has the vocabulary, or a compound's parts, something to say about it? */
  readonly isKnown: boolean;
  readonly alternatives: readonly Alternative[];
  /** The parts of a compound, all of which are needed: "narkotikastraff" is "straff" for "narkotika". */
  readonly parts: readonly Concept[];
  /** What the word says together with others of the question: "skatt … foreldre … dør" is "arveavgift". */
  readonly together: readonly Meaning[];
}

/** What several words of a question mean together; each of them holds the same one. */
export interface Meaning {
  readonly alternatives: readonly Alternative[];
}

/** Letters of a message that are looked at, and terms: a longer question would block the others. */
export const mostTerms = 32;
const longestTerm = 64;
const longestAbbreviation = 5;
/** A letter too many, too few or swapped is a slip; another letter in its place is often another word. */
const slip = 0.85;
const otherLetter = 0.6;
/** How surely a compound means its part, and a word its synonym, when they are looked for together with others. */
const partSense = 0.9;
const synonymSense = 0.9;

/** The words of a topic → concepts. */
export function expand(topic: string, language: Language, index: PassageIndex): readonly Concept[] {
  const words = (language === 'en' ? askedInEnglish(topic, index) : index.analyser.analyse(topic).map(asIs))
    .filter(({ word }) => word.word.length <= longestTerm && (word.role !== 'stop' || particles.has(word.word)))
    .slice(0, mostTerms);
  const concepts = words.map((asked) => single(asked, language, index));
  const meant = words.map((asked, at) => senses(asked, concepts[at]?.alternatives ?? []));
  const matches = index.thesaurus.together(meant, 'norwegian');
  const english =
    language === 'en'
      ? index.thesaurus.together(
          words.map(({ english: said }) => new Map(said.map((stem) => [stem, 1]))),
          'english',
        )
      : [];
  const meanings = [...matches, ...english].map(({ words: places, alternatives }) => ({
    places,
    meaning: { alternatives: alternatives.map((alternative) => asSpecific(alternative, index)) },
  }));
  const together = (at: number): readonly Meaning[] =>
    meanings.filter(({ places }) => places.has(at)).map(({ meaning }) => meaning);
  // "jobbe mindre" is a topic; the filling of "bygge reaktorer" stays filling.
  const isTopic = (at: number): boolean =>
    matches.some(
      ({ words: places }) => places.has(at) && [...places].every((place) => words[place]?.word.role !== 'topic'),
    );
  return distinct(
    concepts
      .map((concept, at) => joined(concept, together(at), isTopic(at)))
      .filter((_, at) => words[at]?.word.role !== 'stop'),
  );
}

/** Rarity, 0 to 1 a term, from which a way to say several words at once is taken at its word. */
const specific = 0.7;

/** "skole" says less than "mobil i skoletida" asks, though a group has it: what is common stands for little. */
function asSpecific({ terms, weight }: Alternative, index: PassageIndex): Alternative {
  const rarityOf = (term: string): number => rarity(index.lookUp(term).size, index.passages.size);
  const rarities = terms.reduce((sum, term) => sum + rarityOf(term), 0);
  return { terms, weight: weight * Math.min(1, rarities / specific) };
}

function joined(concept: Concept, together: readonly Meaning[], isTopic: boolean): Concept {
  if (together.length === 0) return concept;
  return { ...concept, isKnown: true, together, role: isTopic ? 'topic' : concept.role };
}

/** A word stands for itself, in part for its parts and its synonyms. */
function senses({ word, terms: own }: AskedWord, alternatives: readonly Alternative[]): Senses {
  const found = new Map<string, number>();
  for (const { terms, weight } of alternatives) {
    const [synonym, ...more] = terms;
    if (synonym !== undefined && more.length === 0) found.set(synonym, synonymSense * weight);
  }
  for (const part of word.parts) found.set(part, partSense);
  for (const term of own) found.set(term, 1);
  return found;
}

function single(asked: AskedWord, language: Language, index: PassageIndex): Concept {
  const { word, label, terms, ways } = asked;
  const known = lookUp(asked, index);
  const role = word.role === 'topic' ? 'topic' : 'filling';
  const alternatives: Alternative[] = [{ terms, weight: 1 }, ...known];
  // "lar" in lower case is a verb and an abbreviation; which one, only the documents tell.
  const capitals = word.word.toUpperCase();
  const isAbbreviation =
    word.role !== 'stop' && word.word.length <= longestAbbreviation && index.lookUp(capitals).size > 0;
  if (isAbbreviation)
    alternatives.push({ terms: [capitals], weight: 1 }, ...index.thesaurus.alone(capitals, 'norwegian'));
  // What has a vector is a word of ours, though no document or group has it: "staben" is no slip for "staten".
  const isLearnt = index.wordVectors.numbersOf([word.term]).length > 0;
  const written = known.length > 0 || ways.length > 0 || isLearnt || index.isWord(word.word);
  const isSlip = !written && role === 'topic' && index.lookUp(word.term).size === 0;
  const corrected = isSlip ? spelled(word, index) : [];
  alternatives.push(...corrected);
  const asWritten = isAbbreviation && index.lookUp(capitals).size > index.lookUp(word.term).size ? capitals : word.term;
  const term = corrected[0]?.terms[0] ?? asWritten;
  const parts = word.parts.map((part) => partConcept(part, index));
  const isKnown = known.length > 0 || isAbbreviation || parts.length > 0;
  const isForeign = language === 'en' && !index.isWritten(label);
  return { label, term, role, isForeign, isKnown, alternatives, parts, together: [] };
}

function partConcept(part: string, index: PassageIndex): Concept {
  const alternatives = [{ terms: [part], weight: 1 }, ...index.thesaurus.alone(part, 'norwegian')];
  return {
    label: part,
    term: part,
    role: 'topic',
    isForeign: false,
    isKnown: true,
    alternatives,
    parts: [],
    together: [],
  };
}

/** What else says the same as a word, or as what it is in Norwegian. */
function lookUp({ terms, english, ways }: AskedWord, { thesaurus }: PassageIndex): readonly Alternative[] {
  const [stem, ...more] = english;
  return [
    ...[{ terms, weight: 1 }, ...ways].flatMap((way, at) => [...(at > 0 ? [way] : []), ...synonymsOf(way, thesaurus)]),
    ...(stem === undefined || more.length > 0 ? [] : thesaurus.alone(stem, 'english')),
  ];
}

function synonymsOf({ terms, weight }: Alternative, { alone }: Thesaurus): readonly Alternative[] {
  const [term = '', ...more] = terms;
  if (more.length > 0) return [];
  return alone(term, 'norwegian').map((synonym) => ({ terms: synonym.terms, weight: weight * synonym.weight }));
}

/** The nearest word of the knowledge: one letter off in words of five to eight, two in longer ones. */
function spelled(word: Word, index: PassageIndex): readonly Alternative[] {
  const letters = word.word.length;
  if (letters < 5 || /\p{N}/u.test(word.word)) return [];
  // A compound of known words is seldom a slip: "pukkelaks" is one for "pukkellaks", "redningsbil" none for "redningsbåt".
  const isCompound = word.parts.length > 0;
  const most = letters > 8 && !isCompound ? 2 : 1;
  const near = index.spelledLike(word.word, most);
  // "flypasasjeravgiften" is far from "flypassasjeravgift", its stem is not.
  const [best] = (near.length > 0 || word.term.length < 8 ? near : index.spelledLike(word.term, most)).toSorted(
    (a, b) =>
      a.distance - b.distance ||
      Number(index.isWritten(b.word)) - Number(index.isWritten(a.word)) ||
      (a.word < b.word ? -1 : 1),
  );
  if (!best) return [];
  const trust = best.word.length === letters && !isSwap(best.word, word.word) ? otherLetter : slip;
  if (isCompound && trust < slip) return [];
  const equals = index.thesaurus.alone(best.term, 'norwegian');
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
