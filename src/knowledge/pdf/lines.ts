import type { PageText, TextItem } from './page-text.js';

/** One line of text on a page; points, the origin at the lower left. */
export interface Line {
  readonly text: string;
  readonly page: number;
  readonly x: number;
  readonly right: number;
  /** Baseline. */
  readonly y: number;
  readonly size: number;
  readonly font: string;
  /** All of it in one face: a bold word in a sentence makes no heading. */
  readonly isUniform: boolean;
}

/** Shares of the letter size: what still is the same line, and the gap that is a space, or another column. */
const sameLine = 0.45;
const wordGap = 0.16;
const columnGap = 1.8;

/** A page's runs of letters → lines, in the order in which the file sets them. */
export function linesOf(page: PageText): readonly Line[] {
  const runs: TextItem[][] = [];
  for (const item of page.items) {
    // pdf.js fills the gap between columns with a space as wide as the gap.
    if (!item.text.trim() && (item.width === 0 || item.width > columnGap * (item.size || 10))) continue;
    const run = runs.at(-1);
    if (run && continues(run, item)) run.push(item);
    else runs.push([item]);
  }
  return joinMarks(runs.map((run) => toLine(run, page.number)).filter((line) => line.text));
}

function continues(run: readonly TextItem[], item: TextItem): boolean {
  const last = run.at(-1);
  if (!last) return false;
  const size = Math.max(last.size, item.size);
  const gap = item.x - (last.x + last.width);
  return Math.abs(item.y - last.y) <= sameLine * size && gap > -0.6 * size && gap < columnGap * size;
}

function toLine(run: readonly TextItem[], page: number): Line {
  let text = '';
  let end = -Infinity;
  for (const item of run) {
    const apart = item.x - end > wordGap * item.size && !/\s$/u.test(text) && !/^\s/u.test(item.text);
    text += text && apart ? ` ${item.text}` : item.text;
    end = item.x + item.width;
  }
  const shown = run.filter((item) => item.text.trim());
  const first = shown[0] ?? run[0];
  const main = shown.toSorted((a, b) => b.text.length - a.text.length)[0] ?? first;
  return {
    text: text.replace(/\s+/gu, ' ').trim(),
    page,
    x: first?.x ?? 0,
    right: Math.max(...shown.map((item) => item.x + item.width)),
    y: main?.y ?? 0,
    size: Math.round((main?.size ?? 0) * 10) / 10,
    font: main?.font ?? '',
    isUniform: new Set(shown.map((item) => item.font)).size === 1,
  };
}

const loneMark = /^(?:[•●·▪■◦‣○►➢–—-]|\uF0B7)$/u;

/** A bullet's mark that is set as a line of its own belongs to the text to its right, or to the next line. */
function joinMarks(lines: readonly Line[]): readonly Line[] {
  const joined: Line[] = [];
  for (const line of lines) {
    const mark = joined.at(-1);
    const near =
      mark && loneMark.test(mark.text) && mark.y - line.y < 2.2 * line.size && line.y - mark.y < 0.8 * line.size;
    if (near && line.x >= mark.x && !loneMark.test(line.text)) {
      joined.splice(-1, 1, { ...line, text: `${mark.text} ${line.text}`, x: mark.x });
    } else joined.push(line);
  }
  return joined.filter((line) => !loneMark.test(line.text));
}
