import type { DocumentKind } from '../domain.js';
import type { PassageIndex } from './open-index.js';

/**
 * Tells of a passage, by its number, whether it is to be read for a question about that kind of document. People say
 * "programmet" of whatever a party has written: of a party that has no document of the kind, all are.
 */
export function passagesWanted(
  kind: DocumentKind,
  { documents, ids, passages }: Pick<PassageIndex, 'documents' | 'ids' | 'passages'>,
): (passage: number) => boolean {
  const ofKind = Array.from(documents.values()).filter((document) => document.kind === kind);
  const wanted = new Set(ofKind.map(({ id }) => id));
  const parties = new Set(ofKind.map(({ party }) => party));
  return (number) => {
    const passage = passages.get(ids[number] ?? '')?.passage;
    return passage !== undefined && (!parties.has(passage.party) || wanted.has(passage.document));
  };
}
