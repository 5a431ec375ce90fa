import type { ReadingWarning } from '../reading.js';

/**
 * The characters of windows-1252 from 0x80 on; holes as the standard maps them. Node's own decoder gives control
 * characters here in several versions that are in use (v20.20 among them), and "–" and "«»" are in every programme.
 */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Bytes. The standard looks for the declaration in the first 1 024; some content systems put it further down. */
const declarationReach = 4_096;

/**
 * Text of a saved page. A byte order mark decides, then whether the bytes are UTF-8 (a page saved again often keeps a
 * declaration that is no longer true), then what the page declares, then windows-1252.
 */
export function decodeHtml(bytes: Uint8Array): { readonly text: string; readonly warnings: readonly ReadingWarning[] } {
  const marked = byteOrderMark(bytes);
  if (marked) return { text: new TextDecoder(marked).decode(bytes), warnings: [] };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), warnings: [] };
  } catch {
    return decodeDeclared(bytes);
  }
}

function byteOrderMark(bytes: Uint8Array): string | null {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return null;
}

function decodeDeclared(bytes: Uint8Array): ReturnType<typeof decodeHtml> {
  const head = Buffer.from(bytes.subarray(0, declarationReach)).toString('latin1');
  const declared = /(?:charset|encoding)\s*=\s*["']?\s*([\w:.-]+)/iu.exec(head)?.[1] ?? 'windows-1252';
  const decoder = decoderFor(declared);
  if (decoder && decoder.encoding !== 'windows-1252' && decoder.encoding !== 'utf-8') {
    return { text: decoder.decode(bytes), warnings: [] };
  }
  const lenient = new TextDecoder('utf-8').decode(bytes);
  const broken = lenient.split('\ufffd').length - 1;
  const whole = lenient.match(/[\u0080-\ufffc]/gu)?.length ?? 0;
  // One damaged letter among many good ones is UTF-8 with a fault, not another encoding.
  if (broken * 10 > whole) return { text: decodeWindows1252(bytes), warnings: [] };
  return { text: lenient, warnings: [damagedLetters(broken)] };
}

function decoderFor(label: string): InstanceType<typeof TextDecoder> | null {
  try {
    return new TextDecoder(label);
  } catch {
    return null;
  }
}

function decodeWindows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\u0080-\u009f]/gu, (letter) => windows1252.charAt(letter.charCodeAt(0) - 0x80));
}

function damagedLetters(count: number): ReadingWarning {
  return {
    page: null,
    what: `damaged letters, shown as \ufffd: ${count}`,
    cure: 'save the page again as UTF-8',
  };
}
