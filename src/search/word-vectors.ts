import type { WordVectors } from '../domain.js';
import { bytesOf } from './packed-bytes.js';

/** Where a text lies: of length 1, or all 0 where none of its terms is known. */
export type Vector = Float32Array;

/** Terms, each as strong as it is given → where they lie together. */
export type VectorOf = (terms: Iterable<readonly [term: string, strength: number]>) => Vector;

export function openWordVectors({ dimensions, terms, values }: WordVectors): VectorOf {
  const table = bytesOf(values);
  const numbers = new Map(terms.split(' ').map((term, number) => [term, number]));
  return (text) => {
    const sum = new Float32Array(dimensions);
    for (const [term, strength] of text) {
      const number = numbers.get(term);
      if (number === undefined) continue;
      for (let d = 0; d < dimensions; d += 1) {
        sum[d] = (sum[d] ?? 0) + strength * (table[number * dimensions + d] ?? 0);
      }
    }
    return ofLength1(sum);
  };
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
