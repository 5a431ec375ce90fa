import type { SlackMessage } from '../../../src/channels/slack/blocks.js';
import { renderSlack, type Rendering } from '../../../src/channels/slack/render.js';
import { publicUrl } from '../contract.js';
import type { Reply } from '../../../src/domain.js';

export const first: Rendering = { publicUrl, page: 0, id: 'id', asked: null, introduction: [], shareable: false };

/** All messages of a reply, as somebody sees them who presses "Vis mer" to the end. */
export function pagesOf(reply: Reply, rendering: Rendering = first): readonly SlackMessage[] {
  const pages: SlackMessage[] = [];
  for (let page = 0; ; page += 1) {
    const message = renderSlack(reply, { ...rendering, page });
    if (message === null) return pages;
    pages.push(message);
  }
}

interface Node {
  readonly type: string;
  readonly text?: string | { readonly text: string };
  readonly url?: string;
  readonly style?: object;
  readonly value?: string;
  readonly action_id?: string;
  readonly elements?: readonly Node[];
}

export interface ReadMessage {
  /** As on the screen: plain text unescaped, rich text as it is. */
  readonly lines: readonly string[];
  /** What stands in quotes, one entry a block; lead-ins apart. */
  readonly quoted: readonly string[];
  readonly links: readonly { readonly text: string; readonly address: string }[];
  /** What the suggestion buttons ask. */
  readonly asks: readonly string[];
}

/** Reads what a client shows of the blocks; the same rules as Slack's: rich text has no markup, plain text is unescaped. */
export function readMessage({ blocks }: SlackMessage): ReadMessage {
  const nodes: readonly Node[] = JSON.parse(JSON.stringify(blocks));
  const texts = (node: Node): string =>
    node.elements ? node.elements.map(texts).join('') : typeof node.text === 'string' ? node.text : '';
  const inside = nodes.filter(({ type }) => type === 'rich_text').flatMap(({ elements = [] }) => elements);
  const shown = (node: Node): string => {
    if (node.type === 'header' && typeof node.text === 'object') return unescape(node.text.text);
    if (node.type === 'context') return unescape(texts(node));
    return node.type === 'rich_text' ? texts(node) : '';
  };
  return {
    lines: nodes.map(shown),
    quoted: inside
      .filter(({ type }) => type === 'rich_text_quote')
      .map(({ elements = [] }) =>
        elements
          .filter(({ type, style }) => type === 'text' && !style)
          .map(texts)
          .join(''),
      ),
    links: inside
      .flatMap(({ elements = [] }) => elements)
      .filter(({ type }) => type === 'link')
      .map(({ text, url }) => ({ text: typeof text === 'string' ? text : '', address: url ?? '' })),
    asks: nodes
      .filter(({ type }) => type === 'actions')
      .flatMap(({ elements = [] }) => elements)
      .filter(({ action_id }) => action_id?.startsWith('ask_'))
      .map(({ value }) => String(value)),
  };
}

function unescape(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
