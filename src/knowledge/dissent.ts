import type { Block, Document } from '../domain.js';

/** How drafts mark what only some of the committee want. */
const marked =
  /^[([]?\s*(?:dissens(?:er)?|særmerknad(?:er)?|(?:et |eit )?mindretall?(?:et|ets)?|mindretall?s(?:forslag|merknad)|alternativt? (?:forslag|tekst|formulering))(?!\p{L})/iu;

/**
 * The blocks of a draft programme that are a minority's dissent: never the party's view. A marked heading covers its
 * section, a marked line that ends in a colon covers the bullets below it, any other marked block itself.
 */
export function dissentIn(document: Pick<Document, 'kind' | 'body' | 'blocks'>): ReadonlySet<Block> {
  const dissent = new Set<Block>();
  if (document.kind !== 'draft-programme') return dissent;
  let under: 'heading' | 'line' | null = null;
  let level = 0;
  for (const block of document.blocks) {
    const text = document.body.slice(block.start, block.end);
    if (block.kind === 'heading' && (under === 'line' || block.level <= level || under === null)) under = null;
    if (under === 'line' && block.kind !== 'bullet') under = null;
    if (marked.test(text)) {
      dissent.add(block);
      if (block.kind === 'heading') {
        under = 'heading';
        level = block.level;
      } else if (under === null && text.endsWith(':')) under = 'line';
    } else if (under !== null) dissent.add(block);
  }
  return dissent;
}
