import type { FoundBlock } from './assemble.js';

/** Marks that begin a bullet, with the space that tells a dash from a minus. */
const bulletMark = /^\s*(?:[•●▪◦·*–-]|\d{1,2}[.)]|[a-zæøå]\))\s+/iu;

/** Eighty characters: headings of saved pages are shorter, paragraphs that lack their full stop are longer. */
const longestHeading = 80;

/** Plain text → blocks: an empty line ends a block, a mark begins a bullet, a short line on its own is a heading. */
export function readText(source: string): readonly FoundBlock[] {
  const groups = source.split(/\n[^\S\n]*\n/u).map((group) => group.split('\n').filter((line) => line.trim()));
  return groups.flatMap((lines, index) => readGroup(lines, groups[index + 1]?.[0]));
}

function readGroup(lines: readonly string[], next: string | undefined): FoundBlock[] {
  const [first] = lines;
  if (first === undefined) return [];
  if (lines.length === 1 && isHeading(first.trim(), next)) return [found('heading', 2, first)];
  const blocks: FoundBlock[] = [];
  for (const line of lines) {
    const previous = blocks.at(-1);
    if (bulletMark.test(line)) blocks.push(found('bullet', 0, line.replace(bulletMark, '')));
    else if (previous) blocks.splice(-1, 1, { ...previous, text: `${previous.text}\n${line}` });
    else blocks.push(found('paragraph', 0, line));
  }
  return blocks;
}

function isHeading(line: string, next: string | undefined): boolean {
  const followed = next !== undefined && !bulletMark.test(next);
  return followed && line.length <= longestHeading && !bulletMark.test(line) && !/[.:;,!?]$/u.test(line);
}

function found(kind: FoundBlock['kind'], level: number, text: string): FoundBlock {
  return { kind, level, page: null, text };
}
