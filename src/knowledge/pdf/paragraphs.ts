import type { FoundBlock } from '../assemble.js';
import { headingLevel } from './headings.js';
import { joinText } from './join-text.js';
import type { Line } from './lines.js';
import type { Typography } from './typography.js';

/** "•", "a)", "12." and the like, at the beginning of a line. */
const bulletMark = /^(?:[•●·▪■◦‣○►➢*–—-]|[a-zæøå]{1,2}\)|\d{1,3}\))\s+(?=\S)/u;
/** "1." begins a bullet only in a list: "2025. Vi vil" is the end of a sentence. */
const numberMark = /^\d{1,3}\.\s+(?=\p{L})/u;

/** Shares of the leading: a gap beyond it parts paragraphs. */
const paragraphGap = 1.32;

interface Growing {
  readonly kind: FoundBlock['kind'];
  readonly level: number;
  readonly lines: Line[];
}

/** Lines in reading order, page by page → headings, paragraphs and bullets, also those that run over a page or column. */
export function paragraphsOf(
  pages: readonly (readonly Line[])[],
  type: Typography,
  isWord: (word: string) => boolean,
): readonly FoundBlock[] {
  const blocks: Growing[] = [];
  for (const lines of pages) {
    for (const [at, line] of lines.entries()) {
      const open = blocks.at(-1);
      if (open && belongs(line, lines[at - 1], open, type)) open.lines.push(line);
      else if (open && wasNoHeading(line, lines[at - 1], open, type)) {
        blocks.splice(-1, 1, { kind: 'paragraph', level: 0, lines: [...open.lines, line] });
      } else blocks.push(begin(line, open, type));
    }
  }
  return blocks.map((block) => finish(block, isWord)).filter(({ text }) => text);
}

function begin(line: Line, before: Growing | undefined, type: Typography): Growing {
  const level = headingLevel(line, type);
  if (isBullet(line, before)) return { kind: 'bullet', level: 0, lines: [line] };
  return level > 0 ? { kind: 'heading', level, lines: [line] } : { kind: 'paragraph', level: 0, lines: [line] };
}

function isBullet(line: Line, before: Growing | undefined): boolean {
  if (bulletMark.test(line.text)) return true;
  const inList = before?.kind === 'bullet' || before?.lines.at(-1)?.text.endsWith(':') === true;
  return inList && numberMark.test(line.text);
}

/** Does a line go on with the block above it, or in the column or on the page before? */
function belongs(line: Line, above: Line | undefined, open: Growing, type: Typography): boolean {
  const last = open.lines.at(-1);
  if (!last || isBullet(line, open)) return false;
  const level = headingLevel(line, type);
  if (open.kind === 'heading')
    return level === open.level && isNext(line, above, last, type) && !last.text.endsWith(':');
  if (level > 0 || Math.abs(line.size - last.size) > 0.6) return false;
  if (isNext(line, above, last, type)) return !endsShort(last, open, line);
  // Over a column or a page: what goes on begins in the middle of a sentence.
  return above !== last && !/[.!?:]["»”]?$/u.test(last.text) && /^[\p{Ll}\d(«"„–]/u.test(line.text);
}

/** What goes on right below in the middle of a sentence was the first line of a paragraph. */
function wasNoHeading(line: Line, above: Line | undefined, open: Growing, type: Typography): boolean {
  const last = open.lines.at(-1);
  if (open.kind !== 'heading' || !last || !isNext(line, above, last, type)) return false;
  return /^\p{Ll}/u.test(line.text) && headingLevel(line, type) === 0 && !isBullet(line, open);
}

/** The line right below, at the body's distance. */
function isNext(line: Line, above: Line | undefined, last: Line, type: Typography): boolean {
  if (above !== last) return false;
  const gap = last.y - line.y;
  return gap > 0.3 * line.size && gap <= paragraphGap * type.leading(last.size) * Math.max(line.size, last.size);
}

/** A bullet without its full stop that is followed, at the same distance, by text further to the left, is over. */
function endsShort(last: Line, open: Growing, line: Line): boolean {
  const [first] = open.lines;
  return open.kind === 'bullet' && first !== undefined && line.x < first.x - 3 && last.y !== line.y;
}

function finish(block: Growing, isWord: (word: string) => boolean): FoundBlock {
  const lines = block.lines.map((line, at) =>
    at === 0 && block.kind === 'bullet'
      ? { ...line, text: line.text.replace(bulletMark, '').replace(numberMark, '') }
      : line,
  );
  const { text, turns } = joinText(lines, isWord);
  const kind = block.kind === 'heading' && text.endsWith(':') ? 'paragraph' : block.kind;
  return { kind, level: kind === 'heading' ? block.level : 0, page: block.lines[0]?.page ?? null, text, turns };
}
