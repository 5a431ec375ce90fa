import type { Block, BlockKind, PageTurn } from '../domain.js';

/** A block as a reader found it, before it has a place in the document's text. */
export interface FoundBlock {
  readonly kind: BlockKind;
  readonly level: number;
  readonly page: number | null;
  readonly text: string;
  /** Where later pages begin, as offsets of `text`; only in formats with pages. */
  readonly turns?: readonly PageTurn[];
}

export interface Assembled {
  readonly body: string;
  readonly blocks: readonly Block[];
}

/**
 * Lays the blocks of one file end to end: the text that quotes are slices of. Marks of the format (hashes, bullets)
 * are not part of it. Blocks are an empty line apart, the bullets of one list a line.
 */
export function assemble(found: readonly FoundBlock[]): Assembled {
  let body = '';
  const blocks: Block[] = [];
  for (const [index, block] of found.entries()) {
    const text = block.text.replace(/\s*\n\s*/gu, ' ').trim();
    if (!text) continue;
    const previous = blocks.at(-1);
    if (previous) body += previous.kind === 'bullet' && block.kind === 'bullet' ? '\n' : '\n\n';
    const kind = isLeadIn(block, text, found[index + 1]) ? 'lead-in' : block.kind;
    const start = body.length;
    const turns = (block.turns ?? []).map(({ at, page }) => ({ at: start + at, page }));
    blocks.push({ kind, level: block.level, page: block.page, turns, start, end: start + text.length });
    body += text;
  }
  return { body, blocks };
}

/** Twelve words: "Vi vil gjennomføre en behandlingsreform for de tunge brukerne ved å" and the like are shorter. */
const longestUnmarkedLeadIn = 12;

/** A line that the bullets below it complete. Some sites leave the colon out ("Fremskrittspartiet vil"). */
function isLeadIn(block: FoundBlock, text: string, next: FoundBlock | undefined): boolean {
  if (block.kind !== 'paragraph' || next?.kind !== 'bullet') return false;
  const words = text.split(/\s+/u).length;
  if (/[.!?]\s+\S/u.test(text)) return false;
  return text.endsWith(':') || (words <= longestUnmarkedLeadIn && !/[.!?»"]$/u.test(text));
}
