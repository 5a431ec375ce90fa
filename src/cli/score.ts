import { z } from 'zod';
import type { Answer } from '../domain.js';

const goldQuote = z.object({ party: z.string().optional(), quote: z.string() });

/** One line of a gold file; fields that are not scored here are ignored. */
export const goldSchema = z.object({
  id: z.coerce.string(),
  kind: z.string().optional(),
  style: z.string().optional(),
  lang: z.string().default('nb'),
  turns: z.array(z.string()).min(1).optional(),
  question: z.string().optional(),
  party: z.string().optional(),
  parties: z.array(z.string()).default([]),
  expect: z.enum(['answer', 'abstain', 'refuse', 'clarify', 'help']),
  gold: z.array(goldQuote).default([]),
  also: z.array(goldQuote).default([]),
  must_not_parties: z.array(z.string()).default([]),
});
export type Gold = z.infer<typeof goldSchema>;

export interface Score {
  readonly id: string;
  readonly group: string;
  readonly right: boolean;
  /** Null where the question has no answer to hit. */
  readonly hit1: boolean | null;
  readonly hit3: boolean | null;
  /** Null where it has one. */
  readonly silent: boolean | null;
  readonly falselySilent: boolean;
  /** Quotes shown for a party that was not asked about or must not be named. */
  readonly wrongParty: number;
  readonly failure: string | null;
}

/** A quote covers a gold quote when it holds this share of its words … */
const covered = 0.7;
/** … and is a quote, not a passage. Words. */
const longestQuote = 80;

/** Holds the answer to the last turn against what is right. */
export function score(gold: Gold, answer: Answer): Score {
  const asked = new Set([...gold.parties, ...(gold.party === undefined ? [] : [gold.party])]);
  const shown = answer.positions.filter(({ status }) => status === 'found');
  const forbidden = new Set(gold.must_not_parties.filter((party) => !asked.has(party)));
  const wrong = shown.filter(
    ({ party }) => forbidden.has(party.id) || (asked.size > 0 && gold.kind !== 'all' && !asked.has(party.id)),
  );
  const group = `${gold.kind ?? gold.style ?? 'item'}/${gold.lang}`;
  const base = {
    id: gold.id,
    group,
    wrongParty: wrong.length,
    hit1: null,
    hit3: null,
    silent: null,
    falselySilent: false,
  };
  const verdict = (right: boolean, failure: string, more: Partial<Score> = {}): Score => {
    const allRight = right && wrong.length === 0;
    return { ...base, right: allRight, failure: allRight ? null : failure, ...more };
  };
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

function scoreAnswer(
  gold: Gold,
  answer: Answer,
  verdict: (right: boolean, failure: string, more?: Partial<Score>) => Score,
): Score {
  const parties = [...new Set(gold.gold.map(({ party }) => party ?? gold.party ?? ''))];
  if (parties.length === 0)
    return verdict(answer.kind !== 'declined' && answer.kind !== 'help', `no answer: ${answer.kind}`);
  const places = parties.map((party) => {
    const quotes = answer.positions.find((position) => position.party.id === party)?.quotes ?? [];
    const right = [...gold.gold, ...gold.also].filter((quote) => (quote.party ?? gold.party) === party);
    return quotes.slice(0, 3).findIndex(({ text }) => right.some(({ quote }) => covers(text, quote)));
  });
  const hit3 = places.every((place) => place >= 0);
  const falselySilent = answer.positions.every(({ status }) => status !== 'found');
  return verdict(hit3, falselySilent ? 'silent' : 'missed the quote', {
    hit1: places.every((place) => place === 0),
    hit3,
    falselySilent,
  });
}

function covers(quote: string, gold: string): boolean {
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
