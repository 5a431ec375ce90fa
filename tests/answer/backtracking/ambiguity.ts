import { automatonOf, type State } from './automaton.js';
import { componentsOf, reachedFrom } from './graph.js';

/** How a regular expression backtracks on the text that is worst for it. */
export interface Ambiguity {
  /** Pieces of the pattern that can read some text in two ways and again from there: every round doubles the work. */
  readonly exponential: readonly string[];
  /** Loops that can each end anywhere in one text. The work grows with its length to the power of one more. */
  readonly degree: number;
}

type Loop = ReadonlySet<number>;

/**
 * What Weber and Seidl ("On the degree of ambiguity of finite automata", 1991) look for, in the automaton whose states are
 * the letters of the pattern; the search for a place to begin is one of its loops. Assertions that look further than one
 * letter are taken to hold, so that a pattern may be better than this says.
 */
export function ambiguityOf(source: string, flags: string): Ambiguity {
  const states = automatonOf(source, flags);
  const targets = (state: number): readonly number[] => states[state]?.next.map(({ to }) => to) ?? [];
  const loops: readonly Loop[] = componentsOf(states.length, targets)
    .map((component) => new Set(component))
    .filter((loop) => [...loop].some((state) => targets(state).some((to) => loop.has(to))))
    // A loop that may end after any of its letters, and the match with it, never has to be read again.
    .filter((loop) => [...loop].some((state) => states[state]?.done === false));
  const exponential = loops.filter((loop) => readsTwice(loop, states));
  return {
    exponential: exponential.map((loop) => spanned(loop, states, source)),
    degree: exponential.length > 0 ? Infinity : degreeOf(loops, states),
  };
}

function spanned(loop: Loop, states: readonly State[], source: string): string {
  const spans = [...loop].flatMap((state) => states[state]?.span ?? []);
  return source.slice(Math.min(...spans.map(({ start }) => start)), Math.max(...spans.map(({ end }) => end)));
}

/** Are there two ways from a state of the loop back to it that read the same? */
function readsTwice(loop: Loop, states: readonly State[]): boolean {
  if ([...loop].some((state) => states[state]?.next.some(({ to, twice }) => twice && loop.has(to)))) return true;
  const key = (a: number, b: number): number => a * states.length + b;
  const same = [...loop].map((state) => key(state, state));
  const back = new Map<number, number[]>();
  const ahead = (node: number): readonly number[] => {
    const [a, b] = [Math.floor(node / states.length), node % states.length];
    const steps = inStep(states, [a, loop], [b, loop]).map(([x, y]) => key(x, y));
    for (const step of steps) back.set(step, [...(back.get(step) ?? []), node]);
    return steps;
  };
  reachedFrom(same, ahead);
  const parted = (node: number): boolean => Math.floor(node / states.length) !== node % states.length;
  return [...reachedFrom(same, (node) => back.get(node) ?? [])].some(parted);
}

/** Where two states get to at once by the same symbol, each within its own states. */
function inStep(
  states: readonly State[],
  [a, inA]: readonly [number, Loop],
  [b, inB]: readonly [number, Loop],
): readonly (readonly [number, number])[] {
  const ahead = (state: number, within: Loop): readonly number[] =>
    states[state]?.next.map(({ to }) => to).filter((to) => within.has(to)) ?? [];
  const ofB = ahead(b, inB);
  return ahead(a, inA).flatMap((x) => ofB.filter((y) => common(states, x, y) !== 0n).map((y) => [x, y] as const));
}

function common(states: readonly State[], ...of: readonly number[]): bigint {
  return of.reduce((symbols, state) => symbols & (states[state]?.reads ?? 0n), -1n);
}

/** The longest row of loops of which each can take over from one before it. */
function degreeOf(loops: readonly Loop[], states: readonly State[]): number {
  const reached = loops.map((loop) => reachedFrom(loop, (state) => states[state]?.next.map(({ to }) => to) ?? []));
  const degrees = new Map<number, number>();
  const degreeAt = (last: number): number => {
    const known = degrees.get(last);
    if (known !== undefined) return known;
    const before = loops.map((loop, at) => {
      const [entry = -1] = loops[last] ?? [];
      if (at === last || !reached[at]?.has(entry)) return 0;
      return degreeAt(at) + (takesOver(loop, loops[last] ?? loop, reached[at] ?? new Set(), states) ? 1 : 0);
    });
    const degree = Math.max(0, ...before);
    degrees.set(last, degree);
    return degree;
  };
  return Math.max(0, ...loops.map((_, at) => degreeAt(at)));
}

/** Is there a text that leads round the first loop, round the second, and from the first to the second? */
function takesOver(first: Loop, second: Loop, between: ReadonlySet<number>, states: readonly State[]): boolean {
  const pairs = [...first].flatMap((a) =>
    [...second].filter((b) => common(states, a, b) !== 0n).map((b) => [a, b] as const),
  );
  const numbers = new Map(pairs.map(([a, b], number) => [a * states.length + b, number]));
  const ahead = (number: number): readonly number[] => {
    const [a = -1, b = -1] = pairs[number] ?? [];
    return inStep(states, [a, first], [b, second]).map(([x, y]) => numbers.get(x * states.length + y) ?? -1);
  };
  return componentsOf(pairs.length, ahead).some((component) => {
    // What holds for one pair of a component holds for all: a text leads from each to each.
    const within = new Set(component);
    const [number = -1] = component;
    const [a = -1, b = -1] = pairs[number] ?? [];
    const all = reachedFrom([number * states.length + a], (node) => {
      const onwards = ahead(Math.floor(node / states.length)).filter((to) => within.has(to));
      const middle = states[node % states.length]?.next.map(({ to }) => to).filter((to) => between.has(to)) ?? [];
      return onwards.flatMap((to) =>
        middle
          .filter((state) => common(states, state, ...(pairs[to] ?? [])) !== 0n)
          .map((state) => to * states.length + state),
      );
    });
    return all.has(number * states.length + b);
  });
}
