import type { Answer, Document, Quote } from '../domain.js';
import { askedOf, type Gold } from './eval-gold.js';

export interface Score {
  readonly id: string;
  /** The id of the party asked about, `several` or `nobody`. */
  readonly party: string;
  readonly language: string;
  readonly style: string;
  readonly right: boolean;
  /** Null where the question has no answer to hit. */
  readonly hit1: boolean | null;
  readonly hit3: boolean | null;
  /** Null where it has one. */
  readonly silent: boolean | null;
  readonly falselySilent: boolean;
  /** Hits whose gold page is known, and those of them that are cited with it. */
  readonly paged: number;
  readonly rightPage: number;
  /** Quotes shown for a party that was not asked about or must not be named. */
  readonly wrongParty: number;
  /** Quotes shown, and those of them that are the very text of their document at the place they cite. */
  readonly quotes: number;
  readonly verbatim: number;
  readonly failure: string | null;
}

type Documents = ReadonlyMap<string, Pick<Document, 'body'>>;
type Verdict = (right: boolean, failure: string, more?: Partial<Score>) => Score;

/** A quote covers a gold quote when it holds this share of its words … */
const covered = 0.7;
/** … and is a quote, not a passage. Words. */
const longestQuote = 80;

/** Holds the answer to the last turn against what is right. */
export function score(gold: Gold, answer: Answer, documents: Documents): Score {
  const asked = new Set(askedOf(gold));
  const shown = answer.positions.filter(({ status }) => status === 'found');
  const verdict = verdictOf(gold, answer, documents);
  switch (gold.expect) {
    case 'answer':
      return scoreAnswer(gold, answer, verdict);
    case 'abstain': {
      const silent = [...asked].every(
        (party) => answer.positions.find((position) => position.party.id === party)?.status !== 'found',
      );
      return verdict(silent && answer.positions.length > 0, 'answered what is not there', { silent });
    }
    case 'refuse':
      return verdict(answer.kind === 'declined' && shown.length === 0, `not declined: ${answer.kind}`);
    case 'clarify':
      return verdict(answer.kind === 'clarify', `did not ask back: ${answer.kind}`);
    case 'help':
      return verdict(answer.kind === 'help' && shown.length === 0, `no help: ${answer.kind}`);
    default:
      return gold.expect satisfies never;
  }
}

/** What holds of every answer, whatever was expected: no other party's quotes, and no quote that is not verbatim. */
function verdictOf(gold: Gold, answer: Answer, documents: Documents): Verdict {
  const asked = askedOf(gold);
  const shown = answer.positions.filter(({ status }) => status === 'found');
  const wrong = shown.filter(
    ({ party }) =>
      !asked.includes(party.id) &&
      (gold.must_not_parties.includes(party.id) || (asked.length > 0 && gold.kind !== 'all')),
  );
  const quotes = shown.flatMap((position) => position.quotes);
  const base = {
    id: gold.id,
    party: asked.length > 1 ? 'several' : (asked[0] ?? 'nobody'),
    language: gold.lang,
    style: gold.kind ?? gold.style ?? 'item',
    hit1: null,
    hit3: null,
    silent: null,
    falselySilent: false,
    paged: 0,
    rightPage: 0,
    wrongParty: wrong.length,
    quotes: quotes.length,
    verbatim: quotes.filter((quote) => isVerbatim(quote, documents)).length,
  };
  return (right, failure, more = {}) => {
    const allRight = right && wrong.length === 0;
    const why = right ? `quotes of ${wrong.map(({ party }) => party.id).join(', ')}` : failure;
    return { ...base, right: allRight, failure: allRight ? null : why, ...more };
  };
}

function isVerbatim({ text, citation: { document, start, end } }: Quote, documents: Documents): boolean {
  return documents.get(document)?.body.slice(start, end) === text;
}

function scoreAnswer(gold: Gold, answer: Answer, verdict: Verdict): Score {
  const parties = [...new Set(gold.gold.map(({ party }) => party ?? gold.party ?? ''))];
  if (parties.length === 0)
    return verdict(answer.kind !== 'declined' && answer.kind !== 'help', `no answer: ${answer.kind}`);
  const found = parties.map((party) => find(party, gold, answer));
  const hit3 = found.every(({ at }) => at >= 0);
  const falselySilent = answer.positions.every(({ status }) => status !== 'found');
  return verdict(hit3, falselySilent ? 'silent' : 'missed the quote', {
    hit1: found.every(({ at }) => at === 0),
    hit3,
    falselySilent,
    paged: found.filter(({ page }) => page !== null).length,
    rightPage: found.filter(({ page }) => page === 'right').length,
  });
}

interface Found {
  /** Which of the first three quotes is right, from 0; -1 for none. */
  readonly at: number;
  /** Null when nothing is hit, or no gold page is known. */
  readonly page: 'right' | 'wrong' | null;
}

function find(party: string, gold: Gold, answer: Answer): Found {
  const quotes = answer.positions.find((position) => position.party.id === party)?.quotes.slice(0, 3) ?? [];
  const right = [...gold.gold, ...gold.also].filter((quote) => (quote.party ?? gold.party) === party);
  const at = quotes.findIndex(({ text }) => right.some(({ quote }) => covers(text, quote)));
  const hit = quotes[at];
  const paged = right.filter(({ page, quote }) => page !== null && hit !== undefined && covers(hit.text, quote));
  if (!hit || paged.length === 0) return { at, page: null };
  const { page: from, pageEnd } = hit.citation;
  const within = paged.some(({ page }) => from !== null && page !== null && page >= from && page <= (pageEnd ?? from));
  return { at, page: within ? 'right' : 'wrong' };
}

/** Does a quote hold enough of a gold quote's words, and is it a quote? */
export function covers(quote: string, gold: string): boolean {
  const said = wordsOf(quote);
  const wanted = wordsOf(gold);
  if (said.length > Math.max(longestQuote, 2 * wanted.length)) return false;
  const left = new Map<string, number>();
  for (const word of said) left.set(word, (left.get(word) ?? 0) + 1);
  let found = 0;
  for (const word of wanted) {
    const count = left.get(word) ?? 0;
    if (count > 0) found += 1;
    left.set(word, count - 1);
  }
  return found / wanted.length >= covered;
}

function wordsOf(text: string): readonly string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .replaceAll('\u00AD', '')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}
