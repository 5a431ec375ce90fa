// The escape is a numeric character reference and never a backslash: Web Chat 4.18 reads `\[ … \]` and `\( … \)` as TeX,
// and Teams, which also takes HTML in its Markdown, decodes references in every position.
const ALWAYS = /[\\`*_[\]<>&~|$@]/g;
// What begins a block at the start of a line: heading, list, rule, setext underline, table delimiter, numbered list.
const LINE_START = /^([#+\-=:]|\d+[.)])/gm;
// GFM makes links of bare addresses.
const BARE_ADDRESS = /:(?=\/\/)|(?<=\bwww)\./gi;
// Leading and trailing blanks, blank lines and carriage returns all mean something in Markdown.
const BLANKS = /^[ \t]+|[ \t]+$|\r/gm;
const BLANK_LINE = /(?<=\n)\n/g;

/**
 * Text of people or documents as Bot Framework Markdown: it displays as exactly these characters, stays within one
 * paragraph, and nothing in it becomes a link, a format, a mention, a block or markup.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(ALWAYS, references)
    .replace(BARE_ADDRESS, references)
    .replace(LINE_START, lastAsReference)
    .replace(BLANKS, references)
    .replace(BLANK_LINE, references);
}

function references(characters: string): string {
  return Array.from(characters, (character) => `&#${character.codePointAt(0)};`).join('');
}

function lastAsReference(marker: string): string {
  return marker.slice(0, -1) + references(marker.slice(-1));
}
