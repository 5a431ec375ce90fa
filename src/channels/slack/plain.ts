import { shorten } from '../citations.js';

/** Slack's three control characters, escaped: in `plain_text`, in `mrkdwn` and in the fallback text. */
export function escapeSlack(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

export function unescapeSlack(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

// No pattern runs over another "<": text full of them would take a second to look through.
const MENTION = /<@[^<>]{1,100}>/g;
// <#C1|name>, <https://a.no|a.no>, <mailto:a@b.no|a@b.no>: people read the label.
const LABELLED = /<[^<>|]{1,3000}\|([^<>]{0,1000})>/g;
const BARE_LINK = /<((?:https?|mailto|tel):[^<>|]{1,3000})>/g;
const BROADCAST = /<![^<>]{0,1000}>/g;
const NAMELESS_CHANNEL = /<#[^<>]{1,100}>/g;

/** A message as Slack writes it → what the person wrote, without those it mentions. */
export function readText(text: string): string {
  const nobody = text.replace(MENTION, ' ').replace(BROADCAST, ' ');
  const labels = nobody.replace(LABELLED, '$1').replace(BARE_LINK, '$1').replace(NAMELESS_CHANNEL, ' ');
  return unescapeSlack(labels).trim();
}

/** Whether anybody is mentioned: then the message is for them, and when that is us a mention event says so. */
export function mentionsSomebody(text: string): boolean {
  return text.search(MENTION) >= 0;
}

/** Without line breaks and what hides or turns text, for a title. */
export function onOneLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cf}\uFFFD]/gu, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

/** Text in pieces of at most `limit` characters, cut after a blank where there is one, never inside a character. */
export function cut(text: string, limit: number): readonly string[] {
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > limit) {
    const blank = rest.lastIndexOf(' ', limit - 1);
    let at = blank > limit / 2 ? blank + 1 : limit;
    if (/[\uD800-\uDBFF]/.test(rest.charAt(at - 1)) && /[\uDC00-\uDFFF]/.test(rest.charAt(at))) at -= 1;
    pieces.push(rest.slice(0, at));
    rest = rest.slice(at);
  }
  return rest === '' ? pieces : [...pieces, rest];
}

/** Pieces that keep the limit when they are escaped. */
export function cutEscaped(text: string, limit: number, pieceLength = limit): readonly string[] {
  return cut(text, pieceLength).flatMap((piece) => {
    const escaped = escapeSlack(piece);
    return escaped.length <= limit ? [escaped] : cutEscaped(piece, limit, Math.ceil(piece.length / 2));
  });
}

/** Text that keeps the limit when it is escaped; what had to be shortened ends with "…". */
export function escapeWithin(text: string, limit: number): string {
  if (text === '') return '';
  for (let length = Math.min(text.length, limit); length > 0; length -= Math.ceil(length / 20)) {
    const escaped = escapeSlack(shorten(text, length));
    if (escaped.length <= limit) return escaped;
  }
  return '…';
}
