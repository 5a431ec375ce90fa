import type { FoundBlock } from '../assemble.js';
import type { HtmlBlock, HtmlLine } from './blocks.js';

/** A mark that people type where the format has a list of its own. */
type Mark = 'dot' | 'dash' | 'number';

interface Piece {
  readonly kind: HtmlBlock['kind'];
  readonly level: number;
  readonly text: string;
  readonly bold: boolean;
  readonly linked: boolean;
}

/** Private-use letters are what Word's symbol fonts leave of their bullets. */
const marks: readonly (readonly [Mark, RegExp])[] = [
  ['dot', /^(?:[•●▪◦‣⁃∙■□➢➤►✓✔\uf0a7\uf0b7\uf0d8\uf0fc]\s*|·\s+)/u],
  ['dash', /^[-–—*]\s+/u],
  ['number', /^(?:\d{1,2}[.)]|[a-zæøå]\))\s+/iu],
];

/** Characters. Headings of real pages are shorter, paragraphs without their full stop longer. */
const longestHeading = 80;
/** Words. An introduction that is marked up as a heading would never be quoted. */
const longestMarkedHeading = 30;
/** Three short bold lines in a row are demands or a title page, not three headings. */
const mostHeadingsInARow = 2;

/**
 * Blocks of markup → blocks of a document: typed bullets become bullets, short bold or capital lines headings.
 * `drop` tells what is no text of the document ("Pin It on Pinterest").
 */
export function shapeBlocks(
  blocks: readonly HtmlBlock[],
  drop: (text: string, linked: boolean) => boolean = () => false,
): readonly FoundBlock[] {
  const pieces = blocks.flatMap(toPieces).filter(({ text, linked }) => text !== '' && !drop(text, linked));
  return markLeadIns(markHeadings(markBullets(pieces))).map(({ kind, level, text }) => ({
    kind,
    level,
    page: null,
    text,
  }));
}

/** Unicode NFC, one space between words; soft hyphens, direction marks and other invisible characters are left out. */
export function cleanText(text: string): string {
  return text
    .normalize('NFC')
    .toWellFormed()
    .replace(/\s+/gu, ' ')
    .replace(/[\p{Cc}\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069]/gu, '')
    .replace(/ {2,}/gu, ' ')
    .trim();
}

function markOf(text: string): Mark | null {
  return marks.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}

function withoutMark(text: string): string {
  return marks.reduce((rest, [, pattern]) => (rest === text ? rest.replace(pattern, '') : rest), text);
}

/** An empty line ends a paragraph; a bold line above plain ones, or a marked line, is a piece of its own. */
function toPieces({ kind, level, lines }: HtmlBlock): Piece[] {
  const clean = lines.map((line) => ({ ...line, text: cleanText(line.text) }));
  if (kind !== 'paragraph') {
    const full = clean.filter(({ text }) => text);
    return [{ kind, level, ...joined(full) }];
  }
  const listed = listedLines(clean);
  const groups: HtmlLine[][] = [[]];
  for (const [index, line] of clean.entries()) {
    const before = clean[index - 1];
    const begins = line.text === '' || listed.has(line) || (before?.bold && !line.bold && isTitle(before.text));
    if (begins) groups.push([]);
    if (line.text) groups.at(-1)?.push(line);
  }
  return groups
    .filter((group) => group.length > 0)
    .map((group): Piece => {
      const piece = { kind, level, ...joined(group) };
      const [first] = group;
      return first && listed.has(first) ? { ...piece, kind: 'bullet', text: withoutMark(piece.text) } : piece;
    });
}

function joined(lines: readonly HtmlLine[]): Pick<Piece, 'text' | 'bold' | 'linked'> {
  return {
    text: lines.map(({ text }) => text).join(' '),
    bold: lines.every(({ bold }) => bold),
    linked: lines.every(({ linked }) => linked),
  };
}

/** Lines of one paragraph: a dot is a bullet by itself, a dash or a number only beside another one. */
function listedLines(lines: readonly HtmlLine[]): ReadonlySet<HtmlLine> {
  const marked = lines.filter(({ text }) => markOf(text) !== null && withoutMark(text) !== '');
  const counts = new Map<Mark | null, number>();
  for (const { text } of marked) counts.set(markOf(text), (counts.get(markOf(text)) ?? 0) + 1);
  const isListed = (mark: Mark | null): boolean => (mark === 'dot' && lines.length > 1) || (counts.get(mark) ?? 0) > 1;
  return new Set(marked.filter(({ text }) => isListed(markOf(text))));
}

