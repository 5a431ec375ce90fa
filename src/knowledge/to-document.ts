import type { Document, Language, Problem } from '../domain.js';
import { assemble } from './assemble.js';
import { mendLetters } from './mend-letters.js';
import { toMetadata } from './metadata.js';
import type { DraftDocument } from './read-document.js';

/** A document as read → the one that is quoted, with its letters mended where that is certain. */
export function toDocument(
  draft: DraftDocument,
  isWord: (word: string) => boolean,
  detectLanguage: (text: string) => Language,
): { readonly document: Document; readonly warnings: readonly Problem[] } {
  const { id, party, file, fields } = draft;
  const { blocks: found, printedPages, warnings } = mendLetters(draft.reading, isWord);
  const { body, blocks } = assemble(found);
  return {
    document: { id, party, ...toMetadata(fields, detectLanguage(body)), body, blocks, printedPages },
    warnings: warnings.map(({ page, what, cure }) => ({ severity: 'warning', file, line: null, page, what, cure })),
  };
}
