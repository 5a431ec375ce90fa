import { UnreadableError } from '../unreadable-error.js';

/** A run of letters as the PDF sets it; points, the origin at the lower left. */
export interface TextItem {
  readonly text: string;
  readonly x: number;
  /** Baseline. */
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly font: string;
}

export interface PageText {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly items: readonly TextItem[];
}

/** Pages and letters. A programme has 60–180 pages; a bomb has more of one or the other. */
const mostPages = 2_000;
const mostLetters = 10_000_000;

/** The letters and positions of every page. @throws UnreadableError for a file that pdf.js cannot open, or a bomb */
export async function readPageTexts(bytes: Uint8Array): Promise<readonly PageText[]> {
  if (!new TextDecoder('latin1').decode(bytes.subarray(0, 1_024)).includes('%PDF-')) {
    throw new UnreadableError('the file is no PDF', 'check the ending, or save it as PDF again');
  }
  const { getDocumentProxy } = await import('unpdf');
  // A copy: pdf.js takes the buffer over. No script of the file is run, and no font of it is needed for text.
  const document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0, isEvalSupported: false }).catch(
    (error: unknown) => {
      throw unreadable(error);
    },
  );
  if (document.numPages > mostPages) {
    throw new UnreadableError(`${document.numPages} pages, more than ${mostPages}`, 'split it into several documents');
  }
  const pages: PageText[] = [];
  let letters = 0;
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    const content = await page.getTextContent();
    const items = content.items.flatMap((item) => ('str' in item ? [toItem(item)] : [])).filter(({ text }) => text);
    letters += items.reduce((sum, { text }) => sum + text.length, 0);
    if (letters > mostLetters) {
      throw new UnreadableError('over ten million letters', 'check that the right file was saved, or split it');
    }
    pages.push({ number, width, height, items: items.filter((item) => isUpright(item, width, height)) });
    page.cleanup();
  }
  await document.destroy();
  if (letters === 0) {
    throw new UnreadableError('no text, only images', 'save it with text, or run it through text recognition (OCR)');
  }
  return pages;
}

interface PdfItem {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly fontName: string;
}

function toItem({ str, transform, width, fontName }: PdfItem): TextItem {
  const [a = 0, b = 0, , , x = 0, y = 0] = transform;
  return { text: cleaned(str), x, y, width, size: Math.hypot(a, b), font: fontName };
}

/** Ligatures to their letters and control characters away; nothing else is normalised: a quote is as it was set. */
function cleaned(text: string): string {
  return text
    .replace(/[\uFB00-\uFB06]/gu, (ligature) => ligature.normalize('NFKC'))
    .replace(/[^\P{Cc}\t]|\uFFFD|[\uE000-\uF8FF]/gu, '')
    .replace(/[\t\u00A0\u2000-\u200A]/gu, ' ')
    .normalize('NFC');
}

function isUpright({ x, y }: TextItem, width: number, height: number): boolean {
  return x >= -1 && x <= width && y >= -1 && y <= height;
}

function unreadable(error: unknown): UnreadableError {
  const name = error instanceof Error ? error.name : '';
  if (name === 'PasswordException') return new UnreadableError('the PDF is encrypted', 'save it without a password');
  return new UnreadableError('the PDF is damaged or cut short', 'download it again');
}
