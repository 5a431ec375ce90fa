import type { types } from '@slack/bolt';
import { z } from 'zod';
import type { Feedback, FeedbackReason, Language } from '../../domain.js';
import { channelWords } from '../words.js';
import { plainText, type SlackBlock } from './blocks.js';
import { slackWords } from './words.js';

/** Of a dialog's title and buttons, in characters. */
const TITLE = 24;

export const FEEDBACK_ACTION = 'feedback';
export const REASONS_DIALOG = 'feedback_reasons';

/** Buttons whose values say what was pressed and in which language to go on, and nothing of the answer or the person. */
export function feedbackButtons(language: Language): SlackBlock {
  const { like, dislike } = channelWords[language].feedback;
  const look = (text: string, reaction: Feedback['reaction']) => ({
    text: plainText(text, 75),
    accessibility_label: text,
    value: `${reaction} ${language}`,
  });
  return {
    type: 'context_actions',
    elements: [
      {
        type: 'feedback_buttons',
        action_id: FEEDBACK_ACTION,
        positive_button: look(like, 'like'),
        negative_button: look(dislike, 'dislike'),
      },
    ],
  };
}

const pressedSchema = z.tuple([z.enum(['like', 'dislike']), z.enum(['nb', 'nn', 'en'])]);

export interface Pressed {
  readonly reaction: Feedback['reaction'];
  readonly language: Language;
}

/** What the value of a pressed button says; null when we did not make it. */
export function readPressed(value: string): Pressed | null {
  const parsed = pressedSchema.safeParse(value.split(' '));
  return parsed.success ? { reaction: parsed.data[0], language: parsed.data[1] } : null;
}

/** The dialog that asks what is wrong. There is no free text: it would be a political opinion to keep. */
export function reasonsDialog(language: Language): types.ModalView {
  const { dislike, whatIsWrong, reasons, send, onlyCounted } = channelWords[language].feedback;
  return {
    type: 'modal',
    callback_id: REASONS_DIALOG,
    private_metadata: language,
    title: plainText(dislike, TITLE),
    submit: plainText(send, TITLE),
    close: plainText(slackWords[language].close, TITLE),
    blocks: [
      {
        type: 'input',
        block_id: 'reasons',
        optional: true,
        label: plainText(whatIsWrong, 2_000),
        element: {
          type: 'checkboxes',
          action_id: 'reasons',
          options: Object.entries(reasons).map(([value, text]) => ({ text: plainText(text, 75), value })),
        },
      },
      { type: 'context', elements: [plainText(onlyCounted, 2_000)] },
    ],
  };
}

export function thanksDialog(language: Language): types.ModalView {
  const { thanks, dislike } = channelWords[language].feedback;
  return {
    type: 'modal',
    title: plainText(dislike, TITLE),
    close: plainText(slackWords[language].close, TITLE),
    blocks: [{ type: 'section', text: plainText(thanks, 2_000) }],
  };
}

const reason = z.enum(['wrong-quote', 'wrong-party', 'outdated', 'not-covered'] satisfies FeedbackReason[]);
const submittedSchema = z.object({
  private_metadata: z.enum(['nb', 'nn', 'en']).catch('nb'),
  state: z.object({
    values: z.object({
      reasons: z.object({ reasons: z.object({ selected_options: z.array(z.object({ value: reason })).max(10) }) }),
    }),
  }),
});

/** What a sent dialog says; null when we did not make it. */
export function readReasons(view: unknown): { readonly language: Language; readonly reasons: FeedbackReason[] } | null {
  const parsed = submittedSchema.safeParse(view);
  if (!parsed.success) return null;
  const chosen = parsed.data.state.values.reasons.reasons.selected_options.map(({ value }) => value);
  return { language: parsed.data.private_metadata, reasons: [...new Set(chosen)] };
}
