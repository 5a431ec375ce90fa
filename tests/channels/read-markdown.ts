import type { Nodes } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const parser = unified().use(remarkParse);

export interface ReadMarkdown {
  readonly text: string;
  readonly links: readonly { readonly text: string; readonly address: string }[];
}

/** Markdown as a CommonMark reader shows it. Throws for anything but paragraphs, emphasis and links. */
export function readMarkdown(markdown: string): ReadMarkdown {
  const definitions = new Map<string, string>();
  const links: { text: string; address: string }[] = [];
  const root = parser.parse(markdown);
  for (const node of root.children) if (node.type === 'definition') definitions.set(node.identifier, node.url);

  function shown(node: Nodes): string {
    switch (node.type) {
      case 'text':
        return node.value;
      case 'definition':
        return '';
      case 'linkReference': {
        // The brackets of a reference are markup; readers that number citations show them again.
        const text = `[${children(node)}]`;
        links.push({ text, address: definitions.get(node.identifier) ?? '' });
        return text;
      }
      case 'root':
        return node.children.map(shown).join('\n');
      case 'paragraph':
      case 'strong':
      case 'emphasis':
        return children(node);
      default:
        throw new Error(`${node.type} came alive`);
    }
  }
  function children(node: { readonly children: readonly Nodes[] }): string {
    return node.children.map(shown).join('');
  }
  return { text: shown(root), links };
}
