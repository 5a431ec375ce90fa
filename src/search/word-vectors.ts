import type { WordVectors } from '../domain.js';
import { dotProduct } from './dot-product.js';
import { bytesOf } from './packed-bytes.js';

/** Where a text lies: of length 1, or all 0 where none of its terms is known. */
export type Vector = Float32Array;

/** Terms, each as strong as it is given → where they lie together. */
export type VectorOf = (terms: Iterable<readonly [term: string, strength: number]>) => Vector;

export interface OpenWordVectors {
  /** How many terms are known. */
  readonly count: number;
  readonly vectorOf: VectorOf;
  /** Of the terms that are known, a number each. */
  readonly numbersOf: (terms: Iterable<string>) => Uint32Array;
  /** The cosine of the term with this number and a vector of length 1: −1 to 1. */
  readonly cosineOf: (number: number, vector: Vector) => number;
}

export function openWordVectors({ dimensions, terms, values }: WordVectors): OpenWordVectors {
  const table = bytesOf(values);
  const numbers = new Map(terms.split(' ').map((term, number) => [term, number]));
  const lengths = lengthsOf(table, dimensions);
  return {
    count: numbers.size,
    vectorOf: (text) => {
      const sum = new Float32Array(dimensions);
      for (const [term, strength] of text) {
        const number = numbers.get(term);
        if (number === undefined) continue;
        for (let d = 0; d < dimensions; d += 1) {
          sum[d] = (sum[d] ?? 0) + strength * (table[number * dimensions + d] ?? 0);
        }
      }
      return ofLength1(sum);
    },
    numbersOf: (some) => Uint32Array.from(Array.from(some).flatMap((term) => numbers.get(term) ?? [])),
    cosineOf: (number, vector) => dotProduct(table, number * dimensions, vector) / (lengths[number] ?? 1),
  };
}

/** Never 0: a term that lies nowhere is as far from everything. */
function lengthsOf(table: Int8Array, dimensions: number): Float32Array {
  const lengths = new Float32Array(dimensions === 0 ? 0 : table.length / dimensions);
  for (let number = 0; number < lengths.length; number += 1) {
    let squares = 0;
    for (let at = number * dimensions; at < (number + 1) * dimensions; at += 1) squares += (table[at] ?? 0) ** 2;
    lengths[number] = Math.sqrt(Math.max(1, squares));
  }
  return lengths;
}

/** In place; what has no length stays 0. */
function ofLength1(vector: Vector): Vector {
  let squares = 0;
  for (const value of vector) squares += value * value;
  const factor = squares === 0 ? 0 : 1 / Math.sqrt(squares);
  for (let at = 0; at < vector.length; at += 1) vector[at] = (vector[at] ?? 0) * factor;
  return vector;
}

/** How near two texts lie, 0 to 1; the other way about is as far off as across. */
export function cosine(a: Vector, b: Vector): number {
  let sum = 0;
  for (let d = 0; d < a.length; d += 1) sum += (a[d] ?? 0) * (b[d] ?? 0);
  return Math.max(0, sum);
}

/** Several vectors as one, each as strong as it is given. */
export function added(vectors: readonly (readonly [vector: Vector, strength: number])[]): Vector {
  const sum = new Float32Array(vectors[0]?.[0].length ?? 0);
  for (const [vector, strength] of vectors) {
    for (let d = 0; d < sum.length; d += 1) sum[d] = (sum[d] ?? 0) + strength * (vector[d] ?? 0);
  }
  return ofLength1(sum);
}
