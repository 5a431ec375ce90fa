import type { Comparison } from './eval-compare.js';
import type { Curve } from './eval-curve.js';
import { figureNames, percent, printFigures, type Breakdown } from './eval-figures.js';
import { count, layOut, paint, visible, type Column, type Terminal } from './knowledge-terminal.js';

/** Everything that is found out about the answers. */
export interface Report {
  readonly files: readonly FileReport[];
  /** Of the items of all files together. */
  readonly all: Breakdown;
  readonly comparisons: readonly Comparison[];
  /** Null when it was not asked for, or there is none. */
  readonly curve: Curve | null;
  /** What was left out and why, in whole sentences. */
  readonly notes: readonly string[];
}

export interface FileReport extends Breakdown {
  readonly file: string;
  readonly leftOut: number;
  readonly failures: readonly Failure[];
}

export interface Failure {
  readonly id: string;
  readonly question: string;
  readonly failure: string;
}

/** The rows under a heading of their own: the figures of each group of items. */
export interface Section {
  readonly heading: string;
  readonly rows: readonly (readonly string[])[];
}

/** The figures as text, in the order of the table: by file, party, language and style. */
export function sectionsOf({ files, all }: Report): readonly Section[] {
  const rows = (groups: Breakdown['byParty']): Section['rows'] =>
    Object.entries(groups).map(([name, figures]) => [name, ...printFigures(figures)]);
  return [
    {
      heading: 'file',
      rows: [...files.map((each) => [each.file, ...printFigures(each.all)]), ['all', ...printFigures(all.all)]],
    },
    { heading: 'party', rows: rows(all.byParty) },
    { heading: 'language', rows: rows(all.byLanguage) },
    { heading: 'style or kind', rows: rows(all.byStyle) },
  ];
}

export const comparisonHeaders = ['comparison', 'items', 'share', 'items', 'share', 'points'] as const;

export function comparisonRows({ comparisons }: Report): readonly (readonly string[])[] {
  return comparisons.map(({ name, left, right, points }) => [
    `${name}: ${left.label} → ${right.label}`,
    String(left.items),
    percent(left.share),
    String(right.items),
    percent(right.share),
    signed(points),
  ]);
}

function signed(points: number | null): string {
  if (points === null) return '–';
  return `${points < 0 ? '−' : '+'}${Math.abs(points).toFixed(1)}`;
}

/** The report for a terminal. Shares are in percent. */
export function reportText(report: Report, terminal: Terminal, withFailures: boolean): string {
  const table = (headers: readonly string[], rows: Section['rows']): string => {
    const columns = headers.map((header, at): Column => {
      return { header, align: at === 0 ? 'left' : 'right', least: at === 0 ? 12 : null };
    });
    return layOut(
      columns,
      rows.map((row) => row.map(visible)),
      terminal,
    );
  };
  const parts = sectionsOf(report).map(({ heading, rows }) => table([heading, ...figureNames], rows));
  if (report.comparisons.length > 0) parts.push(table(comparisonHeaders, comparisonRows(report)));
  if (withFailures) {
    for (const { file, failures } of report.files) {
      const lines = failures.map(({ id, failure }) => `  ${visible(id)}: ${failure}`);
      if (lines.length > 0) parts.push([paint(visible(file), 'bold', terminal), ...lines].join('\n'));
    }
  }
  if (report.notes.length > 0) parts.push(report.notes.map(visible).join('\n'));
  return `${parts.join('\n\n')}\n`;
}

/** Why items of a file were not asked, and what to do; nothing when all were. */
export function leftOutNote(file: string, leftOut: number): readonly string[] {
  if (leftOut === 0) return [];
  const whose = leftOut === 1 ? 'its documents are' : 'their documents are';
  return [
    `${count(leftOut, 'item')} of ${file} left out: ${whose} not in this knowledge folder; use --knowledge <folder>.`,
  ];
}

/** The report for a program: shares 0 to 1, nothing of the questions. */
export function reportJson({ files, all, comparisons, curve, notes }: Report): object {
  const byFile = files.map(({ file, leftOut, all: figures, byParty, byLanguage, byStyle }) => {
    return [file, { leftOut, all: figures, byParty, byLanguage, byStyle }] as const;
  });
  return { files: Object.fromEntries(byFile), all, comparisons, curve, notes };
}
