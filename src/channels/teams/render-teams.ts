import type { Reply, ReplySection } from '../../domain.js';
import { type OutgoingMessage, renderMessage } from '../activity.js';
import { citedIn, shorten } from '../citations.js';
import { escapeMarkdown } from '../markdown.js';
import { splitReply } from '../parts.js';
import { channelWords } from '../words.js';
import { type AdaptiveCard, answerCard, suggestionCard } from './card.js';
import { withCitationCards } from './citation-card.js';

/** UTF-16 units of JSON. Teams refuses a message above 80 KB, and counts more than the JSON we send. */
const MESSAGE_UNITS = 18_000;

/** Characters. */
const SUMMARY = 200;

export interface CardMessage {
  readonly type: 'message';
  readonly locale: string;
  readonly inputHint: 'acceptingInput';
  /** What notifications and the list of chats show; a card has no text of its own there. */
  readonly summary: string;
  readonly attachments: readonly [
    { readonly contentType: 'application/vnd.microsoft.card.adaptive'; readonly content: AdaptiveCard },
  ];
}

/** Asks Teams for its feedback buttons; "custom" lets us put reasons in the dialog instead of a text field. */
interface WithFeedback {
  readonly channelData?: { readonly feedbackLoop: { readonly type: 'custom' } };
}

export type TeamsMessage = (OutgoingMessage | CardMessage) & WithFeedback;

export interface Rendering {
  /** Where this service is reached from outside. */
  readonly publicUrl: string;
  /** Only a chat between two shows suggested actions; elsewhere they are the buttons of a card. */
  readonly personal: boolean;
}

/**
 * A reply as Teams messages, in the order they are sent. One party's answer is text with citations; several parties'
 * are cards, which are readable on a phone; never both in one message, as Teams shows citations beside text only.
 */
export function renderTeams(reply: Reply, rendering: Rendering): readonly TeamsMessage[] {
  const answer = inCards(reply, rendering) ? cards(reply, rendering) : texts(reply, rendering);
  return [...withFeedback(answer, reply), ...askingNext(reply, rendering)];
}

/** Below the last message of an answer; small talk is not asked about. */
function withFeedback(messages: readonly TeamsMessage[], { sections }: Reply): readonly TeamsMessage[] {
  const last = sections.length > 0 ? messages.at(-1) : undefined;
  return last ? [...messages.slice(0, -1), { ...last, channelData: { feedbackLoop: { type: 'custom' } } }] : messages;
}

function inCards(reply: Reply, { personal }: Rendering): boolean {
  return isComparison(reply) || (!personal && isPlain(reply));
}

/**
 * Whether the suggestions are a message of their own, below text with citations. Clients that show suggested actions
 * show the text beside them without its citations.
 */
function areApart(reply: Reply, rendering: Rendering): boolean {
  return reply.suggestions.length > 0 && citedIn(reply).length > 0 && !inCards(reply, rendering);
}

function askingNext(reply: Reply, rendering: Rendering): readonly TeamsMessage[] {
  if (!areApart(reply, rendering)) return [];
  const { askNext } = channelWords[reply.language];
  if (!rendering.personal) return [cardMessage(reply, suggestionCard(reply), askNext)];
  return [
    renderMessage({ ...reply, opening: [`${askNext}:`], sections: [], sources: [], closing: [] }, rendering.publicUrl),
  ];
}

function isComparison({ sections }: Reply): boolean {
  return sections.length > 1 && sections.some(isQuoting);
}

function isQuoting({ quotes, nearest }: ReplySection): boolean {
  return quotes.length > 0 || nearest !== null;
}

/** Without citations text and buttons fit in one card; as two messages they are two posts in a channel. */
function isPlain({ sections, sources, suggestions }: Reply): boolean {
  return suggestions.length > 0 && sources.length === 0 && sections.every((section) => !isQuoting(section));
}

function cards(reply: Reply, { publicUrl }: Rendering): readonly CardMessage[] {
  const card = (piece: Reply): CardMessage => cardMessage(reply, answerCard(piece, publicUrl), summaryOf(reply));
  return splitReply(reply, (piece) => JSON.stringify(card(piece)).length <= MESSAGE_UNITS).map(card);
}

function texts(reply: Reply, rendering: Rendering): readonly OutgoingMessage[] {
  const { publicUrl } = rendering;
  const said = areApart(reply, rendering) ? { ...reply, suggestions: [] } : reply;
  const text = (piece: Reply): OutgoingMessage => withCitationCards(renderMessage(piece, publicUrl), piece, publicUrl);
  const messages = splitReply(said, (piece) => JSON.stringify(text(piece)).length <= MESSAGE_UNITS).map(text);
  return messages.map((message, index) => (index === messages.length - 1 ? withLabel(message, reply) : message));
}

function withLabel(message: OutgoingMessage, { sections, language }: Reply): OutgoingMessage {
  if (!sections.some(({ quotes }) => quotes.length > 0)) return message;
  return { ...message, text: `${message.text}\n\n_${escapeMarkdown(channelWords[language].verbatim)}_` };
}

function cardMessage({ language }: Reply, content: AdaptiveCard, summary: string): CardMessage {
  return {
    type: 'message',
    locale: { nb: 'nb-NO', nn: 'nn-NO', en: 'en' }[language],
    inputHint: 'acceptingInput',
    summary,
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content }],
  };
}

function summaryOf(reply: Reply): string {
  const { sections, language } = reply;
  if (!sections.some(isQuoting)) return shorten(reply.text, SUMMARY);
  return shorten(`${channelWords[language].verbatim}: ${sections.map(({ heading }) => heading).join(', ')}`, SUMMARY);
}
