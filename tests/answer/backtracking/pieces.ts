import { anywhere, where, type Between } from './places.js';

/** A letter of the pattern that may follow another. */
export interface Follower {
  readonly between: Between;
  /** By two loops at once: `(?:a+)+` reads "aa" as one round of the outer loop and as two. */
  readonly twice: boolean;
}

/** A piece of a pattern: the letters it begins and ends with, and where it may be left out. */
export interface Piece {
  readonly first: ReadonlyMap<number, Between>;
  readonly last: ReadonlyMap<number, Between>;
  readonly empty: Between;
}

/** Letter → the letters that may follow it: Glushkov's automaton. */
export type Follow = readonly Map<number, Follower>[];

export function nothing(between: Between): Piece {
  return { first: new Map(), last: new Map(), empty: between };
}

/** @param kinds of the symbols that it reads */
export function letterAt(place: number, kinds: readonly number[]): Piece {
  const first = where((_, after) => kinds.includes(after));
  const last = where((before) => kinds.includes(before));
  return { first: new Map([[place, first]]), last: new Map([[place, last]]), empty: 0 };
}

export function optional(piece: Piece): Piece {
  return { ...piece, empty: anywhere };
}

export function either(a: Piece, b: Piece): Piece {
  return { first: union(a.first, b.first), last: union(a.last, b.last), empty: a.empty | b.empty };
}

export function inTurn(a: Piece, b: Piece, follow: Follow): Piece {
  link(a.last, b.first, follow);
  return {
    first: union(a.first, limited(b.first, a.empty)),
    last: union(b.last, limited(a.last, b.empty)),
    empty: a.empty & b.empty,
  };
}

export function link(last: Piece['last'], first: Piece['first'], follow: Follow): void {
  for (const [from, leaving] of last) {
    for (const [to, entering] of first) {
      const between = leaving & entering;
      const before = follow[from]?.get(to) ?? { between: 0, twice: false };
      const twice = before.twice || (before.between & between) !== 0;
      if (between !== 0) follow[from]?.set(to, { between: before.between | between, twice });
    }
  }
}

function union(a: Piece['first'], b: Piece['first']): Piece['first'] {
  const both = new Map(a);
  for (const [place, between] of b) both.set(place, (both.get(place) ?? 0) | between);
  return both;
}

function limited(places: Piece['first'], by: Between): Piece['first'] {
  return new Map(
    Array.from(places, ([place, between]) => [place, between & by] as const).filter(([, left]) => left !== 0),
  );
}
