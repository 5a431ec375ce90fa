import type { Language, ReplyQuote, ReplySection, Turn } from '../domain.js';
import { type MessageEntity, citedIn, mark, messageEntity } from './citations.js';
import { escapeMarkdown } from './markdown.js';

const LOCALE: Readonly<Record<Language, string>> = { nb: 'nb-NO', nn: 'nn-NO', en: 'en' };

/** What sets the nearest passage apart from an answer, as `reply` says it in its plain text. */
const NEAREST: Readonly<Record<Language, string>> = {
  nb: 'Det nærmeste vi fant, som ikke er et svar på spørsmålet:',
  nn: 'Det næraste vi fann, som ikkje er eit svar på spørsmålet:',
  en: 'The nearest we found, which does not answer the question:',
};

/** A message on its way out to a Bot Framework channel; whoever sends it adds ids, sender and recipient. */
export interface OutgoingMessage {
  readonly type: 'message';
  readonly text: string;
  readonly textFormat: 'markdown';
  readonly locale: string;
  readonly inputHint: 'acceptingInput';
  readonly suggestedActions?: { readonly to: readonly string[]; readonly actions: readonly ImBack[] };
  readonly entities: readonly MessageEntity[];
}

/** A button that says its value in the person's name. Web Chat does nothing with a value that is not a string. */
export interface ImBack {
  readonly type: 'imBack';
  readonly title: string;
  readonly value: string;
}

/**
 * The reply as a Bot Framework message with Markdown, `[n]` marks and the citations that belong to them.
 * @param publicUrl where this service is reached from outside; source links are made absolute with it.
 */
export function renderMessage(turn: Turn, publicUrl: string): OutgoingMessage {
  const { reply } = turn;
  const entity = messageEntity(citedIn(turn), publicUrl);
  const actions = reply.suggestions.map((value) => ({ type: 'imBack', title: value, value }) as const);
  return {
    type: 'message',
    text: markdown(turn),
    textFormat: 'markdown',
    locale: LOCALE[reply.language],
    inputHint: 'acceptingInput',
    ...(actions.length > 0 ? { suggestedActions: { to: [], actions } } : {}),
    entities: entity ? [entity] : [],
  };
}

function markdown(turn: Turn): string {
  const { reply } = turn;
  const sections = reply.sections.flatMap((section) => sectionParagraphs(section, reply.language));
  return [...openingParagraphs(turn), ...sections, ...reply.closing.map(escapeMarkdown)].join('\n\n');
}

/** A sentence about a source begins with the source's mark, which is ours and stays one. */
function openingParagraphs(turn: Turn): string[] {
  const marks = turn.answer.detail.kind === 'source' ? citedIn(turn).map(({ citation }) => mark(citation)) : [];
  return turn.reply.opening.map((sentence) => {
    const own = marks.find((each) => sentence.startsWith(`${each} `));
    return own === undefined ? escapeMarkdown(sentence) : `${own} ${escapeMarkdown(sentence.slice(own.length + 1))}`;
  });
}

function sectionParagraphs({ heading, quotes, note, nearest }: ReplySection, language: Language): string[] {
  const name = `**${escapeMarkdown(heading)}**: `;
  const said = note ? escapeMarkdown(note) : '';
  return [
    ...quotes.map((quote) => name + quoted(quote)),
    ...(said ? [quotes.length > 0 ? said : name + said] : []),
    ...(nearest ? [`${NEAREST[language]} ${name}${quoted(nearest)}`] : []),
  ];
}

function quoted({ text, leadIn, source, warnings, citation }: ReplyQuote): string {
  const frame = leadIn ? `«${escapeMarkdown(leadIn)}» … ` : '';
  const said = [source, ...warnings].map((line) => escapeMarkdown(/[.!?…]$/u.test(line) ? line : `${line}.`));
  return `${frame}«${escapeMarkdown(text)}» ${mark(citation)} — ${said.join(' ')}`;
}
