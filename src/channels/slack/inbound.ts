import { z } from 'zod';
import type { Speaker } from '../../domain.js';
import { mentionsSomebody, readText } from './plain.js';

const id = z.string().min(1).max(64);
const ts = z.string().regex(/^\d{1,16}\.\d{1,16}$/);
/** Slack takes 40 000 characters, and escapes make them more; the bot reads the first 2 000. */
const LONGEST = 16_000;
const text = z
  .string()
  .default('')
  .transform((said) => said.slice(0, LONGEST));

/** What is read of a message; the rest of an event is not looked at. */
const messageSchema = z.object({
  channel: id,
  channel_type: z.string().max(32).optional(),
  user: id.optional(),
  text,
  ts,
  thread_ts: ts.optional(),
  subtype: z.string().max(64).optional(),
  bot_id: z.string().max(64).optional(),
  edited: z.unknown().optional(),
});

const deletedSchema = z.object({
  channel: id,
  channel_type: z.string().max(32).optional(),
  subtype: z.literal('message_deleted'),
  previous_message: z.object({ user: id, ts, thread_ts: ts.optional(), bot_id: z.undefined().optional() }),
});

const startedSchema = z.object({ assistant_thread: z.object({ user_id: id, channel_id: id, thread_ts: ts }) });

export const commandSchema = z.object({ channel_id: id, user_id: id, text });

/** A pressed button: who, where, and on which message. */
export const pressSchema = z.object({
  user: z.object({ id }),
  channel: z.object({ id }),
  container: z.object({
    is_ephemeral: z.boolean().default(false),
    thread_ts: ts.optional(),
    message_ts: ts.optional(),
  }),
  message: z.object({ ts, thread_ts: ts.optional() }).optional(),
});
export type Press = z.infer<typeof pressSchema>;

/** Where something is said, and where the answer goes. */
export interface Place {
  readonly team: string;
  readonly channel: string;
  /** The thread that the answer goes into; null for a direct message without one. */
  readonly thread: string | null;
}

/** A question to us. */
export interface Asked {
  readonly place: Place;
  readonly user: string;
  readonly text: string;
  /** The message that asks, unique in its channel. */
  readonly ts: string;
  /** Whether it was said to us, or in a thread that we may take part in. */
  readonly isToUs: boolean;
}

/** A mention of us, answered in the thread, which it opens when it stands outside of one. Null when it is not for us. */
export function readMention(event: unknown, team: string): Asked | null {
  const message = spoken(event);
  return message && asked(message, team, message.thread_ts ?? message.ts, true);
}

/** A message in a conversation with us alone. */
export function readDirect(event: unknown, team: string): Asked | null {
  const message = spoken(event);
  return message?.channel_type === 'im' ? asked(message, team, message.thread_ts ?? null, true) : null;
}

/** A message in a thread that may be one of ours. When it mentions somebody it is for them; us, a mention event tells. */
export function readReply(event: unknown, team: string): Asked | null {
  const message = spoken(event);
  if (!message?.thread_ts || message.channel_type === 'im' || mentionsSomebody(message.text)) return null;
  return asked(message, team, message.thread_ts, false);
}

/** Who deleted something they had said, and where; null for every other event. */
export function readDeletion(event: unknown, team: string): Speaker | null {
  const parsed = deletedSchema.safeParse(event);
  if (!parsed.success) return null;
  const { channel, channel_type, previous_message } = parsed.data;
  const isDirect = channel_type === 'im';
  const thread = previous_message.thread_ts ?? (isDirect ? null : previous_message.ts);
  return speakerAt({ team, channel, thread }, previous_message.user, isDirect);
}

/** A conversation that was opened in the assistant pane. */
export function readOpened(event: unknown, team: string): Pick<Asked, 'place' | 'user'> | null {
  const parsed = startedSchema.safeParse(event);
  if (!parsed.success) return null;
  const { user_id, channel_id, thread_ts } = parsed.data.assistant_thread;
  return { place: { team, channel: channel_id, thread: thread_ts }, user: user_id };
}

/** A message that a person wrote just now: no bot, no edit, no notice. Broadcasts of a reply and files are messages. */
function spoken(event: unknown): z.infer<typeof messageSchema> | null {
  const parsed = messageSchema.safeParse(event);
  if (!parsed.success) return null;
  const { subtype, bot_id, edited, user } = parsed.data;
  const isMessage = subtype === undefined || subtype === 'thread_broadcast' || subtype === 'file_share';
  return isMessage && bot_id === undefined && edited === undefined && user !== undefined ? parsed.data : null;
}

function asked(message: z.infer<typeof messageSchema>, team: string, thread: string | null, isToUs: boolean): Asked {
  const { channel, user = '', ts: at, text: said } = message;
  return { place: { team, channel, thread }, user, text: readText(said), ts: at, isToUs };
}

/**
 * Who reply in a thread of a channel share its conversation. With us alone, and for commands, everybody has their own;
 * each thread of the assistant pane is a conversation by itself.
 */
export function speakerAt({ team, channel, thread }: Place, user: string, isDirect: boolean): Speaker {
  const conversation = `${team}/${channel}`;
  if (thread === null) return { channel: 'slack', conversation, user, thread: null };
  return isDirect
    ? { channel: 'slack', conversation: `${conversation}/${thread}`, user, thread: null }
    : { channel: 'slack', conversation, user, thread };
}

/** Slack's ids of conversations with one person begin with D. */
export function isDirectChannel(channel: string): boolean {
  return channel.startsWith('D');
}
