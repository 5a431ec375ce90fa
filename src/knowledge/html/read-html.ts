import type { FoundBlock } from '../assemble.js';
import { htmlBlocks } from './blocks.js';
import { decodeHtml } from './decode.js';
import { findMain } from './main.js';
import { findNoise } from './noise.js';
import { isCreditLine } from './noise-plain.js';
import { cleanText, shapeBlocks } from './shape.js';
import { parseHtml, textOf, walk, type HtmlElement, type HtmlParent } from './tree.js';
import type { Reader } from '../reading.js';
import { UnreadableError } from '../unreadable-error.js';

/**
 * Characters and tags; at an estimate, a programme of 55 000 words saved from Word has 100 000 tags. The parser's time
 * grows with tags times depth: this many inside each other took it ten seconds.
 */
const longestPage = 10_000_000;
const mostTags = 150_000;

/** Words outside headings. A page that scripts fill in the browser has fewer. */
const fewestWords = 20;

/** A saved web page: its main content as blocks. Nothing is fetched and nothing is run. */
export const readHtml: Reader = (bytes) => {
  if (isOtherFormat(bytes)) {
    throw new UnreadableError('the file is not a web page', 'give it the ending of what it is, or save the page again');
  }
  if (bytes.length > longestPage * 4) throw tooLong();
  const { text, warnings } = decodeHtml(bytes);
  if (text.length > longestPage || text.split('<').length > mostTags) throw tooLong();
  const root = parseHtml(text);
  const noise = findNoise(root);
  const main = findMain(root, noise);
  const blocks = shapeBlocks(
    htmlBlocks(main, (element) => noise.has(element)),
    isFurniture,
  );
  if (wordsOf(blocks) < fewestWords) {
    throw new UnreadableError(
      'the page holds hardly any text',
      'it may be put together by scripts: open it in a browser, copy the text and save it as .md or .txt',
    );
  }
  return { blocks: [...titleOf(root, noise, blocks), ...blocks], printedPages: {}, warnings };
};

function tooLong(): UnreadableError {
  return new UnreadableError('the page is over ten million characters or 150 000 tags', 'split it, or save it as .txt');
}

/** First bytes of PDF, zip (and so Word) and old Word files. */
const otherFormats = ['25504446', '504b0304', 'd0cf11e0'];
const utf16Marks = ['fffe', 'feff'];

/** Other formats by their first bytes, and everything with a zero byte that is not UTF-16. */
function isOtherFormat(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 1_024));
  const begins = (marks: readonly string[]): boolean =>
    marks.some((mark) => head.toString('hex', 0, 4).startsWith(mark));
  return begins(otherFormats) || (head.includes(0) && !begins(utf16Marks));
}

/** Lines that content systems add to an article, seen on the parties' pages. */
const furniture = [
  /^(?:pin it on pinterest|share this|skriv ut|tips en venn|til toppen|tilbake(?: til toppen)?|meny|lukk|søk|del)$/iu,
  /^del (?:på|via) (?:facebook|twitter|x|linkedin|e-?post|sosiale medier).{0,20}$/iu,
  /^(?:vis|les|se) (?:mer|mindre|alle|alt)$/iu,
  /^hopp til (?:hoved)?innhold(?:et)?$/iu,
  /^(?:publisert|oppdatert|sist (?:endret|oppdatert)):? .{0,20}\b\d{4}\b.{0,10}$/iu,
  /^er du enig (?:med|i) .{1,60}\?$/iu,
];

function isFurniture(text: string, linked: boolean): boolean {
  if (furniture.some((line) => line.test(text))) return true;
  if (linked && /^(?:les (?:mer|også|hele)|se også|last ned|read more)(?!\p{L})/iu.test(text)) return true;
  return isCreditLine(text);
}

function wordsOf(blocks: readonly FoundBlock[]): number {
  return blocks.reduce((sum, { kind, text }) => sum + (kind === 'heading' ? 0 : text.split(' ').length), 0);
}

/** The page's only `h1`, where it stands outside the main content and is not the site's name that links home. */
function titleOf(
  root: HtmlParent,
  noise: ReadonlySet<HtmlElement>,
  blocks: readonly FoundBlock[],
): readonly FoundBlock[] {
  if (blocks.some(({ kind, level }) => kind === 'heading' && level === 1)) return [];
  const titles: HtmlElement[] = [];
  walk(root, {
    enter(element) {
      if (element.name === 'h1') titles.push(element);
      return element.name !== 'h1' && (!noise.has(element) || element.name === 'header');
    },
    text: () => undefined,
  });
  const [title] = titles;
  if (!title || titles.length > 1) return [];
  const text = htmlBlocks(title, ({ name }) => name === 'a').flatMap(({ lines }) => lines.map((line) => line.text));
  const clean = cleanText(text.join(' '));
  return clean && clean === cleanText(textOf(title)) ? [{ kind: 'heading', level: 1, page: null, text: clean }] : [];
}
