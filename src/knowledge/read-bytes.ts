import { frontMatterOf } from './front-matter.js';
import type { FoundBlock } from './assemble.js';
import type { Reader, Reading } from './reading.js';
import { UnreadableError } from './unreadable-error.js';

/** Letters; more is no programme. */
const longestText = 10_000_000;

const ofText =
  (read: (source: string) => readonly FoundBlock[]): Reader =>
  (bytes) => {
    const { rest } = frontMatterOf(decode(bytes));
    return { blocks: read(rest), printedPages: {}, warnings: [] };
  };

// Loaded when they are needed: the libraries behind them take longer than a small file.
const readers: Readonly<Record<string, () => Promise<Reader>>> = {
  '.md': async () => ofText((await import('./read-markdown.js')).readMarkdown),
  '.txt': async () => ofText((await import('./read-text.js')).readText),
  '.html': async () => (await import('./html/read-html.js')).readHtml,
  '.htm': async () => (await import('./html/read-html.js')).readHtml,
  '.docx': async () => (await import('./docx/read-docx.js')).readDocx,
  '.pdf': async () => (await import('./pdf/read-pdf.js')).readPdf,
};

export const readableEndings = Object.keys(readers);

export interface FileToRead {
  /** Lower case, with its full stop. */
  readonly ending: string;
  /** As in the metadata: ["1-4", "139"]. */
  readonly skipPages: readonly string[];
}

/** A file's bytes → what its reader makes of them. @throws UnreadableError */
export async function readBytes(bytes: Uint8Array, { ending, skipPages }: FileToRead): Promise<Reading> {
  const open = readers[ending];
  if (!open)
    throw new UnreadableError(`files of type ${ending} are not read`, `save it as one of ${readableEndings.join(' ')}`);
  const skipped = skipPages.map((range) => range.split('-').map(Number));
  const isSkipped = (page: number): boolean => skipped.some(([from = 0, to = from]) => page >= from && page <= to);
  const reader = await open();
  const reading = await reader(bytes, { isSkipped });
  if (!reading.blocks.some((block) => block.kind !== 'heading' && block.text.trim())) {
    throw new UnreadableError('no text', 'check that the right file was saved');
  }
  return reading;
}

function decode(bytes: Uint8Array): string {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UnreadableError('the file is not UTF-8', 'save it again as UTF-8');
  }
  if (text.length > longestText)
    throw new UnreadableError('over ten million letters', 'split it into several documents');
  if (text.includes('\u0000')) throw new UnreadableError('the file is not text', 'check its ending');
  return text.replace(/\r\n?/gu, '\n').normalize('NFC');
}
