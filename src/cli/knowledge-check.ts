import path from 'node:path';
import type { Problem } from '../domain.js';
import { count, paint, visible, type Terminal } from './knowledge-terminal.js';

/** How many problems of each severity. */
export interface Tally {
  readonly documents: number;
  readonly errors: number;
  readonly warnings: number;
}

export function tally(problems: readonly Problem[], documents: number): Tally {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  return { documents, errors, warnings: problems.length - errors };
}

/** Every problem under its file, files with errors first, and a last line with the counts. Files as seen from `from`. */
export function reportProblems(
  problems: readonly Problem[],
  documents: number,
  from: string,
  terminal: Terminal,
): string {
  const files = [...new Set(problems.toSorted(worstFirst).map(({ file }) => file))];
  const groups = files.map((file) => {
    const name = paint(visible(nameFrom(from, file)), 'bold', terminal);
    const found = problems.filter((problem) => problem.file === file);
    return [name, ...problemLines(found, terminal)].join('\n');
  });
  return [...groups, summary(tally(problems, documents), terminal)].join('\n\n');
}

/** A line for every problem of one file: how bad, where, what, and what to do. */
export function problemLines(problems: readonly Problem[], terminal: Terminal): readonly string[] {
  const width = problems.reduce((widest, problem) => Math.max(widest, placeOf(problem).length), 0);
  return problems.toSorted(worstFirst).map((problem) => {
    const { severity, what, cure } = problem;
    const label = paint(severity.padEnd('warning'.length), severity === 'error' ? 'red' : 'yellow', terminal);
    const place = width === 0 ? '' : `${placeOf(problem).padEnd(width)}  `;
    return `  ${label}  ${place}${visible(what)}; ${visible(cure)}`;
  });
}

/** Errors before warnings, then by file and place, so that the first problem of a file decides where the file stands. */
function worstFirst(a: Problem, b: Problem): number {
  if (a.severity !== b.severity) return a.severity === 'error' ? -1 : 1;
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return (a.line ?? a.page ?? 0) - (b.line ?? b.page ?? 0);
}

/** "line 3", "page 12"; empty for a problem of the whole file. */
export function placeOf({ line, page }: Problem): string {
  if (page !== null) return `page ${page}`;
  return line === null ? '' : `line ${line}`;
}

/** The path that can be opened from where the command runs. */
export function nameFrom(from: string, file: string): string {
  const relative = path.relative(from, file);
  return relative.startsWith('..') || path.isAbsolute(relative) ? file : relative;
}

function summary({ documents, errors, warnings }: Tally, terminal: Terminal): string {
  const failed = paint(count(errors, 'error'), errors > 0 ? 'red' : 'dim', terminal);
  const warned = paint(count(warnings, 'warning'), warnings > 0 ? 'yellow' : 'dim', terminal);
  return `${failed} and ${warned}; ${count(documents, 'document')} can be served.`;
}