/** Paragraphs that begin with a typed mark, or with the mark alone in a paragraph (or cell) of its own before it. */
function markBullets(pieces: readonly Piece[]): readonly Piece[] {
  let opening = '';
  return pieces.flatMap((piece, index) => {
    const before = pieces[index - 1];
    if (!/^[–—]/u.test(piece.text)) opening = piece.text;
    if (piece.kind !== 'paragraph') return [piece];
    if (!/[\p{L}\p{N}]/u.test(piece.text)) return [];
    const hasLoneMark =
      before?.kind === 'paragraph' && markOf(before.text) === 'dot' && withoutMark(before.text) === '';
    if (!hasLoneMark && !isMarked(pieces, index, opening)) return [piece];
    return [{ ...piece, kind: 'bullet', text: withoutMark(piece.text) }];
  });
}

/**
 * A dot marks by itself. A dash, which also opens direct speech, and a number, which also opens a date or a heading,
 * mark only in a row; the long dash only below a colon.
 */
function isMarked(pieces: readonly Piece[], index: number, opening: string): boolean {
  const piece = pieces[index];
  const mark = piece && markOf(piece.text);
  if (!piece || !mark) return false;
  if (mark === 'dot') return withoutMark(piece.text) !== '';
  if (piece.bold) return false;
  const sameAt = (at: number): boolean => pieces[at]?.kind === 'paragraph' && isNextTo(piece, pieces[at], mark);
  if (!sameAt(index - 1) && !sameAt(index + 1)) return false;
  return !/^[–—]/u.test(piece.text) || opening.endsWith(':');
}

function isNextTo(piece: Piece, other: Piece, mark: Mark): boolean {
  if (markOf(other.text) !== mark) return false;
  if (mark === 'dash') return other.text.charAt(0) === piece.text.charAt(0);
  const value = ({ text }: Piece): number => Number.parseInt(text, 10) || (text.toLowerCase().codePointAt(0) ?? 0);
  return Math.abs(value(piece) - value(other)) === 1;
}

/** Could this stand above a text? */
function isTitle(text: string): boolean {
  return text.length <= longestHeading && /\p{L}/u.test(text) && !/[.:;,!…]$/u.test(text);
}

function isCapitals(text: string): boolean {
  return text.length >= 6 && /\p{Lu}{4}/u.test(text) && text === text.toUpperCase();
}

function markHeadings(pieces: readonly Piece[]): readonly Piece[] {
  const rows = rowLengths(pieces.map((piece, index) => looksLikeHeading(pieces, piece, index)));
  let level = 1;
  return pieces.map((piece, index) => {
    const row = rows[index] ?? 0;
    if (piece.kind === 'heading' && isTooLong(piece.text)) return { ...piece, kind: 'paragraph', level: 0 };
    if (piece.kind === 'heading') level = piece.level;
    if (row === 0 || row > mostHeadingsInARow) return piece;
    return { ...piece, kind: 'heading', level: Math.min(6, level + 1) };
  });
}

/** For each piece how many candidates stand together there; nothing at the end, where no text follows. */
function rowLengths(candidates: readonly boolean[]): readonly number[] {
  const rows: number[] = candidates.map(() => 0);
  for (let from = 0; from < candidates.length; from += 1) {
    let to = from;
    while (candidates[to]) to += 1;
    if (to < candidates.length) rows.fill(to - from, from, to);
    from = to;
  }
  return rows;
}

/** A short bold or capital paragraph; a bold item of a list only where it stands alone (a numbered heading of Word). */
function looksLikeHeading(pieces: readonly Piece[], piece: Piece, index: number): boolean {
  if (piece.kind === 'heading' || !isTitle(piece.text)) return false;
  if (piece.kind === 'paragraph') return piece.bold || isCapitals(piece.text);
  return piece.bold && pieces[index - 1]?.kind !== 'bullet' && pieces[index + 1]?.kind === 'paragraph';
}

function isTooLong(text: string): boolean {
  const words = text.split(' ').length;
  return words > longestMarkedHeading || (words > 15 && /[.!?] \p{Lu}/u.test(text));
}

/** "Vi vil:" above bullets introduces them, also where it is marked up as a heading. */
function markLeadIns(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.map((piece, index) => {
    const introduces =
      piece.kind === 'heading' &&
      pieces[index + 1]?.kind === 'bullet' &&
      /:$|(?:^|\s)(?:vil|ønsker|ønskjer|skal|krever|krev|går inn for)(?: å| at| derfor| blant annet)*$/iu.test(
        piece.text,
      );
    return introduces ? { ...piece, kind: 'paragraph', level: 0 } : piece;
  });
}
