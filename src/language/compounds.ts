/** Letters. Shorter parts meet by chance ("for-slag", "ske-pen"), but for the few below. */
const shortestPart = 4;

/** … and at the end, of those that are listed. */
const shortestEnd = 3;

const setOf = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/u));

/** Roots of three letters that open many political compounds. */
const shortParts = setOf('rus bil tog fly mat lån vei veg ulv sjø eøs');

/** What comes before a word and makes another of it: "overgrep" is no "grep", "egenandel" nobody's "andel". */
const prefixes = setOf(`
  over under etter inne innen inni uten utan frem fram fremre mellom gjennom imot egen eigen eget ikke ikkje videre vidare
  alle best beste samme saman sammen fort hver kvar halv
`);

/**
 * Stems of up to three letters that close compounds. All others are endings or chance: "stilling" is no "ing", "tjenester" no
 * "est".
 */
const shortEnds = setOf(`
  hag leg lov hus liv ban son tid tim lag rom bil giv dag tak var eie vei dos rut led bok sak mor hav pos by yrk del tur ulv elv ras
  tog fag kø far kod ord art syn gen arv arm sol ovn båt våp råd lån mål sjø dyr søk bas bo bor let les hev tyv gap dam vær bær lek mat
  fly øk ald evn sid dat par fas gat bud lad
`);

/** Of these, as words of three letters, inflections end so too: "skil-les", "mang-let", "svin-gen". */
const alsoEndings = setOf('les let led gen del eie hev bor bas');

/** Longer ends that are no words of their own there: eierskap, levering, hjemløs, rettighetshaver. */
const endings =
  /^(?:r?ing(?:a|en|er|ene|s)?|(?:het|heit)\p{L}*|skap(?:et|ets|en|ens|a|ene|s)?|ende|else\p{L}*|lige?|(?:løs|laus|full|rik)(?:e|t)?|visning\p{L}*|hav[ae]r\p{L}*)$/u;

/** One word each, though they look like two. */
const undivided =
  /^(?:billett|veile|vegle|likestill|grønnsak|fellesskap|gudstjen|forskrift|forankr|u?rettferd|lønnsom|finnmark|forslag|hydrogen|svindel|hjerneslag|nettopp|villed|ryggrad|gasskam|gullegg|trette|tretti|komm(?:ent|isj)|passport|passenger|russian|village|\p{L}*(?:fritak|forråd))/u;

const linking = ['s', '', 'e'];
/** Such words always join the next with an s: "undervisning-s-opplegg", never "undervisning-sopp-legg". */
const takesS = /(?:ing|heit|het|sjon|skap)$/u;
/** … and these are always joined by one, though "sting" and "stall" are words: lands-ting, døds-tall, handels-varer. */
const joinedByS = /^(?:ting|tall|lag|lege|tak|nytt|kutt|økning|park|vakt|var(?:e|er|en|ene|a)$)/u;

export interface Splitter {
  /** Is this the beginning of compounds: a word by itself, in its base form? */
  readonly isFirst: (part: string) => boolean;
  /** Is this one word, though it looks like two: "førebygging"? */
  readonly isWhole: (part: string) => boolean;
  /** The stem of this, inflected or not, when it is a word by itself. */
  readonly lastOf: (part: string) => string | undefined;
}

/** What begins with a vowel for certain: "veggene" is no "vegg-gene", "stoppar" no "stopp-par", "guttunge" no "gutt-tunge". */
const afterDouble = /^(?:a[rnt]?e?|e[nrt]?e?|ets|est|ast|asta|[ea]nde|ing\p{L}*|unge\p{L}*|enger)$/u;

/**
 * Splits a lower-case compound into two or three words that the knowledge has by themselves:
 * "rusbehandlingstilbud" → ["rus", "behandling", "tilbud"]. Empty when it is none.
 */
export function splitCompound(word: string, known: Splitter, depth = 2): readonly string[] {
  if (undivided.test(word)) return [];
  const parts = splitAsWritten(word, known, depth);
  return parts.length > 0 ? parts : splitRestored(word, known, depth);
}

/** Of three equal letters one is not written: "trafikkø" is a "trafikk-kø", "villaks" a "vill-laks". */
function splitRestored(word: string, known: Splitter, depth: number): readonly string[] {
  for (let at = word.length - 1; at >= shortestPart; at -= 1) {
    const [, letter = ''] = /([^aeiouyæøå])\1$/u.exec(word.slice(0, at)) ?? [];
    const left = word.slice(at);
    if (letter === '' || afterDouble.test(left) || !isLast(letter + left, known)) continue;
    const first = word.slice(0, at);
    if (known.isFirst(first)) return [first, letter + left];
    const parts = depth > 1 ? splitCompound(first, known, depth - 1) : [];
    if (parts.length > 0) return [...parts, letter + left];
  }
  return [];
}

function splitAsWritten(word: string, known: Splitter, depth: number): readonly string[] {
  for (let at = word.length - shortestEnd; at >= 3; at -= 1) {
    const first = firstPart(word.slice(0, at), known);
    const rest = word.slice(at);
    // "bil-lett" and "tog-ene": after a short root only a longer word is no chance.
    if (first === null || (first.length < shortestPart && rest.length <= shortestPart)) continue;
    if (!isLast(rest, known) || beginsEarlier(word, at, known)) continue;
    const deeper = depth > 1 && !known.isWhole(first) ? splitCompound(first, known, depth - 1) : [];
    return [...(deeper.length > 0 ? deeper : [first]), rest];
  }
  if (depth <= 1) return [];
  for (let at = 3; at <= word.length - 2 * shortestPart; at += 1) {
    const first = firstPart(word.slice(0, at), known);
    const rest = first === null ? [] : splitCompound(word.slice(at), known, depth - 1);
    if (first !== null && rest.length > 0) return [first, ...rest];
  }
  return [];
}

/** "privat-skole", not "privats-kole", and "straffe-reaksjon", not "straffere-aksjon": the longer last word is meant. */
function beginsEarlier(word: string, at: number, known: Splitter): boolean {
  return [1, 2].some((letters) => {
    const start = at - letters;
    const isLink = letters === 1 && word[start] === 's';
    if (isLink && (joinedByS.test(word.slice(at)) || takesS.test(word.slice(0, start)))) return false;
    return isLast(word.slice(start), known) && firstPart(word.slice(0, start), known) !== null;
  });
}

function isLast(part: string, known: Splitter): boolean {
  const root = endings.test(part) || alsoEndings.has(part) ? undefined : known.lastOf(part);
  return root !== undefined && (root.length >= shortestPart || shortEnds.has(root));
}

function firstPart(part: string, known: Splitter): string | null {
  for (const link of linking) {
    const base = part.slice(0, part.length - link.length);
    if (!part.endsWith(link) || (base.length < shortestPart && !shortParts.has(base)) || prefixes.has(base)) continue;
    if (link === 's' ? base.endsWith('s') : takesS.test(base)) continue;
    if (known.isFirst(base)) return base;
  }
  return null;
}
