/** What brings nynorsk words within compounds to bokmål: a plain value, so that it can be stored with the index. */
export interface NynorskCompounds {
  /** Nynorsk → bokmål, of words that open compounds: "førebyggingsløft"; those told for it end with a hyphen: "vass-". */
  readonly openings: readonly (readonly [nn: string, nb: string])[];
  /** … of words that close them, told for it: "bygdevegar". */
  readonly closings: readonly (readonly [nn: string, nb: string])[];
  /** Stem → bokmål stem, of other words that may close one: "kulturskulen". */
  readonly closingStems: readonly (readonly [nn: string, nb: string])[];
}

/** Letters of the first word of a compound when it is told for compounds and when it is not, and of what follows it. */
const shortestGiven = 3;
const shortestOpening = 5;
const shortestRest = 3;
/** Letters of the stem of the last word and of what comes before. */
const shortestClosing = 4;
const shortestLead = 3;

/** What may follow a word that closes a compound; what only is such an ending is no word that one opens. */
const inflection = '(?:s|e|a|ar|ane|aren|en|et|er|ene|i|arar|arane|ens|ets|anes)?';
const isInflection = new RegExp(`^${inflection}$`, 'u');

/** Pairs as written, of words and, with a hyphen, of what is told for compounds alone → what is to be known of compounds. */
export function tabulateCompounds(
  words: readonly (readonly [nn: string, nb: string])[],
  told: readonly (readonly [nn: string, nb: string])[],
  stems: readonly (readonly [nn: string, nb: string])[],
): NynorskCompounds {
  const other = words.filter(
    ([nn, nb]) => nn.length >= shortestOpening && /^\p{L}+$/u.test(nn + nb) && !neverFirst.test(nn),
  );
  const cut = (pair: string): string => pair.replace(/^-|-$/u, '');
  return {
    openings: [...other, ...told.filter(([nn]) => nn.endsWith('-')).map(([nn, nb]) => [nn, cut(nb)] as const)],
    closings: told.filter(([nn]) => nn.startsWith('-')).map(([nn, nb]) => [cut(nn), cut(nb)]),
    closingStems: stems.filter(([nn, nb]) => nn.length >= shortestClosing && !shortVerb.test(nb)),
  };
}

/** "slege" is "slått", and "sykehuslege" no blow. */
const shortVerb = /^\p{L}{1,2}[aeiouyæøå]$/u;

/** "inntektene" is no nynorsk "inntek" and "tene", "medansvar" no "medan", "fyrstikk" no "fyrst". */
const neverFirst =
  /(?:tek|(?:til|ut|om|opp|over)gje|ope|are|^reint|^nedst|^kring|^løyve|^medan|^vekse|^finst|^fyrst)$/u;

export interface Compounds {
  /** Lower-case word → the same with the words at its beginning and end in bokmål, as far as they are told. */
  readonly inBokmål: (word: string) => string;
  /** Stem → the same with the last word in bokmål. */
  readonly closed: (root: string) => string;
}

/** @param isWord is this a bokmål word that the knowledge has by itself? */
export function openCompounds(tables: NynorskCompounds, isWord: (word: string) => boolean): Compounds {
  const openings = new Map(tables.openings);
  const closings = new Map(tables.closings);
  const closingStems = new Map(tables.closingStems);
  const ending = new RegExp(`^(\\p{L}{3,}?)(${[...closings.keys()].join('|')})${inflection}$`, 'u');
  const openingOf = (lead: string, rest: string): string | undefined =>
    openings.get(`${lead}-`) ??
    (lead.length < shortestOpening ? undefined : (openings.get(lead) ?? agentOf(lead, rest)));
  const beginsWithWord = (rest: string): boolean => {
    for (let at = rest.length; at >= shortestClosing; at -= 1) if (isWord(rest.slice(0, at))) return true;
    return false;
  };
  // "trålarkonsesjon": a trålar is a tråler. "apparatet" is no app.
  const agentOf = (lead: string, rest: string): string | undefined => {
    const nb = lead.replace(/(?<=\p{L}{3})ar$/u, 'er');
    return nb !== lead && !isWord(lead) && isWord(nb) && beginsWithWord(rest) ? nb : undefined;
  };
  const opened = (word: string): string => {
    for (let at = word.length - shortestRest; at >= shortestGiven; at -= 1) {
      const rest = word.slice(at);
      const nb = isInflection.test(rest) ? undefined : openingOf(word.slice(0, at), rest);
      // "utvalgene" begins with "utval" and is bokmål already.
      if (nb !== undefined) return word.startsWith(nb) ? word : nb + rest;
    }
    return word;
  };
  const ended = (word: string): string => {
    const [, lead = '', nn = ''] = ending.exec(word) ?? [];
    const nb = closings.get(nn);
    return nb === undefined ? word : lead + nb;
  };
  const closed = (root: string): string => {
    for (let at = shortestLead; at <= root.length - shortestClosing; at += 1) {
      const nb = closingStems.get(root.slice(at));
      // "oppmerksom" ends as nynorsk "merksam" does.
      if (nb !== undefined) return root.endsWith(nb) ? root : root.slice(0, at) + nb;
    }
    return root;
  };
  return { inBokmål: (word) => ended(opened(word)), closed };
}
