import type { Line } from './lines.js';

/** What a document is set in. */
export interface Typography {
  /** Letter size of the body, in points. */
  readonly body: number;
  /** Distance of two lines, in points per point of letter size. */
  readonly leading: (size: number) => number;
  /** Sizes of headings, largest first. */
  readonly headings: readonly number[];
  /** Is this line set as headings are: larger than the body, or in another face, and never for more than two lines? */
  readonly isDisplay: (line: Line) => boolean;
}

/** A heading is this much larger than the body, in points. */
const larger = 0.8;
/** Lines. An ingress is set larger than the body too, and runs over more. */
const longestHeading = 2.4;
const usualLeading = 1.3;

export function typography(pages: readonly (readonly Line[])[]): Typography {
  const sizes = new Map<number, number>();
  const faces = new Map<string, number>();
  for (const line of pages.flat()) {
    sizes.set(line.size, (sizes.get(line.size) ?? 0) + line.text.length);
    faces.set(faceOf(line), (faces.get(faceOf(line)) ?? 0) + line.text.length);
  }
  const body = mostOf(sizes) ?? 10;
  const runs = runLengths(pages);
  const mainFaces = new Set(pages.map((lines) => mainFace(lines, body)));
  const isDisplay = (line: Line): boolean => {
    if ((runs.get(faceOf(line)) ?? 1) > longestHeading) return false;
    return (
      line.size >= body + larger || (Math.abs(line.size - body) < 0.3 && line.isUniform && !mainFaces.has(faceOf(line)))
    );
  };
  const display = [...sizes.keys()].filter((size) => size >= body + larger).toSorted((a, b) => b - a);
  const headings = display.filter((size, at) => at === 0 || (display[at - 1] ?? 0) - size > 0.5);
  return { body, headings, isDisplay, leading: leadingOf(pages) };
}

function faceOf({ size, font }: Line): string {
  return `${size} ${font}`;
}

/** The face that most of a page's body is set in: some files name their fonts anew on every page. */
function mainFace(lines: readonly Line[], body: number): string {
  const letters = new Map<string, number>();
  for (const line of lines.filter(({ size }) => size === body)) {
    letters.set(faceOf(line), (letters.get(faceOf(line)) ?? 0) + line.text.length);
  }
  return mostOf(letters) ?? '';
}

/** Face → lines that stand below each other in it, on average. */
function runLengths(pages: readonly (readonly Line[])[]): ReadonlyMap<string, number> {
  const runs = new Map<string, { lines: number; runs: number }>();
  for (const lines of pages) {
    for (const [at, line] of lines.entries()) {
      const above = lines[at - 1];
      const count = runs.get(faceOf(line)) ?? { lines: 0, runs: 0 };
      const starts = !above || faceOf(above) !== faceOf(line) || above.y - line.y > 2.4 * line.size;
      runs.set(faceOf(line), { lines: count.lines + 1, runs: count.runs + (starts ? 1 : 0) });
    }
  }
  return new Map(Array.from(runs, ([face, count]) => [face, count.lines / count.runs]));
}

function leadingOf(pages: readonly (readonly Line[])[]): (size: number) => number {
  const gaps = new Map<number, number[]>();
  for (const lines of pages) {
    for (const [at, line] of lines.entries()) {
      const above = lines[at - 1];
      const gap = above?.size === line.size ? (above.y - line.y) / line.size : 0;
      if (gap > 0.8 && gap < 2.1) gaps.set(line.size, [...(gaps.get(line.size) ?? []), gap]);
    }
  }
  const medians = new Map(
    Array.from(gaps, ([size, all]) => [size, all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)]]),
  );
  return (size) => medians.get(size) ?? usualLeading;
}

function mostOf<K>(letters: ReadonlyMap<K, number>): K | undefined {
  return Array.from(letters).toSorted((a, b) => b[1] - a[1])[0]?.[0];
}
