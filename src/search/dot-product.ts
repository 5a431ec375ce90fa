/**
 * A vector with one of the vectors that lie one behind the other in a table, from `from` on. Four sums at a time: one sum has to
 * wait for itself at every step, and a question takes some thousands of these. Past the vector's end nothing is added.
 */
export function dotProduct(table: Int8Array, from: number, vector: Float32Array): number {
  let first = 0;
  let second = 0;
  let third = 0;
  let fourth = 0;
  for (let d = 0; d < vector.length; d += 4) {
    first += (table[from + d] ?? 0) * (vector[d] ?? 0);
    second += (table[from + d + 1] ?? 0) * (vector[d + 1] ?? 0);
    third += (table[from + d + 2] ?? 0) * (vector[d + 2] ?? 0);
    fourth += (table[from + d + 3] ?? 0) * (vector[d + 3] ?? 0);
  }
  return first + second + third + fourth;
}
