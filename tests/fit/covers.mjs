/** Does a quote hold a gold quote, as ../shared/gold/score.mjs counts it? */
export function covers(quote, gold) {
  const said = wordsOf(quote);
  const wanted = wordsOf(gold);
  if (said.length > Math.max(80, 2 * wanted.length)) return false;
  const left = new Map();
  for (const word of said) left.set(word, (left.get(word) ?? 0) + 1);
  let found = 0;
  for (const word of wanted) {
    const count = left.get(word) ?? 0;
    if (count > 0) found += 1;
    left.set(word, count - 1);
  }
  return found / wanted.length >= 0.7;
}

function wordsOf(text) {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .replaceAll('\u00AD', '')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}
