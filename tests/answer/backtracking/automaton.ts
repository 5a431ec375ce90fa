import { RegExpParser, type AST } from '@eslint-community/regexpp';
import { Alphabet } from './alphabet.js';
import { either, letterAt, link, nothing, optional, inTurn, type Follow, type Follower, type Piece } from './pieces.js';
import { anywhere, begin, kinds, other, pair, where, type Between } from './places.js';

/** A letter of the pattern, for one kind of symbols. */
export interface State {
  /** The symbols of the alphabet that lead here, as bits. */
  readonly reads: bigint;
  readonly next: readonly { readonly to: number; readonly twice: boolean }[];
  /** Nothing more is needed: whoever comes here has matched. */
  readonly done: boolean;
  /** Where it stands in the pattern; null for the search for a place to begin. */
  readonly span: { readonly start: number; readonly end: number } | null;
}

interface Letter {
  readonly reads: bigint;
  readonly span: State['span'];
}

/** Repetitions that are written out; what may be repeated more often, but not without end, is cut to these. */
const mostCopies = 3;

/** A regular expression → the automaton whose states are its letters. */
export function automatonOf(source: string, flags: string): readonly State[] {
  const unicode = flags.includes('u');
  const pattern = new RegExpParser().parsePattern(source, 0, source.length, unicode);
  const alphabet = new Alphabet(source, flags);
  const letters: Letter[] = [];
  const follow: Map<number, Follower>[] = [];
  const add = (reads: bigint, { start, end }: AST.Node): Piece => {
    follow.push(new Map());
    const of = kinds.filter((kind) => (reads & (alphabet.ofKind[kind] ?? 0n)) !== 0n);
    return letterAt(letters.push({ reads, span: { start, end } }) - 1, of);
  };
  const all = (pieces: readonly Piece[]): Piece => pieces.reduce((a, b) => inTurn(a, b, follow), nothing(anywhere));
  const any = (alternatives: readonly AST.Alternative[]): Piece =>
    alternatives.map(({ elements }) => all(elements.map(build))).reduce(either, nothing(0));
  const repeat = ({ element, min, max }: AST.Quantifier): Piece => {
    const must = Math.min(min, mostCopies);
    if (max === Infinity) {
      const needed = Array.from({ length: must - 1 }, () => build(element));
      const round = build(element);
      link(round.last, round.first, follow);
      return all([...needed, min === 0 ? optional(round) : round]);
    }
    const spare = Math.max(0, Math.min(max, mostCopies) - must);
    const needed = Array.from({ length: must }, () => build(element));
    const more = Array.from({ length: spare }, () => build(element));
    return all([...needed, more.reduceRight((rest, one) => optional(inTurn(one, rest, follow)), nothing(anywhere))]);
  };
  const build = (node: AST.Element): Piece => {
    if (node.type === 'Group' || node.type === 'CapturingGroup') return any(node.alternatives);
    if (node.type === 'Quantifier') return repeat(node);
    if (node.type === 'Assertion') return nothing(placesOf(node, alphabet, flags));
    return add(node.type === 'Backreference' ? alphabet.referred(node) : alphabet.read(node.raw), node);
  };
  const whole = any(pattern.alternatives);
  return statesOf({ letters, follow, whole, alphabet, searches: !flags.includes('y') });
}

/** Where an assertion holds, as far as the symbols beside it tell; a longer look around is taken to see what it wants. */
function placesOf(node: AST.Assertion, alphabet: Alphabet, flags: string): Between {
  const isWord = (kind: number): boolean => kind !== other && kind !== begin;
  const lines = flags.includes('m');
  if (node.kind === 'word') return where((before, after) => (isWord(before) !== isWord(after)) !== node.negate);
  if (!('alternatives' in node)) {
    const isEdge = (kind: number): boolean => lines && kind === other;
    return where((before, after) => (node.kind === 'start' ? before === begin || isEdge(before) : isEdge(after)));
  }
  const short = node.alternatives.every(({ elements }) => elements.length === 1);
  const seen = short ? alphabet.oneOf(node.alternatives) : null;
  if (seen === null) return anywhere;
  const allows = (kind: number): boolean => {
    const symbols = alphabet.ofKind[kind] ?? 0n;
    return node.negate ? (symbols & ~seen) !== 0n || kind === begin : (symbols & seen) !== 0n;
  };
  return where((before, after) => allows(node.kind === 'lookahead' ? after : before));
}

interface Parts {
  readonly letters: readonly Letter[];
  readonly follow: Follow;
  readonly whole: Piece;
  readonly alphabet: Alphabet;
  /** Does the pattern begin at every place of the text? */
  readonly searches: boolean;
}

/** A state for each letter and kind of symbols, before them one for the beginning of the text and those of the search. */
function statesOf({ letters, follow, whole, alphabet, searches }: Parts): readonly State[] {
  const searching = kinds.map((kind): Letter & { kind: number } => ({
    reads: alphabet.ofKind[kind] ?? 0n,
    span: null,
    kind,
  }));
  const numbers = new Map<string, number>();
  const split = letters.flatMap(({ reads, span }, place) =>
    kinds
      .map((kind) => ({ place, kind, span, reads: reads & (alphabet.ofKind[kind] ?? 0n) }))
      .filter((each) => each.reads !== 0n),
  );
  for (const [at, { place, kind }] of split.entries()) numbers.set(`${place} ${kind}`, 1 + searching.length + at);
  const into = (before: number, followers: Iterable<readonly [number, Follower]>): State['next'] =>
    Array.from(followers).flatMap(([place, { between, twice }]) =>
      kinds
        .filter((kind) => (between & pair(before, kind)) !== 0)
        .flatMap((kind) => numbers.get(`${place} ${kind}`) ?? [])
        .map((to) => ({ to, twice })),
    );
  const firsts = Array.from(whole.first, ([place, between]) => [place, { between, twice: false }] as const);
  const onwards = searches ? searching.map((_, at) => ({ to: 1 + at, twice: false })) : [];
  return [
    { reads: 0n, span: null, done: false, next: [...onwards, ...into(begin, firsts)] },
    ...searching.map(({ reads, kind }) => ({
      reads,
      span: null,
      done: false,
      next: [...onwards, ...into(kind, firsts)],
    })),
    ...split.map(({ reads, span, place, kind }) => ({
      reads,
      span,
      done: kinds.every((after) => ((whole.last.get(place) ?? 0) & pair(kind, after)) !== 0),
      next: into(kind, follow[place] ?? []),
    })),
  ];
}
