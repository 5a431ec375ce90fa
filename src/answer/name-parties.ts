import type { Party } from '../domain.js';
import { tokenize, type Token } from '../language/tokenize.js';

/** The parties with every name that people call them by, put in order once: each message is searched for all of them. */
export interface PartyNames {
  readonly parties: readonly Party[];
  /** A name's words in lower case, joined by a space → party id. */
  readonly byName: ReadonlyMap<string, string>;
  /** First word of a name → how many words the longest name has that begins with it. */
  readonly lengths: ReadonlyMap<string, number>;
  /** First letter → the names of one word that begin with it. */
  readonly oneWord: ReadonlyMap<string, readonly (readonly [name: string, party: string])[]>;
}

export function nameParties(parties: readonly Party[]): PartyNames {
  const byName = new Map<string, string>();
  const lengths = new Map<string, number>();
  for (const party of parties) {
    for (const name of [party.short, ...Object.values(party.name), ...party.aliases]) {
      const words = tokenize(name).map(nameWord);
      const [first = ''] = words;
      byName.set(words.join(' '), party.id);
      lengths.set(first, Math.max(words.length, lengths.get(first) ?? 0));
    }
  }
  return { parties, byName, lengths, oneWord: oneWordNames(byName) };
}

function oneWordNames(byName: PartyNames['byName']): PartyNames['oneWord'] {
  const found = new Map<string, (readonly [name: string, party: string])[]>();
  for (const [name, party] of byName) {
    if (name.includes(' ')) continue;
    const first = name.charAt(0);
    found.set(first, [...(found.get(first) ?? []), [name, party]]);
  }
  return found;
}

/** A word as names have it, whichever apostrophe was typed. */
export function nameWord({ word }: Token): string {
  return word.includes('’') ? word.replaceAll('’', "'") : word;
}
