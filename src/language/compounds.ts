/** Letters. Shorter parts meet by chance ("for-slag", "ske-pen"), but for the few below. */
const shortestPart = 4;

/** Roots of three letters that open many political compounds. */
const shortParts: ReadonlySet<string> = new Set([
  'rus',
  'bil',
  'tog',
  'fly',
  'mat',
  'lån',
  'vei',
  'veg',
  'ulv',
  'sjø',
  'eøs',
]);

const linking = ['', 's', 'e'];
/** Such words always join the next with an s: "undervisning-s-opplegg", never "undervisning-sopp-legg". */
const takesS = /(?:ing|heit|het|sjon|skap)$/u;

export interface Splitter {
  /** Is this the beginning of compounds: a word by itself, in its base form? */
  readonly isFirst: (part: string) => boolean;
  /** Is this one word, though it looks like two: "førebygging"? */
  readonly isWhole: (part: string) => boolean;
  /** Is this, inflected or not, a word by itself? */
  readonly isLast: (part: string) => boolean;
}

/**
 * Splits a lower-case compound into two or three words that the knowledge has by themselves:
 * "rusbehandlingstilbud" → ["rus", "behandling", "tilbud"]. Empty when it is none.
 */
export function splitCompound(word: string, known: Splitter, depth = 2): readonly string[] {
  for (let at = word.length - shortestPart; at >= 3; at -= 1) {
    const first = firstPart(word.slice(0, at), known);
    const rest = word.slice(at);
    // "bil-lett" and "tog-ene": after a short root only a longer word is no chance.
    if (first === null || (first.length < shortestPart && rest.length <= shortestPart)) continue;
    const deeper = depth > 1 && !known.isWhole(first) ? splitCompound(first, known, depth - 1) : [];
    const opening = deeper.length > 0 ? deeper : [first];
    if (known.isLast(rest)) return [...opening, rest];
  }
  if (depth <= 1) return [];
  for (let at = 3; at <= word.length - 2 * shortestPart; at += 1) {
    const first = firstPart(word.slice(0, at), known);
    const rest = first === null ? [] : splitCompound(word.slice(at), known, depth - 1);
    if (first !== null && rest.length > 0) return [first, ...rest];
  }
  return [];
}

function firstPart(part: string, known: Splitter): string | null {
  for (const link of linking) {
    const base = part.slice(0, part.length - link.length);
    if (!part.endsWith(link) || (base.length < shortestPart && !shortParts.has(base))) continue;
    if (link !== 's' && takesS.test(base)) continue;
    if (known.isFirst(base)) return base;
  }
  return null;
}
