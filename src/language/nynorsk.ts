import { remembered } from './remembered.js';
import { stem } from './stem.js';
import { stopWords } from './stop-words.js';

/** What brings nynorsk to bokmål: a plain value, so that it can be stored with the index. */
export interface NynorskTables {
  /** Nynorsk word → bokmål stem. */
  readonly words: readonly (readonly [nn: string, nb: string])[];
  /** Nynorsk stem → the nynorsk words that have it, for the other forms of those words. */
  readonly stems: readonly (readonly [stem: string, nn: readonly string[]])[];
  /** Nynorsk word → bokmål word, of those that may open compounds: "førebyggingsløft". */
  readonly openings: readonly (readonly [nn: string, nb: string])[];
}

/** Letters. A stem that lost more is another word's: Snowball cuts "skogeigar" to "skog". */
const longestEnding = 3;

/** The stem of "eg" is that of "egen", of "sumar" that of "sum": a short one speaks for a word that loses little. */
const isTelling = (root: string, word: string): boolean =>
  root.length > 3 || (root.length === 3 && word.length - root.length <= 1);

/** Letters of the first word of a compound and of what follows it; of the stem of the last and of what comes before. */
const shortestOpening = 5;
const shortestRest = 4;
const shortestClosing = 4;
const shortestLead = 3;

/** "slege" is "slått", and "sykehuslege" no blow. */
const shortVerb = /^\p{L}{1,2}[aeiouyæøå]$/u;

/** Of nynorsk "inntek": "inntektene" is no "inntek" and "tene". */
const takes = 'tek';

/** Pairs as written → tables. */
export function tabulateNynorsk(pairs: readonly (readonly [nn: string, nb: string])[]): NynorskTables {
  const written = pairs.map(([nn, nb]) => [nn.toLowerCase(), nb.toLowerCase()] as const);
  const stems = new Map<string, string[]>();
  for (const [nn] of written) {
    const root = stem(nn);
    if (nn.length - root.length > longestEnding || !isTelling(root, nn)) continue;
    stems.set(root, [...(stems.get(root) ?? []), nn]);
  }
  return {
    words: written.map(([nn, nb]) => [nn, stem(nb)]),
    stems: [...stems],
    openings: written.filter(
      ([nn, nb]) => nn.length >= shortestOpening && /^\p{L}+$/u.test(nn + nb) && !nn.endsWith(takes),
    ),
  };
}

/** Lower-case word → its stem, nynorsk brought to bokmål: "skulen" → the stem of "skole", "kulturskulen" → of "kulturskole". */
export function openNynorsk(tables: NynorskTables): (word: string) => string {
  const words = new Map(tables.words);
  const stems = new Map(tables.stems);
  const openings = new Map(tables.openings);
  const closings = new Map(
    tables.stems.flatMap(([root, [nn = '']]) => {
      const nb = words.get(nn) ?? root;
      return root.length >= shortestClosing && !stopWords.has(nn) && !shortVerb.test(nb) ? [[root, nb] as const] : [];
    }),
  );
  const byStem = (word: string, root: string): string | undefined => {
    const nearest = nearestTo(word, stems.get(root) ?? []);
    return nearest === undefined ? undefined : words.get(nearest);
  };
  const opened = (word: string): string => {
    for (let at = word.length - shortestRest; at >= shortestOpening; at -= 1) {
      const nb = openings.get(word.slice(0, at));
      if (nb !== undefined && !word.startsWith(nb)) return stem(nb + word.slice(at));
    }
    return stem(word);
  };
  const closed = (root: string): string => {
    for (let at = shortestLead; at <= root.length - shortestClosing; at += 1) {
      const nb = closings.get(root.slice(at));
      if (nb !== undefined) return root.slice(0, at) + nb;
    }
    return root;
  };
  return remembered((word) => words.get(word) ?? byStem(word, stem(word)) ?? closed(opened(word)));
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
