import type {
  Answer,
  Citation,
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
export function word(answer: Answer, parties: readonly Party[], operator: string | null): Reply {
  const wording = languages[answer.language];
  const speak = speaker(answer.language, parties);
  const sections = answer.positions.flatMap((position) => sectionOf(position, answer, wording, parties));
  const reply = {
    language: answer.language,
    opening: openingOf(answer, wording, speak, operator),
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

function openingOf(answer: Answer, wording: Wording, speak: Speak, operator: string | null): readonly string[] {
  const { detail, question } = answer;
  const understood = question.resolved === question.text ? [] : [wording.understoodAs(question.resolved)];
  switch (detail.kind) {
    case 'positions': {
      const silent = answer.positions.every((position) => position.status !== 'found');
      const refused = detail.refused === null ? [] : [wording.declined[detail.refused]];
      const nobody = detail.scope !== 'named' && silent ? [wording.notMentionedByAnybody] : [];
      return [...understood, ...refused, ...nobody];
    }
    case 'help': {
      const facts = { parties: detail.parties.map(speak), silent: detail.silent.map(speak), operator };
      return wording.help(facts)[detail.reason];
    }
    case 'clarify':
      return [wording.clarify(detail.candidates.map(speak))[detail.reason]];
    case 'declined':
      return [wording.declined[detail.reason], wording.insteadAsk(detail.parties.map(speak))];
    case 'source':
      return [];
    case 'library':
      return [wording.library];
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
  if (detail.kind !== 'source' && detail.kind !== 'library') return [];
  const standing = (citation: Citation): readonly string[] => {
    if (detail.kind === 'library' || citation.labels.includes('op-ed') || citation.labels.includes('draft')) return [];
    if (detail.aspect === 'official') return [wording.standing[citation.kind]];
    return detail.aspect === 'author' ? [wording.author(speak(citation.party))] : [];
  };
  const documents = new Map(detail.sources.toReversed().map((citation) => [citation.document, citation]));
  return [...documents.values()].toReversed().map((citation) => {
    const title = wording.source(citation.title, wording.kinds[citation.kind], speak(citation.party));
    const warnings = warningsOf(citation, wording, parties, (party) => party.name[language]);
    return {
      citation,
      text: [`${title}, ${provenance(citation, wording)}.`, ...standing(citation), ...warnings].join(' '),
    };
  });
}

function closingOf(answer: Answer, wording: Wording, speak: Speak): readonly string[] {
  const { detail } = answer;
  if (detail.kind === 'source') return [wording.noNewer];
  if (detail.kind === 'library') return detail.more > 0 ? [wording.libraryMore(detail.more)] : [];
  if (detail.kind !== 'positions') return [];
  const offers = detail.youth.map(({ asked, offered, relation }) =>
    relation === 'youth'
      ? wording.youthOffer(speak(offered), speak(asked))
      : wording.motherOffer(speak(offered), speak(asked)),
  );
  const found = answer.positions.filter((position) => position.status === 'found');
  const silent = answer.positions.filter((position) => position.status === 'not-mentioned');
  const says = found.length > 0 ? asAsked(answer, found, wording) : [];
  if (detail.scope === 'named' || found.length === 0 || silent.length === 0) return [...offers, ...says];
  return [...offers, wording.othersSilent(wording.list(silent.map((position) => position.party.name))), ...says];
}

/** What is said of the quotes where more was asked for than quotes: agreement, change, reasons, who is for. */
function asAsked({ detail, question }: Answer, found: readonly Position[], wording: Wording): readonly string[] {
  if (detail.kind !== 'positions') return [];
  const documents = new Set(found.flatMap(({ quotes }) => quotes.map(({ citation }) => citation.document)));
  switch (detail.focus) {
    case 'agreement':
      return [wording.agreement];
    case 'change':
      return [documents.size > found.length ? wording.change : wording.onlyOne];
    case 'reasons':
      return [wording.reasons];
    default:
      return detail.scope !== 'named' && asksWho.test(question.text) ? [wording.noLists] : [];
  }
}

/** "Hvilke partier vil …", "hvem er mot …": asks for a list of names. */
const asksWho = /^(?:\p{L}+,? )?(?:hvem|hvilke[tn]?|kven|kva (?:for )?(?:eit )?parti|who|which|er det no|any)/iu;

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
  const { detail } = answer;
  const everybody = detail.kind === 'positions' && detail.scope !== 'named';
  const brief = detail.kind === 'positions' && detail.brief;
  const repeated = detail.kind === 'positions' && detail.repeated.includes(position.party.id);
  if (everybody && position.status !== 'found') return [];
  const quotes = position.quotes.map((quote) => quoteOf(quote, answer.language, wording, parties));
  const notes = {
    found: repeated ? wording.noMore(position.party.name) : null,
    'not-mentioned': notMentioned(position, answer, wording),
    'no-documents': wording.noDocuments(position.party.name),
  };
  return [
    {
      party: position.party.id,
      heading: position.party.name,
      quotes: brief ? quotes.slice(0, 1) : quotes,
      more: brief ? quotes.slice(1) : [],
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

function suggestionOf({ party, topic, more }: Suggestion, wording: Wording, speak: Speak): string {
  if (more) return wording.moreQuotes(more.map(speak), topic);
  return party === null ? wording.questionToAll(topic) : wording.question(speak(party), topic);
}
