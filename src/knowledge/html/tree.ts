import { load, type CheerioAPI } from 'cheerio/slim';

export type HtmlRoot = ReturnType<CheerioAPI['root']>[number];
type HtmlNode = HtmlRoot['children'][number];
export type HtmlElement = Extract<HtmlNode, { readonly attribs: unknown }>;
export type HtmlParent = HtmlRoot | HtmlElement;

export interface Visitor {
  /** Before the children; false leaves them and `leave` out. */
  readonly enter: (element: HtmlElement) => boolean;
  readonly text: (text: string) => void;
  readonly leave?: (element: HtmlElement) => void;
}

/**
 * htmlparser2 and not a browser's tree: it takes time and memory in proportion to the input whatever the nesting, and
 * never throws.
 */
export function parseHtml(source: string): HtmlParent {
  return rootOf(load(source));
}

/** The same for XML: names keep their capitals and their prefix. No entities of its own are expanded. */
export function parseXml(source: string): HtmlParent {
  return rootOf(load(source, { xml: true }));
}

function rootOf(tree: CheerioAPI): HtmlParent {
  const [root] = tree.root().get();
  if (!root) throw new Error('the parser gave no tree');
  return root;
}

/** Everything below `root` in the order of the document. No recursion: the depth is the author's to choose. */
export function walk(root: HtmlParent, { enter, text, leave }: Visitor): void {
  let node: HtmlNode | null = root.children[0] ?? null;
  while (node) {
    if (node.nodeType === 3) text(node.data);
    else if (isElement(node) && enter(node)) {
      const child: HtmlNode | undefined = node.children[0];
      if (child) {
        node = child;
        continue;
      }
      leave?.(node);
    }
    while (!node.next) {
      const parent: HtmlNode | HtmlRoot | null = node.parent;
      if (!parent || parent === root || !isElement(parent)) return;
      leave?.(parent);
      node = parent;
    }
    node = node.next;
  }
}

export function isElement(node: HtmlNode | HtmlRoot): node is HtmlElement {
  return 'attribs' in node;
}

export function parentOf(element: HtmlElement): HtmlElement | null {
  const { parent } = element;
  return parent && isElement(parent) ? parent : null;
}

/** All text below, as it stands. */
export function textOf(root: HtmlParent): string {
  const pieces: string[] = [];
  walk(root, { enter: ({ name }) => name !== 'script' && name !== 'style', text: (text) => pieces.push(text) });
  return pieces.join('');
}
