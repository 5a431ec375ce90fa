import type { FoundBlock } from './assemble.js';
import type { Reading, ReadingWarning } from './reading.js';

/** Pairs of letters that fonts draw as one glyph, and that a wrong letter map therefore loses together. */
const ligatures = ['ff', 'fi', 'fl', 'ffi', 'ffl', 'ft', 'ti', 'tt', 'tf', 'fj', 'th'];

/** A capital or a sign after a small letter, inside a word or at its end: "oWentlig", "Ska;", "bedri[er". */
const oddWord = /\p{Lu}?\p{Ll}+([A-Z<>;[\]{}|\\^~=+*#$]|\d(?=\p{Ll}))\p{Ll}*(?:\1\p{Ll}*)*(?![\p{L}\d])/gu;

/** Different words with the same odd sign; fewer prove nothing. */
const fewestWords = 3;
/** Share of them that one replacement turns into words: nearly all, and no other replacement half as many. */
const certain = 0.85;
/** From here on it looks like a wrong letter map that somebody should see to. */
const suspicious = 0.4;

interface Fault {
  readonly sign: string;
  readonly words: ReadonlySet<string>;
  readonly letters: string;
  readonly share: number;
  readonly runnerUp: number;
}

/**
 * Puts the letters back that a font of the file maps wrongly, where that is certain: when one pair of letters turns
 * nearly every odd word of the document into a word. Anything less is a warning, never a guess inside a quote.
 */
export function mendLetters(reading: Reading, isWord: (word: string) => boolean): Reading {
  const faults = faultsOf(reading.blocks, isWord);
  if (faults.length === 0) return reading;
  const mended = new Map(faults.filter(isCertain).map(({ sign, letters }) => [sign, letters]));
  const blocks = mended.size === 0 ? reading.blocks : reading.blocks.map((block) => mend(block, mended, isWord));
  const doubtful = faults.filter((fault) => !isCertain(fault) && fault.share >= suspicious);
  const left = [...doubtful, ...faults.filter(isCertain)].flatMap(({ sign }) => warningOf(sign, blocks, isWord));
  return { ...reading, blocks, warnings: [...reading.warnings, ...left] };
}

/** The words of a reading that no fault can have touched, in lower case. */
export function soundWords(reading: Reading): readonly string[] {
  const text = reading.blocks.map((block) => block.text).join('\n');
  return (
    text
      .replace(oddWord, ' ')
      .toLowerCase()
      .match(/\p{L}{2,}/gu) ?? []
  );
}

function isCertain({ words, share, runnerUp }: Fault): boolean {
  return words.size >= fewestWords && share >= certain && runnerUp < share / 2;
}

function faultsOf(blocks: readonly FoundBlock[], isWord: (word: string) => boolean): readonly Fault[] {
  const words = new Map<string, Set<string>>();
  for (const { text } of blocks) {
    for (const [word, sign = ''] of text.matchAll(oddWord)) {
      if (isOrdinary(word, sign, isWord)) continue;
      words.set(sign, (words.get(sign) ?? new Set<string>()).add(word));
    }
  }
  return Array.from(words, ([sign, odd]) => {
    const shares = ligatures
      .map((letters) => ({
        letters,
        share: shareOf(
          [...odd].filter((word) => isWord(whole(word, sign, letters))),
          odd,
        ),
      }))
      .toSorted((a, b) => b.share - a.share);
    const [best, second] = shares;
    return { sign, words: odd, letters: best?.letters ?? '', share: best?.share ?? 0, runnerUp: second?.share ?? 0 };
  }).filter(({ share }) => share > 0);
}

/** "skatt;" ends in a semicolon, "katteFUNN" and "kWh" are written so. */
function isOrdinary(word: string, sign: string, isWord: (word: string) => boolean): boolean {
  return isWord(word.toLowerCase()) || isWord(word.replaceAll(sign, '').toLowerCase()) || word.length < 4;
}

function shareOf(some: readonly string[], all: ReadonlySet<string>): number {
  return some.length / all.size;
}

function whole(word: string, sign: string, letters: string): string {
  return word.replaceAll(sign, letters).toLowerCase();
}

function mend(block: FoundBlock, mended: ReadonlyMap<string, string>, isWord: (word: string) => boolean): FoundBlock {
  const grown: { readonly at: number; readonly by: number }[] = [];
  const text = block.text.replace(oddWord, (word, sign: string, at: number) => {
    const letters = mended.get(sign);
    if (letters === undefined || isOrdinary(word, sign, isWord) || !isWord(whole(word, sign, letters))) return word;
    const sound = word.replaceAll(sign, letters);
    grown.push({ at, by: sound.length - word.length });
    return sound;
  });
  const shift = (at: number): number => grown.reduce((sum, { at: from, by }) => (from < at ? sum + by : sum), at);
  return { ...block, text, turns: (block.turns ?? []).map(({ at, page }) => ({ at: shift(at), page })) };
}

function warningOf(
  sign: string,
  blocks: readonly FoundBlock[],
  isWord: (word: string) => boolean,
): readonly ReadingWarning[] {
  const left = blocks.flatMap(({ text, page }) =>
    Array.from(text.matchAll(oddWord), (match) => ({ word: match[0], sign: match[1], page })).filter(
      (odd) => odd.sign === sign && !isOrdinary(odd.word, sign, isWord),
    ),
  );
  const [first] = left;
  if (!first) return [];
  const what = `a font maps letters to «${sign}» in ${left.length} places, first in «${first.word}»`;
  return [{ page: first.page, what, cure: 'save the file again from its source; the words are quoted as they are' }];
}
