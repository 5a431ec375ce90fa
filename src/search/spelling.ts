/** A word of the knowledge that is spelled nearly as another. */
export interface Spelled {
  readonly word: string;
  readonly term: string;
  /** Letters to insert, remove or change. */
  readonly distance: number;
}

/**
 * Words with their terms → those that begin as a word does and are at most so many letters from it. By first letter and
 * length they are put in order at a tenth of the cost of a tree, and few enough are left to be compared one by one.
 */
export function openSpelling(
  words: ReadonlyMap<string, string>,
): (word: string, letters: number) => readonly Spelled[] {
  const byFirst = new Map<string, string[][]>();
  for (const word of words.keys()) {
    const first = word.charAt(0);
    const byLength = byFirst.get(first) ?? [];
    (byLength[word.length] ??= []).push(word);
    byFirst.set(first, byLength);
  }
  return (asked, letters) => {
    const byLength = byFirst.get(asked.charAt(0)) ?? [];
    const found: Spelled[] = [];
    const distanceTo = distancesWithin(letters, asked);
    for (let length = Math.max(0, asked.length - letters); length <= asked.length + letters; length += 1) {
      for (const word of byLength[length] ?? []) {
        const distance = distanceTo(word);
        if (distance <= letters) found.push({ word, term: words.get(word) ?? '', distance });
      }
    }
    return found;
  };
}

/** A word → Levenshtein's distance of any other; where that is more than `most`, some number that is more than `most`. */
export function distancesWithin(most: number, to: string): (word: string) => number {
  const codes = Uint16Array.from({ length: to.length }, (_, at) => to.charCodeAt(at));
  const cells = new Uint16Array(to.length + 1);
  return (word) => {
    for (let column = 0; column <= to.length; column += 1) cells[column] = column;
    // The cells of one row: how far the word's first `row` letters are from the first `column` of the other. Further than
    // `most` from the diagonal there can only be more than that.
    for (let row = 1; row <= word.length; row += 1) {
      const code = word.charCodeAt(row - 1);
      const from = Math.max(1, row - most);
      const end = Math.min(to.length, row + most);
      let diagonal = cells[from - 1] ?? 0;
      let left = row;
      let least = row;
      cells[from - 1] = row;
      for (let column = from; column <= end; column += 1) {
        const above = cells[column] ?? 0;
        const changed = diagonal + (code === codes[column - 1] ? 0 : 1);
        left = Math.min(changed, above + 1, left + 1);
        least = Math.min(least, left);
        cells[column] = left;
        diagonal = above;
      }
      if (least > most) return most + 1;
    }
    return cells[to.length] ?? 0;
  };
}
