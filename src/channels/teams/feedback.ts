import { z } from 'zod';
import type { Feedback, FeedbackReason, Language } from '../../domain.js';
import { channelWords } from '../words.js';
import { type AdaptiveCard, card, paragraph } from './card.js';

const reaction = z.enum(['like', 'dislike']);

/** What Teams asks with when somebody presses a feedback button: `{data: {actionName, actionValue: {reaction}}}`. */
const fetchSchema = z.object({
  data: z.object({ actionName: z.literal('feedback'), actionValue: z.object({ reaction }) }),
});

/** What comes back from the dialog. `feedback` holds its inputs as JSON; other clients put what was written there. */
const submitSchema = z.object({
  actionName: z.literal('feedback'),
  actionValue: z.object({ reaction, feedback: z.unknown() }),
});

const REASONS: readonly FeedbackReason[] = ['wrong-quote', 'wrong-party', 'outdated', 'not-covered'];
const isReason = (text: string): text is FeedbackReason => REASONS.some((reason) => reason === text);

/** The dialog of `message/fetchTask` as its response body; null when the request is none that we know. */
export function feedbackDialog(value: unknown, language: Language): object | null {
  const asked = fetchSchema.safeParse(value);
  if (!asked.success) return null;
  const words = channelWords[language].feedback;
  const { reaction: pressed } = asked.data.data.actionValue;
  const content = pressed === 'like' ? likeCard(language) : dislikeCard(language);
  const attachment = { contentType: 'application/vnd.microsoft.card.adaptive', content };
  const title = pressed === 'like' ? words.like : words.dislike;
  return { task: { type: 'continue', value: { title, height: 'medium', width: 'small', card: attachment } } };
}

function likeCard(language: Language): AdaptiveCard {
  const { onlyCounted, send } = channelWords[language].feedback;
  return { ...card(language, [paragraph(onlyCounted)]), actions: [{ type: 'Action.Submit', title: send }] };
}

function dislikeCard(language: Language): AdaptiveCard {
  const { whatIsWrong, reasons, onlyCounted, send } = channelWords[language].feedback;
  const choices = REASONS.map((reason) => ({ title: reasons[reason], value: reason }));
  return {
    ...card(language, [
      { type: 'Input.ChoiceSet', id: 'reasons', label: whatIsWrong, isMultiSelect: true, style: 'expanded', choices },
      paragraph(onlyCounted, { isSubtle: true, size: 'Small' }),
    ]),
    actions: [{ type: 'Action.Submit', title: send }],
  };
}

/** Feedback of `message/submitAction`, without a word of what was written; null when it is something else. */
export function readFeedback(value: unknown): Feedback | null {
  const sent = submitSchema.safeParse(value);
  if (!sent.success) return null;
  const { reaction: pressed, feedback } = sent.data.actionValue;
  return { channel: 'teams', reaction: pressed, reasons: pressed === 'like' ? [] : reasonsIn(feedback) };
}

/** `{"reasons": "outdated,wrong-quote"}`, as JSON or as an object. */
const inputsSchema = z.object({ reasons: z.string().max(1_000) });

function reasonsIn(feedback: unknown): readonly FeedbackReason[] {
  const inputs = inputsSchema.safeParse(typeof feedback === 'string' ? parsed(feedback) : feedback);
  return inputs.success ? [...new Set(inputs.data.reasons.split(','))].filter(isReason) : [];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.slice(0, 4_000));
  } catch {
    return null;
  }
}
