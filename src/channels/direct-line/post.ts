import type { Request, Response } from 'express';
import { sendError } from '../error-response.js';
import { describeFailure } from '../failure.js';
import { sendTooMany } from '../limit-rate.js';
import { requestOrigin } from '../origins.js';
import { unknownConversation } from './access.js';
import { type GivenFeedback, isAmong, readFeedback, uncounted } from './feedback.js';
import { type Envelope, type PostedActivity, echo, postedSchema, renderDirectLine, renderTyping } from './messages.js';
import type { Appended, ConversationLog } from './log.js';
import type { DirectLineParts } from './parts.js';
import type { Grant } from './tokens.js';

/** Messages of one conversation that may wait for an answer; nobody types faster. */
const WAITING = 10;
/** Milliseconds without an answer after which it is said that one is coming. */
const TYPING = 500;

/** The types of activity that become part of the conversation; the rest, `typing` above all, is taken and forgotten. */
const SHOWN: ReadonlySet<string> = new Set(['message', 'event']);

/** Takes what a person says, and has it answered. */
export async function post(parts: DirectLineParts, grant: Grant, request: Request, response: Response): Promise<void> {
  const posted = postedSchema.safeParse(request.body);
  if (!posted.success) {
    const where = posted.error.issues.map(({ path }) => path.join('.') || 'the body').join(', ');
    sendError(response, 400, 'BadSyntax', `Not an activity that can be read. Look at: ${where}.`);
    return;
  }
  const { type } = posted.data;
  if (!SHOWN.has(type)) {
    response.json({ id: parts.newId() });
    return;
  }
  const seconds = await parts.messageLimit.take(type, grant.user);
  const feedback = readFeedback(request.body);
  if (seconds > 0) sendTooMany(response, seconds);
  else if (feedback.state === 'unreadable') refuseField(response, feedback.field);
  else if (feedback.state === 'feedback') await note(parts, grant, feedback.given, response);
  else if (parts.order.length(grant.conversation) >= WAITING) {
    response.set('Retry-After', '1');
    sendError(response, 429, 'TooManyRequests', 'Wait for the answers to the messages before this one.');
  } else await say(parts, grant, posted.data, request, response);
}

function refuseField(response: Response, field: string): void {
  sendError(response, 400, 'BadArgument', `Not feedback that can be read. Look at: ${field}.`);
}

async function note(
  { log, isFirst, countFeedback, newId }: DirectLineParts,
  { conversation }: Grant,
  given: GivenFeedback,
  response: Response,
): Promise<void> {
  const found = await log.since(conversation, '');
  if (found.state !== 'found') {
    refuseUnknown(response);
    return;
  }
  if (!isAmong(found.activities, given.answerId)) {
    refuseField(response, 'the id of the answer, which is not in this conversation');
    return;
  }
  const feedback = await uncounted(given, conversation, isFirst);
  if (feedback) countFeedback(feedback);
  response.json({ id: newId() });
}

function refuseUnknown(response: Response): void {
  const { status, code, message } = unknownConversation;
  sendError(response, status, code, message);
}

async function say(
  parts: DirectLineParts,
  grant: Grant,
  posted: PostedActivity,
  request: Request,
  response: Response,
): Promise<void> {
  const { log, order } = parts;
  const { conversation } = grant;
  const timestamp = new Date(parts.now()).toISOString();
  const once = posted.channelData?.clientActivityID ?? null;
  const isAsked = posted.type === 'message';
  const appended = await log.append(conversation, echo(posted, grant, timestamp), once, isAsked);
  if (!appended) {
    refuseUnknown(response);
    return;
  }
  const { id } = appended;
  if (isAsked) {
    const about = () => envelopeFor(parts, request, conversation, id);
    const typed = parts.after(TYPING, () => void log.pass(conversation, renderTyping(about())).catch(() => undefined));
    try {
      await order.run(conversation, appended, async (isUnanswered) => {
        if (isUnanswered || !(await isAnswered(log, conversation, appended)))
          await answer(parts, grant, posted, id, about);
      });
    } catch (error) {
      // Otherwise the client's next try would be taken for a repetition and get no answer.
      await log.remove(conversation, id);
      parts.report(`Direct Line: a turn failed (${describeFailure(error)})`);
      sendError(response, 502, 'BotError', 'The bot could not answer. Send the message again.');
      return;
    } finally {
      typed();
    }
  }
  response.json({ id });
}

/** What is sent again was answered before, unless the replica that took it has died since. */
async function isAnswered(log: ConversationLog, conversation: string, { id, fresh }: Appended): Promise<boolean> {
  const found = await log.since(conversation, '');
  const activities = found.state === 'found' ? found.activities : [];
  const isThere = fresh || activities.some((activity) => activity['id'] === id);
  if (!isThere) throw new Error('The message was taken out again.');
  return activities.some(({ replyToId }) => replyToId === id);
}

async function answer(
  { bot, log }: DirectLineParts,
  { conversation, user }: Grant,
  { text, locale, channelData }: PostedActivity,
  id: string,
  about: () => Envelope,
): Promise<void> {
  const parties = channelData?.parties;
  const speaker = { channel: 'directline', conversation, user, thread: null };
  const turn = await bot.turn({ text: text ?? '', locale, ...(parties ? { parties } : {}) }, speaker);
  const { detail } = turn.answer;
  if (detail.kind === 'help' && detail.reason === 'erased') await log.erase(conversation);
  // Whoever answers a message first has answered it.
  await log.append(conversation, renderDirectLine(turn.reply, about()), `answer ${id}`);
}

/** What stands on a message to a conversation besides what it says. */
export function envelopeFor(
  parts: DirectLineParts,
  request: Request,
  conversation: string,
  replyToId: string | null,
): Envelope {
  return {
    conversation,
    replyToId,
    timestamp: new Date(parts.now()).toISOString(),
    answerId: parts.newId(),
    publicUrl: parts.publicUrl ?? requestOrigin(request),
  };
}
