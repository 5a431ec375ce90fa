import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Nodes, Paragraph, Root } from 'mdast';
import type { FoundBlock } from './assemble.js';

/** Markdown without its front matter → blocks. Raw HTML, images and rules are not text of the party's and are left out. */
export function readMarkdown(source: string): readonly FoundBlock[] {
  const root: Root = unified().use(remarkParse).parse(source);
  return root.children.flatMap((node) => blocksOf(node));
}

function blocksOf(node: Nodes): FoundBlock[] {
  switch (node.type) {
    case 'heading':
      return [withoutAnchor(block('heading', node.depth, node))];
    case 'paragraph':
      return isContentsLine(node) ? [] : [block('paragraph', 0, node)];
    case 'code':
      return [block('paragraph', 0, node)];
    case 'listItem':
      return node.children.flatMap((child, index) =>
        child.type === 'paragraph' && index === 0 ? [block('bullet', 0, child)] : blocksOf(child),
      );
    case 'list':
    case 'blockquote':
      return node.children.flatMap((child) => blocksOf(child));
    default:
      return [];
  }
}

/** A line of a table of contents: nothing but a link into the document itself. */
function isContentsLine({ children }: Paragraph): boolean {
  const [link, ...more] = children.filter((child) => child.type !== 'text' || child.value.trim());
  return link?.type === 'link' && link.url.startsWith('#') && more.length === 0;
}

/** "1.1 KLIMA {#1.1-klima}": an anchor that some exporters write into the heading. */
function withoutAnchor(heading: FoundBlock): FoundBlock {
  return { ...heading, text: heading.text.replace(/\s*\{#[^{}]*\}\s*$/u, '') };
}

function block(kind: FoundBlock['kind'], level: number, node: Nodes): FoundBlock {
  return { kind, level, page: null, text: plainText(node) };
}

function plainText(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') return node.value;
  if (node.type === 'break') return ' ';
  return 'children' in node ? node.children.map((child) => plainText(child)).join('') : '';
}
