/**
 * Rows of { header: text | number | null | { value, ratio } } → lines; numbers are right-aligned and get the digits they
 * need.
 */
export function layOut(rows) {
  const headers = Object.keys(rows[0] ?? {});
  const cells = rows.map((row) => headers.map((header) => shown(row[header])));
  const widths = headers.map((header, at) => Math.max(header.length, ...cells.map((row) => row[at].length)));
  const isNumber = headers.map((header) => rows.every((row) => typeof row[header] !== 'string'));
  const line = (row) =>
    row
      .map((cell, at) => (isNumber[at] ? cell.padStart(widths[at]) : cell.padEnd(widths[at])))
      .join('  ')
      .trimEnd();
  return [headers, ...cells].map(line).join('\n');
}

function shown(value) {
  if (value === null || value === undefined) return '–';
  if (typeof value === 'object') return `${shown(value.value)} (${shown(value.ratio)}×)`;
  if (typeof value !== 'number') return String(value);
  return Number.isInteger(value) ? String(value) : value.toFixed(value < 10 ? 2 : 1);
}

export function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The smallest value that `share` of the numbers do not exceed. */
export function percentile(numbers, share) {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}

/** Rows of figures, one a peer → the same with every figure also as a multiple of that of the peer named. */
export function beside(reference, rows) {
  const base = rows.find(({ peer }) => peer === reference) ?? {};
  const compared = (value, header) => {
    if (typeof value !== 'number' || !(base[header] > 0)) return value;
    return { value, ratio: value / base[header] };
  };
  return rows.map((row) => Object.fromEntries(Object.entries(row).map(([at, value]) => [at, compared(value, at)])));
}
