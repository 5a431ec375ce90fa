import type { Span } from '../domain.js';

/** Abbreviations that end in a full stop inside a sentence, without it. */
const abbreviations = new Set(
  'adm art avd bl.a ca d.v.s dvs e.kr el eks etc evt f.eks f.kr fig fylkesk gj.sn henh inkl jf jfr kap kl kr ltr m.a m.fl m.m maks mfl mill min mnd mr mrd nr o.a o.l obs off osb p.t pga pkt pr prof ref resp s sml st stk str t.d tlf vs vol årg'.split(
    ' ',
  ),
);

/** A possible end: sentence marks, closing quotes, white space, and something that may begin a sentence. */
const boundary = /[.!?…]+[»"”')\]]*(?=\s+[«"“(–—]*[\p{Lu}\p{N}§])/gu;

/**
 * Cuts a paragraph into sentences, as spans of `text`.
 * A number ("2. juledag", "2,4 mrd. kroner"), an abbreviation ("bl.a.") or an initial does not end one.
 */
export function sentences(text: string): readonly Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const match of text.matchAll(boundary)) {
    const end = match.index + match[0].length;
    if (!endsSentence(text.slice(start, match.index), match[0], text.slice(end))) continue;
    spans.push(trimmed(text, start, end));
    start = end;
  }
  spans.push(trimmed(text, start, text.length));
  return spans.filter((span) => span.end > span.start);
}

function endsSentence(before: string, mark: string, after: string): boolean {
  if (!mark.startsWith('.') || mark.startsWith('..')) return true;
  const last = /[\p{L}\p{N}.]+$/u.exec(before)?.[0] ?? '';
  if (/^\p{N}{1,2}$/u.test(last)) return false;
  if (/^\p{Lu}$/u.test(last)) return false;
  if (last.toLowerCase() === 'osv' || last.toLowerCase() === 'mm') return true;
  return !abbreviations.has(last.toLowerCase()) || /^\s+(?:Vi|Det|Dette|Derfor|Den|De)\s/u.test(after);
}

function trimmed(text: string, start: number, end: number): Span {
  const slice = text.slice(start, end);
  return { start: start + slice.length - slice.trimStart().length, end: end - slice.length + slice.trimEnd().length };
}
