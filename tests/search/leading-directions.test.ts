import fc from 'fast-check';
import { leadingDirections, type SparseRow } from '../../src/search/leading-directions.js';

function sparse(rows: readonly (readonly number[])[]): readonly SparseRow[] {
  return rows.map((row) => {
    const columns = row.flatMap((value, column) => (value === 0 ? [] : [column]));
    return { columns: Uint32Array.from(columns), values: Float64Array.from(columns, (column) => row[column] ?? 0) };
  });
}

/** Of each pair of directions, the sum of their products. */
function products(basis: Float64Array, directions: number): number[][] {
  const columns = basis.length / directions;
  return Array.from({ length: directions }, (_, a) =>
    Array.from({ length: directions }, (__, b) => {
      let sum = 0;
      for (let at = 0; at < columns; at += 1) {
        sum += (basis[at * directions + a] ?? 0) * (basis[at * directions + b] ?? 0);
      }
      return sum;
    }),
  );
}

const matrix = fc.integer({ min: 1, max: 6 }).chain((columns) =>
  fc.array(fc.array(fc.integer({ min: -3, max: 3 }), { minLength: columns, maxLength: columns }), {
    minLength: 1,
    maxLength: 8,
  }),
);

test('directions are orthogonal and of length 1, or 0 where there is nothing left to point at', () => {
  fc.assert(
    fc.property(matrix, fc.integer({ min: 1, max: 4 }), (rows, directions) => {
      const found = products(leadingDirections(sparse(rows), rows[0]?.length ?? 0, directions), directions);
      for (const [a, row] of found.entries()) {
        for (const [b, product] of row.entries()) {
          const length = a === b && product > 0.5 ? 1 : 0;
          expect(Math.abs(product - length)).toBeLessThan(1e-6);
        }
      }
    }),
  );
});

test('the two directions of two kinds of rows are found, a weaker third is not', () => {
  const rows = [
    ...Array.from({ length: 9 }, () => [3, 3, 0, 0, 0]),
    ...Array.from({ length: 9 }, () => [0, 0, 2, 2, 0]),
    [0, 0, 0, 0, 0.1],
  ];
  const basis = leadingDirections(sparse(rows), 5, 2);
  const lengths = Array.from({ length: 5 }, (_, column) =>
    Math.hypot(basis[column * 2] ?? 0, basis[column * 2 + 1] ?? 0),
  );
  for (const length of lengths.slice(0, 4)) expect(length).toBeCloseTo(Math.SQRT1_2, 3);
  expect(lengths[4]).toBeLessThan(1e-3);
});

test('two runs give the same numbers', () => {
  const rows = sparse([
    [1, 2, 0, 1],
    [0, 1, 1, 0],
    [2, 0, 0, 1],
  ]);
  expect(leadingDirections(rows, 4, 3)).toEqual(leadingDirections(rows, 4, 3));
});
