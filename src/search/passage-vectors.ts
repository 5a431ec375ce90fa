import { dotProduct } from './dot-product.js';
import { bytesOf, packed } from './packed-bytes.js';
import { unpack } from './term-strengths.js';
import { added, type Vector, type VectorOf } from './word-vectors.js';

/** Terms of a passage, packed. */
interface PackedTerms {
  readonly units: readonly string[];
  readonly frame: string;
}

/** What a passage's headings say of it beside one of its slices. */
const frameShare = 0.5;
const scale = 127;

/** The vector of each passage, in their order: a signed byte a dimension, in base64. */
export function tabulatePassageVectors(passages: readonly PackedTerms[], vectorOf: VectorOf): string {
  const dimensions = vectorOf([]).length;
  const values = new Int8Array(passages.length * dimensions);
  for (const [number, { units, frame }] of passages.entries()) {
    const slices = units.map((unit) => [vectorOf(unpack(unit)), 1] as const);
    const vector = added([...slices, [vectorOf(unpack(frame)), frameShare]]);
    values.set(
      vector.map((value) => Math.round(scale * value)),
      number * dimensions,
    );
  }
  return packed(values);
}

/** How near a passage, by its number, lies to a text: −1 to 1. */
export type NearnessTo = (text: Vector) => (passage: number) => number;

export function openPassageVectors(vectors: string): NearnessTo {
  const table = bytesOf(vectors);
  return (text) => (passage) => dotProduct(table, passage * text.length, text) / scale;
}
