import { z } from 'zod';

/** Slack's limits for what we send, as its reference has them; unknown blocks and fields are errors. */
const plain = (most: number) =>
  z.strictObject({ type: z.literal('plain_text'), text: z.string().min(1).max(most), emoji: z.literal(false) });

const inline = z.union([
  z.strictObject({
    type: z.literal('text'),
    text: z.string().min(1).max(3_000),
    style: z.strictObject({ italic: z.literal(true) }).optional(),
  }),
  z.strictObject({ type: z.literal('link'), url: z.url({ protocol: /^https?$/ }).max(3_000), text: z.string().min(1) }),
]);
const button = z.strictObject({
  type: z.literal('button'),
  action_id: z.string().min(1).max(255),
  text: plain(75),
  value: z.string().min(1).max(2_000),
});
const reaction = z.strictObject({
  text: plain(75),
  accessibility_label: z.string().max(75),
  value: z.string().min(1).max(2_000),
});
const block = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('header'), text: plain(150) }),
  z.strictObject({ type: z.literal('context'), elements: z.array(plain(2_000)).min(1).max(10) }),
  z.strictObject({
    type: z.literal('rich_text'),
    elements: z
      .array(
        z.strictObject({ type: z.enum(['rich_text_section', 'rich_text_quote']), elements: z.array(inline).min(1) }),
      )
      .min(1),
  }),
  z.strictObject({ type: z.literal('actions'), elements: z.array(button).min(1).max(25) }),
  z.strictObject({
    type: z.literal('context_actions'),
    elements: z
      .array(
        z.strictObject({
          type: z.literal('feedback_buttons'),
          action_id: z.string().min(1).max(255),
          positive_button: reaction,
          negative_button: reaction,
        }),
      )
      .min(1)
      .max(5),
  }),
]);

export const messageLimits = z
  .strictObject({
    text: z.string().min(1),
    blocks: z.array(block).min(1).max(50),
    unfurl_links: z.literal(false),
    unfurl_media: z.literal(false),
  })
  .refine(({ text, blocks }) => text.length + charactersIn(blocks) <= 12_000, 'more than 12 000 characters')
  .refine(({ blocks }) => new Set(actionsIn(blocks)).size === actionsIn(blocks).length, 'two actions of one name')
  .refine(({ blocks }) => blocks.every((each) => charactersIn([each]) <= 3_000), 'a block above 3 000 characters');

/** Of texts and addresses. */
function charactersIn(node: unknown): number {
  if (node === null || typeof node !== 'object') return 0;
  return Object.entries(node).reduce(
    (sum, [key, value]) =>
      sum + (typeof value === 'string' ? (key === 'text' || key === 'url' ? value.length : 0) : charactersIn(value)),
    0,
  );
}

function actionsIn(node: unknown): readonly string[] {
  if (node === null || typeof node !== 'object') return [];
  return Object.entries(node).flatMap(([key, value]) =>
    key === 'action_id' && typeof value === 'string' ? [value] : actionsIn(value),
  );
}

/** Every limit that a message breaks, in words. */
export function beyondLimits(message: unknown): readonly string[] {
  const parsed = messageLimits.safeParse(message);
  return parsed.success ? [] : parsed.error.issues.map(({ path, message: what }) => `${path.join('.')}: ${what}`);
}
