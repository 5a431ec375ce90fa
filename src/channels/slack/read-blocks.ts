import type { SlackBlock } from './blocks.js';
import { escapeWithin, unescapeSlack } from './plain.js';

/** Beside blocks the text is what notifications show and screen readers read. */
const FALLBACK = 3_000;

/** What blocks say, a line each, escaped; buttons are left out. */
export function readBlocks(blocks: readonly SlackBlock[]): string {
  const lines = blocks.map(lineOf).filter((line) => line.trim() !== '');
  return escapeWithin(lines.join('\n').toWellFormed(), FALLBACK);
}

function lineOf(block: SlackBlock): string {
  switch (block.type) {
    case 'header':
      return unescapeSlack(block.text.text);
    case 'context':
      return block.elements.map((element) => ('text' in element ? unescapeSlack(element.text ?? '') : '')).join(' ');
    case 'rich_text':
      return block.elements.map(textsIn).join('\n');
    default:
      return '';
  }
}

function textsIn(node: unknown): string {
  if (node === null || typeof node !== 'object') return '';
  const elements: unknown = Reflect.get(node, 'elements');
  if (Array.isArray(elements)) return elements.map(textsIn).join('');
  const text: unknown = Reflect.get(node, 'text');
  return typeof text === 'string' ? text : '';
}
