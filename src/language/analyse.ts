import { splitCompound } from './compounds.js';
import { openNynorsk, tabulateNynorsk, type NynorskTables } from './nynorsk.js';
import { remembered } from './remembered.js';
import { stem } from './stem.js';
import { isShouting, rolesOf, type Role } from './roles.js';
import { stopWords } from './stop-words.js';
import { tokenize, type Token } from './tokenize.js';

export interface Word extends Token {
  /** Normal form: stem, nynorsk brought to bokmål, abbreviations in capitals. */
  readonly term: string;
  /** Normal forms of a compound's parts; empty for a word that is none. */
  readonly parts: readonly string[];
  readonly role: Role;
}

/** What an analyser knows besides the language: a plain value, so that it can be stored with the index. */
export interface AnalyserTables {
  /** Lower-case words that stand by themselves in the knowledge or the vocabulary: what compounds are made of. */
  readonly words: readonly string[];
  /** The stems of those words. */
  readonly stems: readonly string[];
  readonly nynorsk: NynorskTables;
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

/** Words, pairs and names as written → tables. */
export function tabulate(
  words: Iterable<string>,
  nynorsk: readonly (readonly [nn: string, nb: string])[],
  names: Iterable<string>,
): AnalyserTables {
  const alone = [...new Set(words)].toSorted();
  return {
    words: alone,
    stems: [...new Set(alone.map(stem))].toSorted(),
    nynorsk: tabulateNynorsk(nynorsk),
    names: [...new Set(names)].toSorted(),
  };
}

/** Makes the one analyser that the index and the question share. */
export function createAnalyser(tables: AnalyserTables): Analyser {
  const stemOf = remembered(stem);
  const bokmål = new Set(tables.nynorsk.words.map(([nn]) => nn));
  const alone = new Set(tables.words);
  const { rootOf, inBokmål } = openNynorsk(tables.nynorsk, (word) => alone.has(word));
  const stems = new Set(tables.stems);
  const protectedNames = new Set(tables.names);
  const split = remembered((word) =>
    splitCompound(word, {
      isFirst: (part) => alone.has(part) || alone.has(`${part}e`) || bokmål.has(part),
      isWhole: (part) => bokmål.has(part),
      lastOf: (part) => (stems.has(stemOf(part)) && !stopWords.has(part) ? stemOf(part) : undefined),
    }).map(rootOf),
  );
  const normalise: Analyser['normalise'] = (text) => {
    const tokens = tokenize(text);
    const shouting = isShouting(tokens);
    const roles = rolesOf(tokens);
    return tokens.map((token, at) => {
      const role = roles[at] ?? 'topic';
      if (!shouting && abbreviation.test(token.surface)) return { ...token, term: token.surface, role };
      return { ...token, term: rootOf(token.word.replace(/[-’']/gu, '')), role };
    });
  };
  const partsOf = ({ surface, word, term, role }: Omit<Word, 'parts'>): readonly string[] => {
    const hyphenated = surface.split(/[-’']/u).filter((part) => part.length > 1);
    if (hyphenated.length > 1) {
      return hyphenated.map((part) => (abbreviation.test(part) ? part : rootOf(part.toLowerCase())));
    }
    return role === 'stop' || protectedNames.has(word) || term === term.toUpperCase() ? [] : split(inBokmål(word));
  };
  return { normalise, analyse: (text) => normalise(text).map((word) => ({ ...word, parts: partsOf(word) })) };
}
