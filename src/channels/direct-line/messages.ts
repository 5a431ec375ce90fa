import { z } from 'zod';
import type { Reply } from '../../domain.js';
import { type OutgoingMessage, renderMessage } from '../activity.js';
import { absolute, citedIn, mark, shorten } from '../citations.js';
import { escapeMarkdown } from '../markdown.js';
import { feedbackActions } from './feedback.js';
import type { LoggedActivity } from './log.js';
import type { Grant } from './tokens.js';

/** BCP 47 in outline. A locale is a wish: one that cannot be read is none. */
const locale = z
  .string()
  .max(35)
  .regex(/^[a-z]{1,8}(?:-[a-z0-9]{1,8})*$/i)
  .nullable()
  .catch(null);

/** The parties that the page around the chat is about. Like the locale a wish. */
const parties = z
  .array(z.string().regex(/^[a-z0-9-]{1,32}$/))
  .min(1)
  .max(30)
  .optional()
  .catch(undefined);

/** The body of `POST conversations`; all of it is optional, the whole body too. */
export const startSchema = z.object({ locale, parties }).nullish();

/** What is read of an activity that a client posts; the rest is dropped, so nothing unread is stored or sent back. */
export const postedSchema = z.object({
  type: z.string().min(1).max(64),
  text: z.string().max(32_000).nullish(),
  name: z.string().max(256).nullish(),
  locale,
  channelData: z.object({ clientActivityID: z.string().min(1).max(128).optional(), parties }).nullish(),
});
export type PostedActivity = z.infer<typeof postedSchema>;

/** Any text that a log may have given out; `-` is how clients ask from the beginning. */
export const watermarkSchema = z
  .string()
  .regex(/^[\w.-]{0,64}$/)
  .transform((text) => (text === '-' ? '' : text))
  .default('');

/** The person's activity as the conversation shows it, sent by whom the token says and nobody else. */
export function echo(posted: PostedActivity, { conversation, user }: Grant, timestamp: string): LoggedActivity {
  const { type, text, name, locale: wanted, channelData } = posted;
  return {
    type,
    timestamp,
    channelId: 'directline',
    from: { id: user, role: 'user' },
    conversation: { id: conversation },
    ...(type === 'message' ? { text: text ?? '', textFormat: 'plain' } : {}),
    ...(name ? { name } : {}),
    ...(wanted ? { locale: wanted } : {}),
    channelData: channelData?.clientActivityID ? { clientActivityID: channelData.clientActivityID } : {},
  };
}

export interface Envelope {
  readonly conversation: string;
  /** ISO 8601. */
  readonly timestamp: string;
  readonly answerId: string;
  readonly replyToId: string | null;
  readonly publicUrl: string;
}

/**
 * The reply for Direct Line clients: the Bot Framework message, Markdown reference definitions that make links of its
 * `[n]` marks (Web Chat needs them besides the citations), and the structured reply for our own widget.
 */
export function renderDirectLine(reply: Reply, envelope: Envelope): LoggedActivity {
  const { answerId, publicUrl } = envelope;
  const message = renderMessage(reply, publicUrl);
  const text = [message.text, definitions(reply, publicUrl)].filter(Boolean).join('\n\n');
  return {
    ...message,
    ...fromBot(envelope),
    text,
    // What says nothing of a party is not asked about.
    entities: reply.sections.length > 0 ? [withThumbs(message, answerId)] : message.entities,
    channelData: { standpunkt: { reply, answerId } },
  };
}

/** That an answer is on its way. */
export function renderTyping(envelope: Envelope): LoggedActivity {
  return { type: 'typing', id: envelope.answerId, ...fromBot(envelope) };
}

function fromBot({ conversation, timestamp, replyToId }: Envelope): LoggedActivity {
  return {
    timestamp,
    channelId: 'directline',
    from: { id: 'standpunkt', name: 'Standpunkt', role: 'bot' },
    conversation: { id: conversation },
    ...(replyToId === null ? {} : { replyToId }),
  };
}

function withThumbs({ entities }: OutgoingMessage, answerId: string): object {
  const potentialAction = feedbackActions(answerId);
  const [entity] = entities;
  const type = { type: 'https://schema.org/Message', '@type': 'Message', '@context': 'https://schema.org', '@id': '' };
  return { ...type, ...entity, potentialAction };
}

function definitions(reply: Reply, publicUrl: string): string {
  return citedIn(reply)
    .map(({ citation }) => {
      const title = escapeMarkdown(shorten(citation.title, 80)).replaceAll('"', '&quot;');
      return `${mark(citation)}: <${absolute(citation.viewer, publicUrl)}> "${title}"`;
    })
    .join('\n');
}
