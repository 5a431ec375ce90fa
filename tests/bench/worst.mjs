/** As src/answer/read.ts and src/search/expand.ts have it. */
const longestMessage = 2_000;
const longestWord = 64;

/**
 * The question that costs most and is still read whole: the longest words that the passages have once, each with a letter
 * in the middle swapped for another. Such a word is taken apart, looked up, and compared with all others.
 */
export function worstQuestion(passages) {
  const counts = new Map();
  for (const { text } of passages) {
    for (const [word] of text.toLowerCase().matchAll(/\p{L}+/gu)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const rare = Array.from(counts.keys()).filter((word) => counts.get(word) === 1 && word.length <= longestWord);
  const words = rare.toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1)).map(misspelled);
  let text = 'Hva mener partiene om';
  for (const word of words) {
    if (text.length + 1 + word.length > longestMessage) break;
    text += ` ${word}`;
  }
  return text;
}

function misspelled(word) {
  const middle = Math.floor(word.length / 2);
  return word.slice(0, middle) + (word[middle] === 'x' ? 'z' : 'x') + word.slice(middle + 1);
}
