import path from 'node:path';
import type { Document, Knowledge, Metadata, Passage, Problem } from '../domain.js';
import { count, layOut, visible, type Column, type Terminal } from './knowledge-terminal.js';

export interface Figures {
  /** Pages with text that is served; null for formats without pages. */
  readonly pages: number | null;
  readonly headings: number;
  readonly passages: number;
  readonly words: number;
}

/** One document with its figures; `list --json` prints these. */
export interface Listed extends Metadata, Figures {
  readonly id: string;
  readonly party: string;
  readonly slug: string;
  readonly warnings: number;
}

export function listDocuments(
  { documents, problems }: Pick<Knowledge, 'documents' | 'problems'>,
  split: (document: Document) => readonly Passage[],
): readonly Listed[] {
  return documents.map((document) => {
    const { id, party, body: _, blocks: __, printedPages: ___, ...metadata } = document;
    const slug = id.slice(party.length + 1);
    const warnings = problems.filter((problem) => problem.severity === 'warning' && documentOf(problem) === id).length;
    return { id, party, slug, ...metadata, ...figuresOf(document, split(document)), warnings };
  });
}

export function figuresOf(document: Document, passages: readonly Passage[]): Figures {
  return {
    pages: pagesOf(document),
    headings: document.blocks.filter((block) => block.kind === 'heading').length,
    passages: passages.length,
    words: document.body.split(/\s+/u).filter(Boolean).length,
  };
}

function pagesOf({ blocks }: Document): number | null {
  const pages = new Set(blocks.flatMap(({ page, turns }) => [page, ...turns.map((turn) => turn.page)]));
  pages.delete(null);
  return pages.size === 0 ? null : pages.size;
}

/** The id of the document that a problem's file, document or sidecar, belongs to. */
function documentOf({ file }: Problem): string {
  return `${path.basename(path.dirname(file))}/${path.parse(file).name}`;
}

const columns: readonly Column[] = [
  { header: 'party', align: 'left', least: 4 },
  { header: 'document', align: 'left', least: 8 },
  { header: 'title', align: 'left', least: 8 },
  { header: 'kind', align: 'left', least: 6 },
  { header: 'period', align: 'left', least: null },
  { header: 'pages', align: 'right', least: null },
  { header: 'passages', align: 'right', least: null },
  { header: 'words', align: 'right', least: null },
  { header: 'warnings', align: 'right', least: null },
];

/** Below this many characters a line has no room for titles. */
const roomForTitles = 120;

/** The documents a line each, then the totals. */
export function listTable(listed: readonly Listed[], terminal: Terminal): string {
  const total = (figure: (document: Listed) => number | null): string =>
    String(listed.reduce((sum, document) => sum + (figure(document) ?? 0), 0));
  const figures = [
    total(({ pages }) => pages),
    total(({ passages }) => passages),
    total(({ words }) => words),
    total(({ warnings }) => warnings),
  ];
  const rows = [...listed.map(rowOf), ['total', count(listed.length, 'document'), '', '', '', ...figures]];
  if (terminal.columns >= roomForTitles) return layOut(columns, rows, terminal);
  const narrow = rows.map((row) => row.filter((_, at) => columns[at]?.header !== 'title'));
  return layOut(
    columns.filter(({ header }) => header !== 'title'),
    narrow,
    terminal,
  );
}

function rowOf(listed: Listed): readonly string[] {
  const { party, slug, title, kind, period, published, pages, passages, words, warnings } = listed;
  const time = period ? `${period.from}–${period.to}` : published;
  const text = [party, slug, title, kind, time].map(visible);
  return [...text, pages === null ? '–' : String(pages), String(passages), String(words), String(warnings)];
}
