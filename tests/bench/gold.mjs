import { readFile } from 'node:fs/promises';

/** A passage holds the answer when it has this share of the words of a gold quote, as in src/cli/score.ts. */
const enough = 0.7;

export async function readLines(file) {
  const text = await readFile(file, 'utf8');
  return text
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => JSON.parse(line));
}

/** The questions about positions, each understood after those before it. `ask(text, previous)` gives a Question. */
export function positionQuestions(items, ask) {
  return items.flatMap(({ turns, question }) => {
    const asked = [];
    for (const text of turns ?? [question]) {
      const next = ask(text, asked.at(-1) ?? null);
      if (next.intent.kind === 'position') asked.push(next);
    }
    return asked;
  });
}

/** Questions of one turn with gold quotes → one question a party, with the ids of the passages that are right. */
export function trialsOf(items, passages, ask) {
  const wordsIn = new Map(passages.map((passage) => [passage, countsOf(wordsOf(passage.text))]));
  const answered = items.filter(({ turns, expect, gold }) => expect === 'answer' && gold?.length && !turns?.[1]);
  return answered.flatMap(({ turns, question, party, gold, also = [] }) => {
    const [text] = turns ?? [question];
    const { topic, language } = ask(text, null);
    const parties = [...new Set(gold.map((each) => each.party ?? party))];
    return parties.map((asked) => {
      const quotes = [...gold, ...also].filter((each) => (each.party ?? party) === asked).map(({ quote }) => quote);
      const own = passages.filter((passage) => passage.party === asked);
      const right = own.filter((passage) => quotes.some((quote) => covers(wordsIn.get(passage), quote)));
      return { text, topic, language, party: asked, right: right.map(({ id }) => id) };
    });
  });
}

function covers(counts, quote) {
  const wanted = countsOf(wordsOf(quote));
  let found = 0;
  let all = 0;
  for (const [word, count] of wanted) {
    found += Math.min(count, counts.get(word) ?? 0);
    all += count;
  }
  return found / all >= enough;
}

function countsOf(words) {
  const counts = new Map();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function wordsOf(text) {
  const letters = text.normalize('NFKC').toLowerCase().replaceAll('\u00AD', '');
  return letters.match(/[\p{L}\p{N}]+/gu) ?? [];
}
