import type { Line } from './lines.js';
import type { Typography } from './typography.js';

/** Letters. A heading is a line or two; longer text in capitals or in another font is an ingress. */
const longestHeading = 120;
const longestCapitals = 60;

/** 1 for the largest headings, one more for each smaller size, for another face and for capitals; 0 for text. */
export function headingLevel(line: Line, { headings, isDisplay, body }: Typography): number {
  const { text, size } = line;
  if (!/\p{L}/u.test(text) || text.length > longestHeading) return 0;
  if (isDisplay(line)) {
    const bySize = headings.findIndex((heading) => size > heading - 0.5);
    if (bySize >= 0) return bySize + 1;
    if (/^[\p{Lu}\d]/u.test(text) && !/[.,;]$/u.test(text)) return headings.length + 1;
  }
  return size >= body - 3 && isCapitals(text) && text.length <= longestCapitals ? headings.length + 2 : 0;
}

function isCapitals(text: string): boolean {
  const letters = text.replace(/[^\p{L}]/gu, '');
  return letters.length >= 4 && letters === letters.toUpperCase();
}
