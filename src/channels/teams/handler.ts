import type { ActivityHandler, TurnContext } from '@microsoft/agents-hosting';
import type { Bot } from '../../bot.js';
import type { Feedback, Language, Speaker } from '../../domain.js';
import { createTurnLine } from '../one-at-a-time.js';
import { whenSlow } from '../when-slow.js';
import { type Answering, deliver, withdraw } from './deliver.js';
import { feedbackDialog, readFeedback } from './feedback.js';

// A person who waits longer wants to see that something happens.
const TYPING_MILLISECONDS = 500;

export interface HandlerParts extends Answering {
  readonly bot: Bot;
  /** True the first time it is asked about a speaker; decides who is welcomed. */
  readonly isFirst: (speaker: Speaker) => Promise<boolean>;
  readonly countFeedback: (feedback: Feedback) => void;
  readonly typingMilliseconds?: number;
}

/** What is done about each kind of activity that Teams sends. */
export function createHandler(parts: HandlerParts, handler: ActivityHandler): ActivityHandler {
  const { bot, typingMilliseconds = TYPING_MILLISECONDS } = parts;
  const line = createTurnLine();

  const answer = async (context: TurnContext) => {
    const { text = '', locale = null } = context.activity;
    const speaker = speakerOf(context);
    const turn = () => line.run(speaker.conversation, () => bot.turn({ text, locale }, speaker));
    const { reply } = await whenSlow(typingMilliseconds, () => showTyping(context), turn);
    await deliver(parts, context, reply);
  };
  const welcome = async (context: TurnContext) => {
    if (!(await parts.isFirst({ ...speakerOf(context), user: '' }))) return;
    await deliver(parts, context, bot.welcome(context.activity.locale ?? null).reply);
  };
  /** A deleted question is not to be read in its answer, nor leant on. */
  const forget = async (context: TurnContext) => {
    await bot.forget(speakerOf(context)).catch(() => undefined);
    await withdraw(parts, context);
  };

  return handler
    .onTurn(async (context, next) => {
      if (context.activity.type === 'invoke') await respond(parts, context);
      else await next();
    })
    .onMessage(answer)
    .onMessageUpdate(answer)
    .onMessageDelete(forget)
    .onMembersAdded(async (context) => {
      // In a group the bot presents itself when it comes, not to everyone who comes later.
      const { conversation, membersAdded = [], recipient } = context.activity;
      if (!conversation?.isGroup || membersAdded.some(({ id }) => id === recipient?.id)) await welcome(context);
    })
    .onInstallationUpdateAdd(welcome);
}

// In a channel of a team every thread is a conversation of its own: "19:…@thread.tacv2;messageid=1700000000000".
const THREAD_MARK = ';messageid=';

/** Who replies in a thread goes on from what was asked there; in a group chat everybody talks for themselves. */
function speakerOf({ activity }: TurnContext): Speaker {
  const conversation = activity.conversation?.id ?? '';
  return {
    channel: activity.channelId ?? 'unknown',
    conversation,
    user: activity.from?.id ?? '',
    thread: conversation.includes(THREAD_MARK) ? conversation : null,
  };
}

async function showTyping(context: TurnContext): Promise<void> {
  const { Activity } = await import('@microsoft/agents-activity');
  await context.sendActivity(Activity.fromObject({ type: 'typing' }));
}

interface InvokeResponse {
  readonly status: number;
  readonly body?: object;
}

async function respond(parts: HandlerParts, context: TurnContext): Promise<void> {
  const { Activity } = await import('@microsoft/agents-activity');
  const value = invokeResponse(parts, context);
  await context.sendActivity(Activity.fromObject({ type: 'invokeResponse', value }));
}

/** Feedback in its two steps; every other invoke is one we never asked for. */
function invokeResponse({ countFeedback }: HandlerParts, { activity }: TurnContext): InvokeResponse {
  const { name, value, locale } = activity;
  if (name === 'message/fetchTask') {
    const dialog = feedbackDialog(value, languageOf(locale));
    return dialog === null ? refusal(400, 'Only feedback has a dialog.') : { status: 200, body: dialog };
  }
  if (name === 'message/submitAction') {
    const feedback = readFeedback(value);
    if (feedback === null) return refusal(400, 'Send actionName "feedback" and a reaction, like or dislike.');
    countFeedback(feedback);
    return { status: 200 };
  }
  return refusal(501, 'This bot answers messages and feedback only.');
}

function refusal(status: number, message: string): InvokeResponse {
  return { status, body: { error: { code: status === 501 ? 'NotSupported' : 'BadArgument', message } } };
}

function languageOf(locale: string | undefined): Language {
  if (/^nn\b/iu.test(locale ?? '')) return 'nn';
  return /^en\b/iu.test(locale ?? '') ? 'en' : 'nb';
}
