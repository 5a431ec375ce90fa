import type {
  Answer,
  AnswerDetail,
  AnswerKind,
  Citation,
  Evidence,
  PartyEvidence,
  Position,
  Question,
  Suggestion,
  YouthOffer,
} from '../domain.js';
import { cite, type Library } from './cite.js';

export interface Composing extends Library {
  /** The citations of the answer before, for questions about them. */
  readonly sources: readonly Citation[];
  /** Questions that are known to have an answer, for those who do not know where to begin. */
  readonly starters: readonly Suggestion[];
}

const mostSuggestions = 4;
/** Characters. A longer topic is a story, not a button. */
const longestTopic = 80;

/** A question that is not about a position → its answer, which needs no search. */
export function composeAside(question: Question, composing: Composing): Answer {
  const { intent } = question;
  const parties = partiesOf(composing);
  const suggestions = composing.starters.slice(0, mostSuggestions);
  switch (intent.kind) {
    case 'help':
      return answer('help', question, { kind: 'help', reason: intent.reason, parties }, { suggestions });
    case 'declined':
      return answer('declined', question, { kind: 'declined', reason: intent.reason, parties }, { suggestions });
    case 'clarify': {
      const { reason, candidates } = intent;
      return answer(
        'clarify',
        question,
        { kind: 'clarify', reason, candidates },
        {
          suggestions: clarifications(question, candidates, composing),
        },
      );
    }
    case 'source':
      if (composing.sources.length > 0)
        return answer('source', question, { kind: 'source', sources: composing.sources });
      return answer(
        'clarify',
        question,
        { kind: 'clarify', reason: 'missing-context', candidates: [] },
        { suggestions },
      );
    case 'position':
      throw new TypeError('a question about a position needs evidence; call compose');
    default:
      return intent satisfies never;
  }
}

/** Evidence → what is answered, party by party. */
export function compose(evidence: Evidence, composing: Composing): Answer {
  const { question } = evidence;
  const asked = evidence.parties.filter((party) => party.asked);
  if (question.scope === 'open' && asked.every((party) => party.status !== 'found') && !looksLikeQuestion(question)) {
    return composeAside({ ...question, parties: [], intent: { kind: 'help', reason: 'no-question' } }, composing);
  }
  const positions = cited(asked, question, composing);
  const detail: AnswerDetail = {
    kind: 'positions',
    scope: question.scope,
    youth: youthOffers(evidence, composing),
    searched: searchedIn(asked, composing),
  };
  return answer(kindOf(asked), question, detail, { positions, suggestions: suggest(evidence, detail.youth) });
}

function answer(
  kind: AnswerKind,
  question: Question,
  detail: AnswerDetail,
  more: { readonly positions?: readonly Position[]; readonly suggestions?: readonly Suggestion[] } = {},
): Answer {
  const { text, resolved, topic, parties, language } = question;
  return {
    kind,
    language,
    question: { text, resolved, topic, parties },
    positions: more.positions ?? [],
    detail,
    suggestions: more.suggestions ?? [],
  };
}

/** The documents of those who are silent: "not mentioned" says where. */
function searchedIn(
  asked: readonly PartyEvidence[],
  { documents }: Composing,
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

/** Numbers the quotes in the order they are read: with all parties, the first of each before the rest. */
function cited(asked: readonly PartyEvidence[], question: Question, library: Composing): readonly Position[] {
  const order = asked.flatMap(({ hits }) => (question.scope === 'named' ? hits : hits.slice(0, 1)));
  const rest = asked.flatMap(({ hits }) => (question.scope === 'named' ? [] : hits.slice(1)));
  const numbers = new Map([...order, ...rest].map((hit, index) => [hit, index + 1]));
  let next = numbers.size;
  return asked.map(({ party, status, hits, nearest }): Position => {
    const name = library.parties.find(({ id }) => id === party)?.name[question.language] ?? party;
    if (nearest !== null) next += 1;
    return {
      party: { id: party, name },
      status,
      quotes: hits.map((hit) => cite(hit, numbers.get(hit) ?? 0, library)),
      nearest: nearest === null ? null : cite(nearest, next, library),
    };
  });
}

/** Where the asked party is silent, its youth organisation or mother party may have said something. */
function youthOffers({ parties: evidence }: Evidence, { parties }: Composing): readonly YouthOffer[] {
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

/** The same topic put to parties that have an answer to it. */
function suggest({ question, parties }: Evidence, offers: readonly YouthOffer[]): readonly Suggestion[] {
  if (question.topic.length > longestTopic || question.scope !== 'named') return [];
  const offered = offers.map((offer) => offer.offered);
  const others = parties.filter((party) => !party.asked && party.status === 'found').map(({ party }) => party);
  const ordered = [...new Set([...offered, ...others])].slice(0, mostSuggestions);
  return ordered.map((party) => ({ party, topic: question.topic }));
}

function clarifications(
  question: Question,
  candidates: readonly string[],
  { documents, starters }: Composing,
): readonly Suggestion[] {
  const covered = new Set(Array.from(documents.values(), (document) => document.party));
  if (!question.topic) return starters.filter(({ party }) => party === null || candidates.includes(party));
  return candidates
    .filter((party) => covered.has(party))
    .slice(0, mostSuggestions)
    .map((party) => ({ party, topic: question.topic }));
}

function partiesOf({ documents, parties }: Library): readonly string[] {
  const covered = new Set(Array.from(documents.values(), (document) => document.party));
  return parties.filter((party) => covered.has(party.id)).map((party) => party.id);
}

/** Characters. A question put to nobody in particular is short, and reads like one. */
const longestQuestion = 200;

function looksLikeQuestion({ text }: Question): boolean {
  return text.length <= longestQuestion && (/\?\s*$/u.test(text) || /^(?:hv|kv|kor|what|who|which|how)/iu.test(text));
}
