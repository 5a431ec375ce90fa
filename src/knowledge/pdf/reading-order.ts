import type { Line } from './lines.js';

/** Share of a region's lines that may run across a gutter: headings over both columns. */
const mostAcross = 0.3;
/** Lines on each side of a gutter, and points of its width. */
const fewestInColumn = 4;
const narrowestGutter = 9;

/**
 * A page's lines as they are read: columns from left to right, each from top to bottom; a line that runs over several
 * columns parts what is above it from what is below. Spreads are columns of columns.
 */
export function readingOrder(lines: readonly Line[]): readonly Line[] {
  const gutter = findGutter(lines);
  if (gutter === null) return topDown(lines);
  const ordered: Line[] = [];
  let band: Line[] = [];
  const flush = (): void => {
    const left = band.filter((line) => line.right <= gutter.right && line.x < gutter.left);
    const right = band.filter((line) => !left.includes(line));
    ordered.push(...readingOrder(left), ...readingOrder(right));
    band = [];
  };
  for (const line of topDown(lines)) {
    if (line.x < gutter.left - 1 && line.right > gutter.right + 1) {
      flush();
      ordered.push(line);
    } else band.push(line);
  }
  flush();
  return ordered;
}

interface Gutter {
  readonly left: number;
  readonly right: number;
}

/** The widest upright strip that few lines cross and that has enough lines on both of its sides. */
function findGutter(lines: readonly Line[]): Gutter | null {
  if (lines.length < 2 * fewestInColumn) return null;
  const starts = [...new Set(lines.map((line) => Math.round(line.x)))].toSorted((a, b) => a - b);
  let best: Gutter | null = null;
  for (const start of starts) {
    const right = lines.filter((line) => line.x >= start - 0.5);
    const left = lines.filter((line) => line.x < start - 0.5 && line.right < start);
    const across = lines.length - left.length - right.length;
    if (left.length < fewestInColumn || right.length < fewestInColumn || across > mostAcross * lines.length) continue;
    const end = Math.max(...left.map((line) => line.right));
    if (start - end < narrowestGutter || !sideBySide(left, right)) continue;
    if (best === null || start - end > best.right - best.left) best = { left: end, right: start };
  }
  return best;
}

/** Columns stand beside each other; a short paragraph over an indented list does not. */
function sideBySide(left: readonly Line[], right: readonly Line[]): boolean {
  const beside = right.filter((line) => left.some((other) => Math.abs(other.y - line.y) < 3 * line.size));
  return beside.length >= right.length / 3;
}

function topDown(lines: readonly Line[]): readonly Line[] {
  return lines
    .map((line, index) => ({ line, index }))
    .toSorted((a, b) => {
      const apart = b.line.y - a.line.y;
      const sameRow = Math.abs(apart) <= 0.3 * Math.min(a.line.size, b.line.size);
      return sameRow ? a.line.x - b.line.x || a.index - b.index : apart;
    })
    .map(({ line }) => line);
}
