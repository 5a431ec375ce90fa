import type { Vocabulary } from '../domain.js';
import type { Analyser } from '../language/analyse.js';
import { leadingDirections, type SparseRow } from './leading-directions.js';
import { bytesOf, packed } from './packed-bytes.js';

/**
 * Where each term of the vocabulary lies among the things that the vocabulary speaks of (latent semantic analysis, Deerwester
 * et al. 1990): "lappen" and "førerkort" lie side by side, as the groups that have them have the same other words.
 */
export interface WordVectorTables {
  readonly terms: readonly string[];
  /** Of each term, in their order, its vector, as long as it is telling: a signed byte a dimension, in base64. */
  readonly values: string;
}

/** Where a text lies: of length 1, or all 0 where none of its terms is known. */
export type Vector = Float32Array;

/** Terms, each as strong as it is given → where they lie together. */
export type VectorOf = (terms: Iterable<readonly [term: string, strength: number]>) => Vector;

/** 60 to 300 rank alike. */
export const dimensions = 64;

/** A term of a single group tells nothing of what lies beside the group. */
const fewestGroups = 2;
/** A group's equals say what it is about a little more than the ways to ask for it. */
const equalWeight = 1.5;
/** Room in a signed byte. Few parts of a vector are above a half: they are cut. */
const scale = 254;

/** @param tellingOf how much a term weighs in a text, 0 to 1 */
export function tabulateWordVectors(
  { groups }: Vocabulary,
  analyser: Analyser,
  tellingOf: (term: string) => number,
): WordVectorTables {
  const said = groups.map(({ equal, asked }) => strengthsOf(equal, asked, analyser));
  const frequency = new Map<string, number>();
  for (const group of said) for (const term of group.keys()) frequency.set(term, (frequency.get(term) ?? 0) + 1);
  const terms = Array.from(frequency.keys()).filter((term) => (frequency.get(term) ?? 0) >= fewestGroups);
  const numbers = new Map(terms.map((term, number) => [term, number]));
  const weightOf = (term: string): number => Math.log(groups.length / (frequency.get(term) ?? 1));
  const rows = said.map((group) => rowOf(group, numbers, weightOf));
  const basis = leadingDirections(rows, terms.length, dimensions);
  const values = new Int8Array(basis.length);
  for (const [number, term] of terms.entries()) {
    const own = toLength(basis.slice(number * dimensions, (number + 1) * dimensions), tellingOf(term));
    values.set(
      own.map((value) => Math.max(-127, Math.min(127, Math.round(scale * value)))),
      number * dimensions,
    );
  }
  return { terms, values: packed(values) };
}

function strengthsOf(
  equal: readonly string[],
  asked: readonly string[],
  analyser: Analyser,
): ReadonlyMap<string, number> {
  const strengths = new Map<string, number>();
  const add = (phrases: readonly string[], weight: number): void => {
    for (const { term, parts, role } of analyser.analyse(phrases.join('\n'))) {
      if (role === 'stop') continue;
      for (const each of [term, ...parts]) strengths.set(each, (strengths.get(each) ?? 0) + weight);
    }
  };
  add(equal, equalWeight);
  add(asked, 1);
  return strengths;
}

function rowOf(
  group: ReadonlyMap<string, number>,
  numbers: ReadonlyMap<string, number>,
  weightOf: (term: string) => number,
): SparseRow {
  const columns: number[] = [];
  const values: number[] = [];
  for (const [term, strength] of group) {
    const number = numbers.get(term);
    if (number === undefined) continue;
    columns.push(number);
    values.push(Math.sqrt(strength) * weightOf(term));
  }
  return { columns: Uint32Array.from(columns), values: toLength(Float64Array.from(values), 1) };
}

/** Of the length that is asked for, in place; what has none stays 0. */
function toLength<T extends Float32Array | Float64Array>(vector: T, length: number): T {
  let squares = 0;
  for (const value of vector) squares += value * value;
  const factor = squares === 0 ? 0 : length / Math.sqrt(squares);
  for (let at = 0; at < vector.length; at += 1) vector[at] = (vector[at] ?? 0) * factor;
  return vector;
}

export function openWordVectors({ terms, values }: WordVectorTables): VectorOf {
  const table = bytesOf(values);
  const numbers = new Map(terms.map((term, number) => [term, number]));
  return (text) => {
    const sum = new Float32Array(dimensions);
    for (const [term, strength] of text) {
      const number = numbers.get(term);
      if (number === undefined) continue;
      for (let d = 0; d < dimensions; d += 1) {
        sum[d] = (sum[d] ?? 0) + strength * (table[number * dimensions + d] ?? 0);
      }
    }
    return toLength(sum, 1);
  };
}

/** How near two texts lie, 0 to 1; the other way about is as far off as across. */
export function cosine(a: Vector, b: Vector): number {
  let sum = 0;
  for (let d = 0; d < dimensions; d += 1) sum += (a[d] ?? 0) * (b[d] ?? 0);
  return Math.max(0, sum);
}

/** Several vectors as one, each as strong as it is given. */
export function added(vectors: Iterable<readonly [vector: Vector, strength: number]>): Vector {
  const sum = new Float32Array(dimensions);
  for (const [vector, strength] of vectors) {
    for (let d = 0; d < dimensions; d += 1) sum[d] = (sum[d] ?? 0) + strength * (vector[d] ?? 0);
  }
  return toLength(sum, 1);
}
