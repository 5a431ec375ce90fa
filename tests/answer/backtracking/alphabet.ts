import type { AST } from '@eslint-community/regexpp';
import { kindOf, kinds } from './places.js';

/** Symbols that stand for all that a pattern does not name. */
const strangers = 'eqÆ7_ \t\n!.,"\u0000¤';

/** The symbols that a pattern tells apart, and some that it does not; a set of them is a number with a bit for each. */
export class Alphabet {
  readonly ofKind: readonly bigint[];
  private readonly symbols: readonly string[];
  private readonly flags: string;
  private readonly known = new Map<string, bigint>();

  constructor(source: string, flags: string) {
    const named = source.toLowerCase().replaceAll(/\\[pux]\{[^}]*\}/gu, '');
    this.symbols = [...new Set(Array.from(strangers + named))];
    this.flags = flags.replaceAll(/[gym]/gu, '');
    this.ofKind = kinds.map((kind) => this.setOf((symbol) => kindOf(symbol) === kind));
  }

  /** The symbols that a letter or class of the pattern matches, as JavaScript itself has it. */
  read(raw: string): bigint {
    const before = this.known.get(raw);
    if (before !== undefined) return before;
    const pattern = new RegExp(`^(?:${raw})$`, this.flags);
    const set = this.setOf((symbol) => pattern.test(symbol));
    this.known.set(raw, set);
    return set;
  }

  /** What a back reference may begin with, and is taken to be. */
  referred({ resolved }: AST.Backreference): bigint {
    const groups = Array.isArray(resolved) ? resolved : [resolved];
    return groups.reduce((set, { alternatives }) => set | (this.oneOf(alternatives) ?? this.setOf(() => true)), 0n);
  }

  /** The symbols of alternatives of one letter each, whatever stands around it; null where one has more or fewer. */
  oneOf(alternatives: readonly AST.Alternative[]): bigint | null {
    let set = 0n;
    for (const { elements } of alternatives) {
      const [one, ...more] = elements.filter(({ type }) => type !== 'Assertion');
      if (!one || more.length > 0 || !one.type.startsWith('Character')) return null;
      set |= this.read(one.raw);
    }
    return set;
  }

  private setOf(holds: (symbol: string) => boolean): bigint {
    return this.symbols.reduce((set, symbol, at) => (holds(symbol) ? set | (1n << BigInt(at)) : set), 0n);
  }
}
