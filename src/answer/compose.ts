import type {
  Answer,
  AnswerDetail,
  AnswerKind,
  Evidence,
  PartyEvidence,
  Position,
  Question,
  Quote,
  YouthOffer,
} from '../domain.js';
import { speaksFrom } from '../search/choose-quotes.js';
import { isBrief } from './brief.js';
import { cite, type Library } from './cite.js';

/** Evidence → what is answered, party by party. Suggestions are added by `suggest`. */
export function compose({ question, parties }: Evidence, library: Library): Answer {
  const asked = parties.filter((party) => party.asked);
  const detail: AnswerDetail = {
    kind: 'positions',
    scope: question.scope,
    focus: question.intent.kind === 'position' ? question.intent.focus : 'stand',
    brief: isBrief(question),
    youth: youthOffers(parties, library),
    searched: searchedIn(asked, library),
    repeated: asked.filter(({ repeated }) => repeated).map(({ party }) => party),
    refused: question.refused,
  };
  const { text, resolved, topic, language } = question;
  return {
    kind: kindOf(asked),
    language,
    question: { text, resolved, topic, parties: question.parties },
    positions: cited(asked, question, library),
    detail,
    suggestions: [],
  };
}

/** The documents of those who are silent: "not mentioned" says where. */
function searchedIn(
  asked: readonly PartyEvidence[],
  { documents }: Library,
): Readonly<Record<string, readonly string[]>> {
  const silent = asked.filter(({ status }) => status === 'not-mentioned').map(({ party }) => party);
  const titlesOf = (party: string): readonly string[] =>
    [...documents.values()].filter((document) => document.party === party).map(({ title }) => title);
  return Object.fromEntries(silent.map((party) => [party, titlesOf(party).toSorted()]));
}

function kindOf(asked: readonly PartyEvidence[]): AnswerKind {
  if (asked.some((party) => party.status === 'found')) return 'positions';
  return asked.some((party) => party.status === 'not-mentioned') ? 'not-mentioned' : 'no-documents';
}

/** Numbers the quotes in the order they are read: in a brief answer the first of each party before the rest. */
function cited(asked: readonly PartyEvidence[], question: Question, library: Library): readonly Position[] {
  const brief = isBrief(question);
  const order = asked.flatMap(({ hits }) => (brief ? hits.slice(0, 1) : hits));
  const rest = asked.flatMap(({ hits }) => (brief ? hits.slice(1) : []));
  const numbers = new Map([...order, ...rest].map((hit, index) => [hit, index + 1]));
  let next = numbers.size;
  return asked.map(({ party, status, hits, nearest }): Position => {
    const name = library.parties.find(({ id }) => id === party)?.name[question.language] ?? party;
    if (nearest !== null) next += 1;
    return {
      party: { id: party, name },
      status,
      quotes: markOlder(hits.map((hit) => cite(hit, numbers.get(hit) ?? 0, library))),
      nearest: nearest === null ? null : cite(nearest, next, library),
    };
  });
}

/** Marks what a newer document of the same party stands beside. */
function markOlder(quotes: readonly Quote[]): readonly Quote[] {
  const newest = Math.max(0, ...quotes.map(({ citation }) => speaksFrom(citation)));
  return quotes.map((quote) => {
    const year = speaksFrom(quote.citation);
    return year > 0 && year < newest ? { ...quote, citation: { ...quote.citation, older: true } } : quote;
  });
}

/** Where the asked party is silent, its youth organisation or mother party may have said something. */
function youthOffers(evidence: readonly PartyEvidence[], { parties }: Library): readonly YouthOffer[] {
  const found = new Set(evidence.filter((party) => party.status === 'found' && !party.asked).map(({ party }) => party));
  const silent = evidence.filter((party) => party.asked && party.status !== 'found').map(({ party }) => party);
  return silent.flatMap((asked) =>
    parties.flatMap((party): YouthOffer[] => {
      if (party.youthOf === asked && found.has(party.id)) return [{ asked, offered: party.id, relation: 'youth' }];
      const mother = party.id === asked ? party.youthOf : null;
      return mother !== null && found.has(mother) ? [{ asked, offered: mother, relation: 'mother' }] : [];
    }),
  );
}
