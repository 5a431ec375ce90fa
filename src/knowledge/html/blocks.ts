import { walk, type HtmlElement, type HtmlParent } from './tree.js';

/** A line of a block: what stands between two line breaks. */
export interface HtmlLine {
  readonly text: string;
  /** All of its letters are bold. */
  readonly bold: boolean;
  /** All of its letters are links. */
  readonly linked: boolean;
}

export interface HtmlBlock {
  readonly kind: 'heading' | 'paragraph' | 'bullet';
  /** 1 to 6 for headings, otherwise 0. */
  readonly level: number;
  readonly lines: readonly HtmlLine[];
}

const blockNames = new Set(
  (
    'address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption figure ' +
    'footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody ' +
    'td tfoot th thead tr ul'
  ).split(' '),
);

const boldNames = new Set(['b', 'strong', 'button', 'dt', 'summary', 'legend']);

/** The headings (by level) and list items that are open, outermost first. */
interface Places {
  readonly headings: number[];
  readonly items: { filled: boolean; headed: boolean }[];
}

/** A block whose item may still go on. */
type OpenBlock = HtmlBlock & { readonly lines: HtmlLine[] };

/** Letters of the line in all, in bold and in links. */
interface OpenLine {
  text: string;
  letters: number;
  bold: number;
  linked: number;
}

/** Text split at block elements, in the order of the document. `skip` leaves an element and all in it out. */
export function htmlBlocks(root: HtmlParent, skip: (element: HtmlElement) => boolean): readonly HtmlBlock[] {
  const blocks: OpenBlock[] = [];
  const places: Places = { headings: [], items: [] };
  const depth = { bold: 0, linked: 0, pre: 0 };
  let lines: OpenLine[] = [emptyLine()];
  const flush = (): void => {
    if (lines.some(({ letters }) => letters > 0)) add(blocks, places, lines.map(closeLine));
    lines = [emptyLine()];
  };
  const turn = (element: HtmlElement, by: 1 | -1): void => {
    if (boldNames.has(element.name)) depth.bold += by;
    if (element.name === 'a') depth.linked += by;
    if (element.name === 'pre') depth.pre += by;
  };
  walk(root, {
    enter(element) {
      if (skip(element)) return false;
      if (element.name === 'br') lines.push(emptyLine());
      if (blockNames.has(element.name)) flush();
      const level = headingLevel(element);
      if (level > 0) places.headings.push(level);
      if (isItem(element)) places.items.push({ filled: false, headed: false });
      turn(element, 1);
      return true;
    },
    text(text) {
      for (const [index, piece] of (depth.pre > 0 ? text.split('\n') : [text]).entries()) {
        if (index > 0) lines.push(emptyLine());
        write(lines, piece, depth);
      }
    },
    leave(element) {
      if (blockNames.has(element.name)) flush();
      if (headingLevel(element) > 0) places.headings.pop();
      if (isItem(element)) places.items.pop();
      turn(element, -1);
    },
  });
  flush();
  return blocks;
}

function headingLevel({ name }: HtmlElement): number {
  return /^h[1-6]$/u.test(name) ? Number(name.slice(1)) : 0;
}

/** Word saves list items as paragraphs that name their list. */
function isItem({ name, attribs }: HtmlElement): boolean {
  return name === 'li' || (name === 'p' && /mso-list\s*:\s*l\d/iu.test(attribs['style'] ?? ''));
}

function emptyLine(): OpenLine {
  return { text: '', letters: 0, bold: 0, linked: 0 };
}

function write(lines: readonly OpenLine[], text: string, depth: { bold: number; linked: number }): void {
  const line = lines.at(-1);
  if (!line) return;
  line.text += text;
  const letters = text.replace(/\s+/gu, '').length;
  line.letters += letters;
  if (depth.bold > 0) line.bold += letters;
  if (depth.linked > 0) line.linked += letters;
}

function closeLine({ text, letters, bold, linked }: OpenLine): HtmlLine {
  return { text, bold: letters > 0 && bold === letters, linked: letters > 0 && linked === letters };
}

/** The first text of a list item is its bullet; under a heading inside the item it is running text. */
function add(blocks: OpenBlock[], { headings, items }: Places, lines: HtmlLine[]): void {
  const level = headings.at(-1);
  const item = items.at(-1);
  if (level !== undefined) {
    blocks.push({ kind: 'heading', level, lines });
    if (item) item.headed = true;
    return;
  }
  if (!item || item.headed) {
    blocks.push({ kind: 'paragraph', level: 0, lines });
    return;
  }
  const before = blocks.at(-1);
  const goesOn =
    item.filled && before?.kind === 'bullet' && /[.:!?»]$/u.test(before.lines.at(-1)?.text.trimEnd() ?? '');
  if (goesOn) for (const line of lines) before.lines.push(line);
  else blocks.push({ kind: 'bullet', level: 0, lines });
  item.filled = true;
}
