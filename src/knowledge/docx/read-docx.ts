import { zipSync } from 'fflate';
import mammoth from 'mammoth';
import type { FoundBlock } from '../assemble.js';
import { boldenLargePrint, type DocxNode } from './print.js';
import { readStyles, type DocxStyles } from './styles.js';
import { htmlBlocks } from '../html/blocks.js';
import { isCreditLine } from '../html/noise-plain.js';
import { shapeBlocks } from '../html/shape.js';
import { parseHtml, textOf, type HtmlElement } from '../html/tree.js';
import { inflateArchive } from './inflate-guard.js';
import type { Reader, ReadingWarning } from '../reading.js';
import { UnreadableError } from '../unreadable-error.js';

/** Characters of text. */
const longestText = 10_000_000;
/**
 * Bytes and tags of the parts that are read. 34 000 words with marks of format on every word make 4 MB and 215 000 tags;
 * at the limit mammoth took five seconds and a heap of just under 512 MB.
 */
const largestParts = 20_000_000;
const mostTags = 500_000;

/** Before every id that mammoth makes, so that a document's own bookmarks are not taken for its notes. */
const idPrefix = 'standpunkt-';

/**
 * A Word file (.docx) as blocks. Notes and comments are left out, as are deleted, struck-out and hidden text and tables
 * of contents. Pictures, macros and everything outside the file are never opened.
 */
export const readDocx: Reader = async (bytes) => {
  checkMagic(bytes);
  const parts = inflateArchive(bytes, isNeeded);
  const text = largest(parts, 'document');
  if (!text) throw notWord('give it the ending of what it is, or save it from Word as .docx');
  checkSize(parts);
  const source = decode(text.bytes);
  const styles = readStyles(decode(largest(parts, 'styles')?.bytes ?? new Uint8Array()));
  const html = await convert(new Map(parts).set(text.name, new TextEncoder().encode(mend(source))), styles);
  const blocks = shapeBlocks(htmlBlocks(parseHtml(html), isLeftOut), isCreditLine);
  if (lengthOf(blocks) > longestText) {
    throw new UnreadableError('the file is over ten million characters', 'split it into several documents');
  }
  return { blocks, printedPages: {}, warnings: hasOpenChanges(source) ? [openChanges] : [] };
};

function checkMagic(bytes: Uint8Array): void {
  const mark = Buffer.from(bytes.subarray(0, 4)).toString('hex');
  if (mark === '504b0304') return;
  if (mark === 'd0cf11e0') {
    throw notWord('it is an old .doc or has a password: open it in Word and save it as .docx without a password');
  }
  throw notWord('give it the ending of what it is, or save it from Word as .docx');
}

function notWord(cure: string): UnreadableError {
  return new UnreadableError('the file is not a Word file (.docx)', cure);
}

/** The parts that text is made from. Pictures, fonts, embedded files and macros are counted but not kept. */
function isNeeded(name: string): boolean {
  const isPart = /^(?:word\/)?(?:document|styles|numbering|footnotes|endnotes|comments)\d*\.xml$/iu.test(name);
  return isPart || name === '[Content_Types].xml' || /^(?:word\/)?_rels\/[^/]*\.rels$/iu.test(name);
}

/** Some programs write word/document2.xml; the largest one of a name counts. */
function largest(
  parts: ReadonlyMap<string, Uint8Array>,
  part: 'document' | 'styles',
): { readonly name: string; readonly bytes: Uint8Array } | undefined {
  return Array.from(parts, ([name, bytes]) => ({ name, bytes }))
    .filter(
      ({ name }) =>
        name
          .replace(/^word\//iu, '')
          .replace(/\d*\.xml$/iu, '')
          .toLowerCase() === part,
    )
    .toSorted((one, other) => other.bytes.length - one.bytes.length)[0];
}

function checkSize(parts: ReadonlyMap<string, Uint8Array>): void {
  let size = 0;
  let tags = 0;
  for (const bytes of parts.values()) {
    size += bytes.length;
    for (let at = bytes.indexOf(0x3c); at >= 0; at = bytes.indexOf(0x3c, at + 1)) tags += 1;
  }
  if (size <= largestParts && tags <= mostTags) return;
  throw new UnreadableError(
    'the text of the file is over 20 MB or 500 000 marks of format',
    'split it into several documents, or save it as PDF',
  );
}

function decode(bytes: Uint8Array): string {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return new TextDecoder(isUtf16 ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8').decode(bytes);
}

/**
 * What mammoth would drop in the middle of a sentence is renamed to what it keeps (line breaks of another kind, text of
 * fields and of changed direction), and hidden or twice struck-out text to struck-out, which is left out.
 */
function mend(xml: string): string {
  return xml
    .replace(/^\ufeff?<\?xml[^>]*\?>/u, '')
    .replace(/<w:(?:d?strike|vanish)\s+w:val="(?:0|false|off)"\s*\/>/gu, '')
    .replace(/<w:(?:dstrike|vanish)(?=[\s/>])/gu, '<w:strike')
    .replace(/<w:cr(?=[\s/>])/gu, '<w:br')
    .replace(/<w:ptab(?=[\s/>])/gu, '<w:tab')
    .replace(/<(\/?)w:(?:fldSimple|bdo|dir)(?=[\s/>])/gu, '<$1w:smartTag');
}

async function convert(parts: ReadonlyMap<string, Uint8Array>, { rules, size }: DocxStyles): Promise<string> {
  const archive = zipSync(Object.fromEntries(parts), { level: 0 });
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(archive) },
      {
        idPrefix,
        styleMap: [...rules, "br[type='page'] => br", "br[type='column'] => br", 'strike => !'],
        // A style map inside the file could rename anything.
        includeEmbeddedStyleMap: false,
        externalFileAccess: false,
        convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
        transformDocument: (document: DocxNode) => boldenLargePrint(document, size),
      },
    );
    return value;
  } catch {
    throw new UnreadableError(
      'the file is no Word file that can be read',
      'open it in Word and save it again as .docx',
    );
  }
}

/** Notes, the marks that point to them, and lines of a table of contents that has no style of its own. */
function isLeftOut(element: HtmlElement): boolean {
  if (/^standpunkt-(?:footnote|endnote|comment)-/u.test(element.attribs['id'] ?? '')) return true;
  if (element.name !== 'p') return false;
  const [link] = element.children;
  const target = link && 'attribs' in link ? (link.attribs['href'] ?? '') : '';
  return /^#standpunkt-_Toc\d+$/u.test(target) || /(?:\t|[.…]{4,})\s*\d{1,3}\s*$/u.test(textOf(element).slice(-200));
}

function lengthOf(blocks: readonly FoundBlock[]): number {
  return blocks.reduce((sum, { text }) => sum + text.length, 0);
}

function hasOpenChanges(xml: string): boolean {
  return /<w:(?:ins|del|moveTo|moveFrom)\s/u.test(xml);
}

const openChanges: ReadingWarning = {
  page: null,
  what: 'the file has tracked changes: what was added is read as text, what was deleted is not',
  cure: 'accept or reject the changes in Word and save it again',
};
