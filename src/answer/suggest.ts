import type { Answer, Document, Evidence, Question, Suggestion } from '../domain.js';
import type { Library } from './cite.js';
import { topicOf } from './topic.js';

const mostSuggestions = 4;
/** Characters. A longer topic is a story, not a button. */
const longestTopic = 80;
/** Headings that are tried as topics; each costs a search. */
const mostTried = 6;

export interface Suggesting extends Library {
  /** Questions that are known to have an answer, for those who do not know where to begin. */
  readonly starters: readonly Suggestion[];
  /** Ids of the parties that have a document. */
  readonly covered: ReadonlySet<string>;
  /** Of some parties, those that have an answer to a topic. */
  readonly whoAnswers: (topic: string, parties: readonly string[]) => readonly string[];
}

/** What to ask next: at most four questions, each of which has an answer. */
export function suggest(answer: Answer, question: Question, evidence: Evidence | null, given: Suggesting): Answer {
  const found = evidence === null ? aside(question, given) : onward(answer, question, evidence, given);
  return { ...answer, suggestions: found.slice(0, mostSuggestions) };
}

/** More of the same answer, then the same topic put to parties that have an answer to it. */
function onward(
  { detail, positions }: Answer,
  { topic, scope, parties: asked }: Question,
  { parties }: Evidence,
  { starters }: Suggesting,
): readonly Suggestion[] {
  if (topic.length > longestTopic) return [];
  const brief = detail.kind === 'positions' && detail.brief;
  const hidden = brief && positions.some(({ quotes }) => quotes.length > 1);
  const further = hidden || parties.some((party) => party.asked && party.further);
  const more: readonly Suggestion[] = further ? [{ party: null, topic, more: scope === 'named' ? asked : [] }] : [];
  if (scope !== 'named') return more.length > 0 ? more : starters;
  const offered = detail.kind === 'positions' ? detail.youth.map((offer) => offer.offered) : [];
  const others = parties.filter((party) => !party.asked && party.status === 'found').map(({ party }) => party);
  const next = [...more, ...[...new Set([...offered, ...others])].map((party) => ({ party, topic }))];
  return next.length > 0 ? next : starters;
}

function aside(question: Question, given: Suggesting): readonly Suggestion[] {
  const { intent, topic, parties } = question;
  const { starters, whoAnswers } = given;
  const short = topic !== '' && topic.length <= longestTopic;
  switch (intent.kind) {
    case 'declined':
      return intent.reason === 'voting-advice' && short && whoAnswers(topic, [...given.covered]).length > 0
        ? [{ party: null, topic }, ...starters]
        : starters;
    case 'clarify': {
      if (intent.reason === 'missing-topic') return withTopics(intent.candidates, given);
      if (!short) return starters;
      const others = given.parties.map(({ id }) => id).filter((id) => !parties.includes(id));
      const asked = intent.reason === 'missing-party' ? others : intent.candidates;
      const able = whoAnswers(topic, asked).map((party) => ({ party, topic }));
      return able.length > 0 ? able : starters;
    }
    case 'library':
      return parties.length > 0 ? withTopics(parties, given) : starters;
    case 'source':
      return [];
    default:
      return starters;
  }
}

/** Topics that a party's documents have headings for; starters where they have none that can be asked about. */
function withTopics(
  parties: readonly string[],
  { documents, whoAnswers, starters }: Suggesting,
): readonly Suggestion[] {
  const found: Suggestion[] = [];
  let tried = 0;
  for (const party of parties) {
    const seen = new Set<string>();
    for (const { heading, body } of headingsOf(party, documents)) {
      if (found.length === mostSuggestions || tried === mostTried) break;
      const topic = asTopic(heading, body);
      if (topic === null || seen.has(topic)) continue;
      seen.add(topic);
      tried += 1;
      if (whoAnswers(topic, [party]).length > 0) found.push({ party, topic });
    }
  }
  return found.length > 0 ? found : starters;
}

/** Words. A longer heading is a sentence, "Partiprogram 2021–2025" no topic. */
const longestHeading = 5;

interface Heading {
  readonly heading: string;
  readonly body: string;
}

function* headingsOf(party: string, documents: ReadonlyMap<string, Document>): Generator<Heading> {
  for (const { party: own, body, blocks } of documents.values()) {
    if (own !== party) continue;
    for (const { kind, start, end } of blocks) {
      if (kind === 'heading') yield { heading: body.slice(start, end), body };
    }
  }
}

function asTopic(heading: string, body: string): string | null {
  const topic = topicOf(heading.replace(/\s+/gu, ' '));
  if (topic === '' || /[\d:]/u.test(topic) || topic.split(' ').length > longestHeading) return null;
  return inSentence(topic, body);
}

/** "Rusomsorg" → "rusomsorg": a capital is kept where the text writes the word with one inside a sentence: "Norge". */
function inSentence(topic: string, body: string): string {
  const word = /^\p{Lu}\p{Ll}+/u.exec(topic)?.[0];
  const isName = word === undefined || isInside(word, body);
  return isName ? topic : topic.slice(0, 1).toLowerCase() + topic.slice(1);
}

/** Is a word as it is written anywhere between a word in lower case and something that is no letter? */
function isInside(word: string, body: string): boolean {
  for (let at = body.indexOf(` ${word}`); at >= 0; at = body.indexOf(` ${word}`, at + 1)) {
    const after = at + 1 + word.length;
    // Two units on either side: a letter may take so many.
    if (/\p{Ll}$/u.test(body.slice(Math.max(0, at - 2), at)) && !/^\p{L}/u.test(body.slice(after, after + 2)))
      return true;
  }
  return false;
}
