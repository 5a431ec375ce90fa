import type { Span } from '../domain.js';

export interface Token extends Span {
  /** As written. */
  readonly surface: string;
  /** Lower case, NFC. */
  readonly word: string;
}

/** Letters and digits, with hyphens, apostrophes and decimal commas inside: "LAR-legemidler", "2,4", "nå/no" is two. */
const pattern = /\p{N}+(?:[.,]\p{N}+)+|[\p{L}\p{N}]+(?:[-’'][\p{L}\p{N}]+)*/gu;

export function tokenize(text: string): readonly Token[] {
  return Array.from(text.matchAll(pattern), (match) => ({
    surface: match[0],
    word: match[0].toLowerCase().normalize('NFC'),
    start: match.index,
    end: match.index + match[0].length,
  }));
}
