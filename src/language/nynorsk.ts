import { openCompounds, tabulateCompounds, type NynorskCompounds } from './nynorsk-compounds.js';
import { remembered } from './remembered.js';
import { stem } from './stem.js';
import { stopWords } from './stop-words.js';

/** What brings nynorsk to bokmål: a plain value, so that it can be stored with the index. */
export interface NynorskTables {
  /** Nynorsk word → bokmål word. */
  readonly words: readonly (readonly [nn: string, nb: string])[];
  /** Nynorsk stem → the nynorsk words that have it, for the other forms of those words. */
  readonly stems: readonly (readonly [stem: string, nn: readonly string[]])[];
  readonly compounds: NynorskCompounds;
}

/** Letters. A stem that lost more is another word's: Snowball cuts "skogeigar" to "skog". */
const longestEnding = 3;

/** The stem of "eg" is that of "egen", of "sumar" that of "sum": a short one speaks for a word that loses little. */
const isTelling = (root: string, word: string): boolean =>
  root.length > 3 || (root.length === 3 && word.length - root.length <= 1);

/** Words that have no other forms: "dykker" and "korken" are none of them. */
const unbent = new Set(['dykk', 'korkje']);

/** Is this told for compounds alone: "vass-", "-veg"? */
export function isOfCompounds(nn: string): boolean {
  return /^-|-$/u.test(nn);
}

/** Pairs as written → tables. A word with a hyphen is told for compounds alone: "vass-: vann-", "-veg: -vei". */
export function tabulateNynorsk(pairs: readonly (readonly [nn: string, nb: string])[]): NynorskTables {
  const lower = pairs.map(([nn, nb]) => [nn.toLowerCase(), nb.toLowerCase()] as const);
  const written = lower.filter(([nn]) => !isOfCompounds(nn));
  const stems = new Map<string, string[]>();
  for (const [nn] of written) {
    const root = stem(nn);
    if (unbent.has(nn) || nn.length - root.length > longestEnding || !isTelling(root, nn)) continue;
    stems.set(root, [...(stems.get(root) ?? []), nn]);
  }
  const bokmål = new Map(written);
  const closings = Array.from(stems, ([root, [nn = '']]) => ({ root, nn, nb: stem(bokmål.get(nn) ?? nn) }));
  const told = lower.filter(([nn]) => isOfCompounds(nn));
  const last = closings.filter(({ nn }) => !stopWords.has(nn)).map(({ root, nb }) => [root, nb] as const);
  return { words: written, stems: [...stems], compounds: tabulateCompounds(written, told, last) };
}

export interface Nynorsk {
  /** Lower-case word → the bokmål word, as far as it is known: "skulen" → "skole", "vassforsyninga" → "vannforsyninga". */
  readonly inBokmål: (word: string) => string;
  /** Lower-case word → its stem in bokmål: "skulen" → of "skole", "kulturskulen" → of "kulturskole". */
  readonly rootOf: (word: string) => string;
}

/** @param isWord is this a bokmål word that the knowledge has by itself? */
export function openNynorsk(tables: NynorskTables, isWord: (word: string) => boolean): Nynorsk {
  const words = new Map(tables.words);
  const stems = new Map(tables.stems);
  const known = (word: string): string | undefined =>
    words.get(word) ?? words.get(nearestTo(word, stems.get(stem(word)) ?? []) ?? '');
  const { inBokmål, closed } = openCompounds(tables.compounds, isWord);
  return {
    inBokmål: remembered((word) => known(word) ?? inBokmål(word)),
    rootOf: remembered((word) => {
      const nb = known(word);
      return nb === undefined ? closed(stem(inBokmål(word))) : stem(nb);
    }),
  };
}

/** Of words with one stem, the one that begins most alike, or the shorter: "hausten" is of "haust", not of "hausting". */
function nearestTo(word: string, candidates: readonly string[]): string | undefined {
  const alike = (other: string): number => {
    let letters = 0;
    while (letters < other.length && other[letters] === word[letters]) letters += 1;
    return letters;
  };
  return candidates.toSorted((a, b) => alike(b) - alike(a) || a.length - b.length)[0];
}
