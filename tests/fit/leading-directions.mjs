/** After 24 pulls in all, a row more hardly turns the directions. */
const rounds = 8;
/** Pulls of a round: more would make the directions too alike to be told apart in 53 bits. */
const pulls = 3;
const seed = 20_251_109;

/**
 * The directions in which the rows of a matrix that is mostly empty lie most, orthogonal and of length 1: of each column its
 * part in every direction, one column after the other. By orthogonal iteration (Golub & Van Loan, Matrix Computations, 8.2).
 * @param rows [{ columns: number[], values: number[] }]
 */
export function leadingDirections(rows, columns, directions) {
  let basis = orthonormal(scattered(columns * directions), directions);
  for (let round = 0; round < rounds; round += 1) {
    for (let pull = 0; pull < pulls; pull += 1) basis = pulled(rows, basis, directions);
    basis = orthonormal(basis, directions);
  }
  return basis;
}

/** Every row pulls each direction towards itself, by as much as it lies in it. */
function pulled(rows, basis, directions) {
  const sum = new Float64Array(basis.length);
  const lies = new Float64Array(directions);
  for (const { columns, values } of rows) {
    lies.fill(0);
    for (let at = 0; at < columns.length; at += 1) {
      const from = columns[at] * directions;
      const value = values[at];
      for (let d = 0; d < directions; d += 1) lies[d] += value * basis[from + d];
    }
    for (let at = 0; at < columns.length; at += 1) {
      const from = columns[at] * directions;
      const value = values[at];
      for (let d = 0; d < directions; d += 1) sum[from + d] += value * lies[d];
    }
  }
  return sum;
}

/** The same directions made orthogonal and of length 1, by the Cholesky factor of their products; one without length is 0. */
function orthonormal(basis, directions) {
  const factor = cholesky(products(basis, directions), directions);
  for (let from = 0; from < basis.length; from += directions) {
    for (let d = 0; d < directions; d += 1) {
      let value = basis[from + d];
      for (let e = 0; e < d; e += 1) value -= factor[d * directions + e] * basis[from + e];
      const length = factor[d * directions + d];
      basis[from + d] = length === 0 ? 0 : value / length;
    }
  }
  return basis;
}

function products(basis, directions) {
  const sum = new Float64Array(directions * directions);
  for (let from = 0; from < basis.length; from += directions) {
    for (let d = 0; d < directions; d += 1) {
      const value = basis[from + d];
      for (let e = 0; e <= d; e += 1) {
        sum[d * directions + e] += value * basis[from + e];
      }
    }
  }
  return sum;
}

/** Share of a direction's length from which what is left of it beside the others is more than rounding. */
const leastLeft = 1e-10;

/** The lower triangle whose product with itself turned over is the matrix; 0 in the columns that depend on those before. */
function cholesky(matrix, size) {
  const factor = new Float64Array(size * size);
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      let left = matrix[row * size + column];
      for (let k = 0; k < column; k += 1) left -= factor[row * size + k] * factor[column * size + k];
      if (row === column) {
        const whole = matrix[row * size + row];
        factor[row * size + row] = left > leastLeft * whole ? Math.sqrt(left) : 0;
      } else {
        const length = factor[column * size + column];
        factor[row * size + column] = length === 0 ? 0 : left / length;
      }
    }
  }
  return factor;
}

/** Numbers from −1 to 1 without order, the same each time (a linear congruential generator). */
function scattered(size) {
  let state = seed;
  return Float64Array.from({ length: size }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 0x80_00_00_00 - 1;
  });
}
