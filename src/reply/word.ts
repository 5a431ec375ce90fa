import type {
  Answer,
  Language,
  Party,
  Position,
  Quote,
  Reply,
  ReplyQuote,
  ReplySection,
  Suggestion,
} from '../domain.js';
import { describeSource, provenance, warningsOf } from './describe-source.js';
import { en } from './en.js';
import { nb } from './nb.js';
import { nn } from './nn.js';
import { plainText } from './plain-text.js';
import type { Wording } from './wording.js';

const languages: Readonly<Record<Language, Wording>> = { nb, nn, en };

/** An answer → what a person reads, in the language of the answer. Quotes stay in their own. */
export function word(answer: Answer, parties: readonly Party[]): Reply {
  const wording = languages[answer.language];
  const speak = speaker(answer.language, parties);
  const sections = answer.positions.flatMap((position) => sectionOf(position, answer, wording, parties));
  const reply = {
    language: answer.language,
    opening: openingOf(answer, wording, speak),
    sections,
    sources: sourcesOf(answer, wording, speak, parties),
    closing: closingOf(answer, wording, speak),
    suggestions: answer.suggestions.map((suggestion) => suggestionOf(suggestion, wording, speak)),
  };
  return { ...reply, text: plainText(reply) };
}

/** The first message of a conversation. */
export function welcome(
  language: Language,
  operator: string | null,
  starters: readonly Suggestion[],
  parties: readonly Party[],
): Reply {
  const wording = languages[language];
  const speak = speaker(language, parties);
  const opening = wording.welcome(operator);
  const suggestions = starters.map((suggestion) => suggestionOf(suggestion, wording, speak));
  const reply = { language, opening, sections: [], sources: [], closing: [], suggestions };
  return { ...reply, text: plainText(reply) };
}

type Speak = (party: string) => string;

function speaker(language: Language, parties: readonly Party[]): Speak {
  return (id) => parties.find((party) => party.id === id)?.name[language] ?? id;
}

function openingOf(answer: Answer, wording: Wording, speak: Speak): readonly string[] {
  const { detail, question } = answer;
  const understood = question.resolved === question.text ? [] : [wording.understoodAs(question.resolved)];
  switch (detail.kind) {
    case 'positions': {
      const silent = answer.positions.every((position) => position.status !== 'found');
      return detail.scope !== 'named' && silent ? [...understood, wording.notMentionedByAnybody] : understood;
    }
    case 'help':
      return wording.help(detail.reason, wording.list(detail.parties.map(speak)));
    case 'clarify':
      return wording.clarify(detail.reason, detail.candidates.map(speak));
    case 'declined':
      return wording.declined(detail.reason, wording.list(detail.parties.map(speak)));
    case 'source':
      return [];
    default:
      return detail satisfies never;
  }
}

/** Each document once: three quotes of one page are one source. */
function sourcesOf(
  { detail, language }: Answer,
  wording: Wording,
  speak: Speak,
  parties: readonly Party[],
): Reply['sources'] {
  if (detail.kind !== 'source') return [];
  const documents = new Map(detail.sources.toReversed().map((citation) => [citation.document, citation]));
  return [...documents.values()].toReversed().map((citation) => {
    const title = wording.source(citation.title, wording.kinds[citation.kind], speak(citation.party));
    const warnings = warningsOf(citation, wording, parties, (party) => party.name[language]);
    return { citation, text: [`${title}, ${provenance(citation, wording)}.`, ...warnings].join(' ') };
  });
}

function closingOf(answer: Answer, wording: Wording, speak: Speak): readonly string[] {
  const { detail } = answer;
  if (detail.kind === 'source') return [wording.noNewer];
  if (detail.kind !== 'positions') return [];
  const offers = detail.youth.map(({ asked, offered, relation }) =>
    relation === 'youth'
      ? wording.youthOffer(speak(offered), speak(asked))
      : wording.motherOffer(speak(offered), speak(asked)),
  );
  const found = answer.positions.some((position) => position.status === 'found');
  const silent = answer.positions.filter((position) => position.status === 'not-mentioned');
  if (detail.scope === 'named' || !found || silent.length === 0) return offers;
  return [...offers, wording.othersSilent(wording.list(silent.map((position) => position.party.name)))];
}

/** Titles that are named; a party with more has too many to read. */
const mostTitles = 4;

function notMentioned({ party }: Position, { detail }: Answer, wording: Wording): string {
  const titles = detail.kind === 'positions' ? (detail.searched[party.id] ?? []) : [];
  return wording.notMentioned(party.name, titles.slice(0, mostTitles), Math.max(0, titles.length - mostTitles));
}

/** With everybody asked, those who are silent share one sentence below. */
function sectionOf(
  position: Position,
  answer: Answer,
  wording: Wording,
  parties: readonly Party[],
): readonly ReplySection[] {
  const everybody = answer.detail.kind === 'positions' && answer.detail.scope !== 'named';
  if (everybody && position.status !== 'found') return [];
  const quotes = position.quotes.map((quote) => quoteOf(quote, answer.language, wording, parties));
  const notes = {
    found: null,
    'not-mentioned': notMentioned(position, answer, wording),
    'no-documents': wording.noDocuments(position.party.name),
  };
  return [
    {
      party: position.party.id,
      heading: position.party.name,
      quotes: everybody ? quotes.slice(0, 1) : quotes,
      more: everybody ? quotes.slice(1) : [],
      note: notes[position.status],
      nearest: position.nearest && {
        says: wording.nearest,
        quote: quoteOf(position.nearest, answer.language, wording, parties),
      },
    },
  ];
}

function quoteOf(quote: Quote, language: Language, wording: Wording, parties: readonly Party[]): ReplyQuote {
  const { citation, text, leadIn } = quote;
  return {
    text,
    leadIn,
    language: citation.language,
    source: describeSource(citation, wording),
    warnings: warningsOf(citation, wording, parties, (party) => party.name[language]),
    citation,
  };
}

function suggestionOf({ party, topic }: Suggestion, wording: Wording, speak: Speak): string {
  return party === null ? wording.questionToAll(topic) : wording.question(speak(party), topic);
}
