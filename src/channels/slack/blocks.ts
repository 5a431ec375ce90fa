import type { types } from '@slack/bolt';
import type { Citation } from '../../domain.js';
import { absolute, mark } from '../citations.js';
import { cutEscaped, escapeWithin } from './plain.js';

export type SlackBlock = types.KnownBlock;
export type SlackText = types.PlainTextElement;

/** Slack's limits, in characters. */
const HEADER = 150;
const CONTEXT_ELEMENT = 2_000;
const BUTTON_TEXT = 75;
const BUTTON_VALUE = 2_000;

/**
 * A text object that shows exactly these characters: no markup, no mention, no link, and `:smile:` stays as it is
 * written. Slack reads `&`, `<` and `>` in it as control characters, so they are escaped.
 */
export function plainText(text: string, limit: number): SlackText {
  return { type: 'plain_text', text: escapeWithin(text, limit), emoji: false };
}

export function header(text: string): SlackBlock {
  return { type: 'header', text: plainText(text, HEADER) };
}

/** Small grey lines: where quotes are from, and what else has to be said beside an answer. */
export function context(text: string): readonly SlackBlock[] {
  return cutEscaped(text, CONTEXT_ELEMENT).map((piece) => ({
    type: 'context',
    elements: [{ type: 'plain_text', text: piece, emoji: false }],
  }));
}

type Inline = types.RichTextText | types.RichTextLink;

/**
 * Rich text is a tree: what is in a text element is shown as it is, and a link, mention or emoji would be an element of
 * its own. So nothing is escaped, and nothing that people or documents wrote can become live.
 */
export function run(text: string, style?: { readonly italic: true }): Inline {
  return style ? { type: 'text', text, style } : { type: 'text', text };
}

/** `[1]`, leading to the passage in its document. */
export function citationLink(citation: Citation, publicUrl: string): Inline {
  return { type: 'link', url: absolute(citation.viewer, publicUrl), text: mark(citation) };
}

/** Ours. */
export function paragraph(elements: readonly Inline[]): SlackBlock {
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [...elements] }] };
}

/** The parties'. */
export function quotation(elements: readonly Inline[]): SlackBlock {
  return { type: 'rich_text', elements: [{ type: 'rich_text_quote', elements: [...elements] }] };
}

export interface ButtonLook {
  readonly action: string;
  readonly text: string;
  readonly value: string;
}

/** Null when the value is above Slack's limit: a shortened question would be another question. */
export function button({ action, text, value }: ButtonLook): types.Button | null {
  if (value.length > BUTTON_VALUE) return null;
  return { type: 'button', action_id: action, text: plainText(text, BUTTON_TEXT), value };
}

export function buttons(looks: readonly ButtonLook[]): readonly SlackBlock[] {
  const elements = looks.map(button).filter((made) => made !== null);
  return elements.length === 0 ? [] : [{ type: 'actions', elements }];
}

/** How many characters of a message a block takes: all its texts and addresses. */
export function weight(block: SlackBlock): number {
  let sum = 0;
  JSON.stringify(block, (key, value: unknown) => {
    if (typeof value === 'string' && (key === 'text' || key === 'url')) sum += value.length;
    return value;
  });
  return sum;
}

/** What is sent of a reply in one message. */
export interface SlackMessage {
  /** For notifications and screen readers: all that the blocks say. */
  readonly text: string;
  readonly blocks: SlackBlock[];
  readonly unfurl_links: false;
  readonly unfurl_media: false;
}
