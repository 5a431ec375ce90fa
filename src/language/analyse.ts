import { splitCompound } from './compounds.js';
import { remembered } from './remembered.js';
import { stem } from './stem.js';
import { fillingWords, stopWords } from './stop-words.js';
import { tokenize, type Token } from './tokenize.js';

export interface Word extends Token {
  /** Normal form: stem, nynorsk brought to bokmål, abbreviations in capitals. */
  readonly term: string;
  /** Normal forms of a compound's parts; empty for a word that is none. */
  readonly parts: readonly string[];
  readonly role: 'topic' | 'filling' | 'stop';
}

/** What an analyser knows besides the language: a plain value, so that it can be stored with the index. */
export interface AnalyserTables {
  /** Lower-case words that stand by themselves in the knowledge or the vocabulary: what compounds are made of. */
  readonly words: readonly string[];
  /** The stems of those words. */
  readonly stems: readonly string[];
  /** Nynorsk word → bokmål stem. */
  readonly nynorsk: readonly (readonly [nn: string, nb: string])[];
  /** Nynorsk stem → bokmål stem, for the other forms of those words. */
  readonly nynorskStems: readonly (readonly [nn: string, nb: string])[];
  /** Nynorsk word → bokmål word, of those that may open compounds: "førebyggingsløft". */
  readonly nynorskOpenings: readonly (readonly [nn: string, nb: string])[];
  /** Lower-case names that are never split: Senterungdommen and Senterpartiet must not meet in "senter". */
  readonly names: readonly string[];
}

export interface Analyser {
  readonly analyse: (text: string) => readonly Word[];
  /** The same words without their parts, at a fraction of the time: for vocabulary, which is matched as a whole. */
  readonly normalise: (text: string) => readonly Omit<Word, 'parts'>[];
}

/** LAR, HAB, SFO, EØS, NAV, CO2: capitals are what tells them from words ("lar"). */
const abbreviation = /^(?=.*\p{Lu})[\p{Lu}\p{N}]{2,6}$/u;

/** Letters. A stem that lost more is another word's: Snowball cuts "skogeigar" to "skog". */
const longestEnding = 3;

/** The stem of "eg" is that of "egen", of "sumar" that of "sum": a short one speaks for a word that loses little. */
const isTelling = (root: string, word: string): boolean =>
  root.length > 3 || (root.length === 3 && word.length - root.length <= 1);

/** Letters of the first word of a nynorsk compound, and of what follows it. */
const shortestOpening = 5;
const shortestRest = 4;

/** Words, pairs and names as written → tables. */
export function tabulate(
  words: Iterable<string>,
  nynorsk: readonly (readonly [nn: string, nb: string])[],
  names: Iterable<string>,
): AnalyserTables {
  const alone = [...new Set(words)].toSorted();
  const pairs = nynorsk.map(([nn, nb]) => [nn.toLowerCase(), stem(nb.toLowerCase())] as const);
  return {
    words: alone,
    stems: [...new Set(alone.map(stem))].toSorted(),
    nynorsk: pairs,
    nynorskStems: pairs
      .filter(([nn]) => nn.length - stem(nn).length <= longestEnding && isTelling(stem(nn), nn))
      .map(([nn, nb]) => [stem(nn), nb]),
    nynorskOpenings: nynorsk
      .map(([nn, nb]) => [nn.toLowerCase(), nb.toLowerCase()] as const)
      .filter(([nn, nb]) => nn.length >= shortestOpening && /^\p{L}+$/u.test(nn + nb)),
    names: [...new Set(names)].toSorted(),
  };
}

/** Makes the one analyser that the index and the question share. */
export function createAnalyser(tables: AnalyserTables): Analyser {
  const stemOf = remembered(stem);
  const bokmål = new Map(tables.nynorsk);
  const bokmålStems = new Map(tables.nynorskStems);
  const alone = new Set(tables.words);
  const stems = new Set(tables.stems);
  const protectedNames = new Set(tables.names);
  const openings = new Map(tables.nynorskOpenings);
  const opened = remembered((word) => {
    for (let at = word.length - shortestRest; at >= shortestOpening; at -= 1) {
      const nb = openings.get(word.slice(0, at));
      if (nb !== undefined) return stem(nb + word.slice(at));
    }
    return stemOf(word);
  });
  const normal = (word: string): string => bokmål.get(word) ?? bokmålStems.get(stemOf(word)) ?? opened(word);
  const split = remembered((word) =>
    splitCompound(word, {
      isFirst: (part) => alone.has(part) || alone.has(`${part}e`) || bokmål.has(part),
      isWhole: (part) => bokmål.has(part),
      lastOf: (part) => (stems.has(stemOf(part)) && !stopWords.has(part) ? stemOf(part) : undefined),
    }).map(normal),
  );
  const normalise: Analyser['normalise'] = (text) => {
    const tokens = tokenize(text);
    const shouting = isShouting(tokens);
    return tokens.map((token) => {
      if (!shouting && abbreviation.test(token.surface)) return { ...token, term: token.surface, role: 'topic' };
      return { ...token, term: normal(token.word.replace(/[-’']/gu, '')), role: roleOf(token.word) };
    });
  };
  const partsOf = ({ surface, word, term, role }: Omit<Word, 'parts'>): readonly string[] => {
    const hyphenated = surface.split(/[-’']/u).filter((part) => part.length > 1);
    if (hyphenated.length > 1) {
      return hyphenated.map((part) => (abbreviation.test(part) ? part : normal(part.toLowerCase())));
    }
    return role === 'stop' || protectedNames.has(word) || term === term.toUpperCase() ? [] : split(word);
  };
  return { normalise, analyse: (text) => normalise(text).map((word) => ({ ...word, parts: partsOf(word) })) };
}

function roleOf(word: string): Word['role'] {
  return stopWords.has(word) ? 'stop' : fillingWords.has(word) ? 'filling' : 'topic';
}

/** In a text all in capitals, capitals say nothing. */
function isShouting(tokens: readonly Token[]): boolean {
  return tokens.length > 1 && tokens.every((token) => token.surface === token.surface.toUpperCase());
}
