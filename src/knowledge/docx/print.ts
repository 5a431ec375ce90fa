/**
 * The part of mammoth's document that is looked at here. Its own types leave it open (`any`).
 * Everything that can hold text has `children`; only texts have a `value`.
 */
export interface DocxNode {
  readonly type: string;
  readonly value?: string;
  readonly children?: readonly DocxNode[];
  /** Of runs, in points; null where the style decides. */
  readonly fontSize?: number | null;
  readonly isAllCaps?: boolean;
  readonly isBold?: boolean;
}

/** Times the size of the running text. */
const large = 1.15;

/**
 * Headings that only stand out by their print, without a heading style: runs that are larger than the running text, or
 * shown in capitals, are made bold, which is what short headings are told by.
 * @param size points of the running text where a run does not say
 */
export function boldenLargePrint(document: DocxNode, size: number): DocxNode {
  const letters = new Map<number, number>();
  count(document, size, letters);
  const [running] = Array.from(letters).reduce((most, next) => (next[1] > most[1] ? next : most), [size, 0]);
  return bolden(document, (run) => (run.fontSize ?? size) >= running * large || run.isAllCaps === true);
}

function count(node: DocxNode, size: number, letters: Map<number, number>): void {
  const own = node.type === 'run' ? (node.fontSize ?? size) : size;
  if (node.value !== undefined) letters.set(own, (letters.get(own) ?? 0) + node.value.length);
  for (const child of node.children ?? []) count(child, own, letters);
}

function bolden(node: DocxNode, stands: (run: DocxNode) => boolean): DocxNode {
  if (!node.children) return node;
  const children = node.children.map((child) => bolden(child, stands));
  return node.type === 'run' && stands(node) ? { ...node, children, isBold: true } : { ...node, children };
}
