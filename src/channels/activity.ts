import type { Language, Reply, ReplyQuote, ReplySection } from '../domain.js';
import { type MessageEntity, citedIn, mark, messageEntity } from './citations.js';
import { escapeMarkdown } from './markdown.js';

const LOCALE: Readonly<Record<Language, string>> = { nb: 'nb-NO', nn: 'nn-NO', en: 'en' };

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
export function renderMessage(reply: Reply, publicUrl: string): OutgoingMessage {
  const entity = messageEntity(citedIn(reply), publicUrl);
  const actions = reply.suggestions.map((value) => ({ type: 'imBack', title: value, value }) as const);
  return {
    type: 'message',
    text: markdown(reply),
    textFormat: 'markdown',
    locale: LOCALE[reply.language],
    inputHint: 'acceptingInput',
    ...(actions.length > 0 ? { suggestedActions: { to: [], actions } } : {}),
    entities: entity ? [entity] : [],
  };
}

function markdown(reply: Reply): string {
  const sections = reply.sections.flatMap((section) => sectionParagraphs(section));
  const opening = reply.opening.map(escapeMarkdown);
  const sources = reply.sources.map(({ citation, text }) => `${mark(citation)} ${escapeMarkdown(text)}`);
  return [...opening, ...sections, ...sources, ...reply.closing.map(escapeMarkdown)].join('\n\n');
}

function sectionParagraphs({ heading, quotes, note, nearest }: ReplySection): string[] {
  return [
    `**${escapeMarkdown(heading)}**`,
    ...quotes.flatMap(quoteParagraphs),
    ...(note === null ? [] : [escapeMarkdown(note)]),
    ...(nearest === null ? [] : [escapeMarkdown(nearest.says), ...quoteParagraphs(nearest.quote)]),
  ];
}

/** The quote with its number, and below it where it is from and what to know of it. */
function quoteParagraphs({ text, leadIn, source, warnings, citation }: ReplyQuote): readonly string[] {
  const frame = leadIn ? `«${escapeMarkdown(leadIn)}» … ` : '';
  const said = [source, ...warnings].map((line) => escapeMarkdown(/[.!?…]$/u.test(line) ? line : `${line}.`));
  return [`${frame}«${escapeMarkdown(text)}» ${mark(citation)}`, `_${said.join(' ')}_`];
}
