import { z } from 'zod';
import type { Feedback, FeedbackReason } from '../../domain.js';
import type { LoggedActivity } from './log.js';

/** Feedback on one answer as a client sent it. */
export interface GivenFeedback extends Omit<Feedback, 'channel'> {
  readonly answerId: string;
}

export type FeedbackReading =
  | { readonly state: 'feedback'; readonly given: GivenFeedback }
  | { readonly state: 'other' }
  /** Of a field nobody can read: its path. */
  | { readonly state: 'unreadable'; readonly field: string };

const answerId = z.string().regex(/^[\w-]{1,64}$/);

/** What our own widget sends. */
const ownSchema = z.object({
  name: z.literal('standpunkt/feedback'),
  value: z.object({
    answerId,
    reaction: z.enum(['like', 'dislike']),
    reasons: z
      .array(z.enum(['wrong-quote', 'wrong-party', 'outdated', 'not-covered']))
      .max(4)
      .default([]),
  }),
});

/** `…?interaction=like&answer=<id>`: Web Chat sends the action back as it was, and nothing else that names the answer. */
const ANSWER_IN_TARGET = /[?&]answer=([\w-]{1,64})$/;

/** What the official Web Chat sends. A review that was written beside it is left unread. */
const webChatSchema = z.object({
  name: z.literal('webchat:activity-status/feedback'),
  entities: z.tuple([
    z.object({
      '@type': z.enum(['LikeAction', 'DislikeAction']),
      target: z.object({ urlTemplate: z.string().max(512).regex(ANSWER_IN_TARGET) }),
    }),
  ]),
});

const eventSchema = z.object({
  type: z.literal('event'),
  name: z.enum([ownSchema.shape.name.value, webChatSchema.shape.name.value]),
});

export function readFeedback(body: unknown): FeedbackReading {
  const event = eventSchema.safeParse(body);
  if (!event.success) return { state: 'other' };
  if (event.data.name === ownSchema.shape.name.value) {
    const own = ownSchema.safeParse(body);
    if (!own.success) return unreadable(own.error);
    const { reaction, reasons, answerId: id } = own.data.value;
    return { state: 'feedback', given: { answerId: id, reaction, reasons: reaction === 'like' ? [] : reasons } };
  }
  const pressed = webChatSchema.safeParse(body);
  if (!pressed.success) return unreadable(pressed.error);
  const [action] = pressed.data.entities;
  const reaction = action['@type'] === 'LikeAction' ? 'like' : 'dislike';
  const id = ANSWER_IN_TARGET.exec(action.target.urlTemplate)?.[1] ?? '';
  return { state: 'feedback', given: { answerId: id, reaction, reasons: [] } };
}

function unreadable({ issues }: z.ZodError): FeedbackReading {
  return { state: 'unreadable', field: issues[0]?.path.join('.') ?? '' };
}

/** The thumbs of the official Web Chat, for the Message entity of an answer. */
export function feedbackActions(id: string): readonly object[] {
  return (['like', 'dislike'] as const).map((reaction) => ({
    '@type': reaction === 'like' ? 'LikeAction' : 'DislikeAction',
    actionStatus: 'PotentialActionStatus',
    target: { '@type': 'EntryPoint', urlTemplate: `ms-directline://postback?interaction=${reaction}&answer=${id}` },
  }));
}

const answerSchema = z.object({ channelData: z.object({ standpunkt: z.object({ answerId }) }) });

/** Whether the answer is one of these activities: of others nobody here can have an opinion. */
export function isAmong(activities: readonly LoggedActivity[], id: string): boolean {
  return activities.some((activity) => answerSchema.safeParse(activity).data?.channelData.standpunkt.answerId === id);
}

/**
 * What of it was not counted before: each reaction and each reason once for an answer, so that a second thought counts
 * and a second press does not. Null when that is nothing.
 */
export async function uncounted(
  given: GivenFeedback,
  conversation: string,
  isFirst: (key: string) => Promise<boolean>,
): Promise<Feedback | null> {
  const { reaction } = given;
  const key = [conversation, given.answerId, reaction].join(' ');
  const isNew = await isFirst(key);
  const reasons: FeedbackReason[] = [];
  for (const reason of new Set(given.reasons)) if (await isFirst(`${key} ${reason}`)) reasons.push(reason);
  const counts = reasons.length > 0 || (isNew && given.reasons.length === 0);
  return counts ? { channel: 'web', reaction, reasons } : null;
}
