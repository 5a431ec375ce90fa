import type { Reply } from '../../domain.js';
import { type OutgoingMessage, renderMessage } from '../activity.js';
import { escapeMarkdown } from '../markdown.js';
import { splitReply } from '../parts.js';
import { channelWords } from '../words.js';
import { type AdaptiveCard, answerCard, suggestionCard } from './card.js';
import { withCitationCards } from './citation-card.js';

/** UTF-16 units of JSON. Teams refuses a message above 80 KB, and counts more than the JSON we send. */
const MESSAGE_UNITS = 18_000;

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
  const comparison = isComparison(reply);
  const messages = comparison ? cards(reply, rendering) : texts(reply, rendering);
  // Beside text, a card has nothing but suggestions.
  const rated = messages.findLastIndex((message) => cites(reply) && 'attachments' in message === comparison);
  return messages.map((message, index) =>
    index === rated ? { ...message, channelData: { feedbackLoop: { type: 'custom' } } } : message,
  );
}

function isComparison({ sections }: Reply): boolean {
  return sections.length > 1 && sections.some(({ quotes, nearest }) => quotes.length > 0 || nearest !== null);
}

function cites({ sections }: Reply): boolean {
  return sections.length > 0;
}

function cards(reply: Reply, { publicUrl }: Rendering): readonly CardMessage[] {
  const card = (piece: Reply): CardMessage => cardMessage(reply, answerCard(piece, publicUrl), summaryOf(reply));
  return splitReply(reply, (piece) => JSON.stringify(card(piece)).length <= MESSAGE_UNITS).map(card);
}

function texts(reply: Reply, { publicUrl, personal }: Rendering): readonly TeamsMessage[] {
  const verbatim = reply.sections.some(({ quotes }) => quotes.length > 0);
  const said = personal ? reply : { ...reply, suggestions: [] };
  const text = (piece: Reply): OutgoingMessage => withCitationCards(renderMessage(piece, publicUrl), piece, publicUrl);
  const messages = splitReply(said, (piece) => JSON.stringify(text(piece)).length <= MESSAGE_UNITS).map(text);
  const last = messages.at(-1);
  const label = `_${escapeMarkdown(channelWords[reply.language].verbatim)}_`;
  const labelled =
    verbatim && last ? [...messages.slice(0, -1), { ...last, text: `${last.text}\n\n${label}` }] : messages;
  if (personal || reply.suggestions.length === 0) return labelled;
  return [...labelled, cardMessage(reply, suggestionCard(reply), channelWords[reply.language].askNext)];
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

function summaryOf({ sections, language }: Reply): string {
  return `${channelWords[language].verbatim}: ${sections.map(({ heading }) => heading).join(', ')}`.slice(0, 200);
}
