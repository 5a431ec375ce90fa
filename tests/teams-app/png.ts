import { unzlibSync } from 'fflate';

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue and alpha of each pixel, row by row. */
  readonly pixels: readonly (readonly [red: number, green: number, blue: number, alpha: number])[];
}

/** Reads a PNG of 8 bits a channel in red, green, blue and perhaps alpha, without interlacing. */
export function readPng(file: Buffer): Picture {
  const chunks = chunksOf(file);
  const header = chunks.find(({ type }) => type === 'IHDR')?.data;
  if (header === undefined) throw new Error('not a PNG');
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const [depth, colour, , , interlace] = header.subarray(8);
  if (depth !== 8 || (colour !== 2 && colour !== 6) || interlace !== 0) throw new Error('not the kind of PNG expected');
  const channels = colour === 6 ? 4 : 3;
  const rows = unfilter(
    unzlibSync(Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data))),
    width * channels,
    channels,
  );
  const pixels = rows.flatMap((row) =>
    Array.from({ length: width }, (_, at) => {
      const [red = 0, green = 0, blue = 0, alpha = 255] = row.subarray(at * channels, (at + 1) * channels);
      return [red, green, blue, alpha] as const;
    }),
  );
  return { width, height, pixels };
}

function chunksOf(file: Buffer): { readonly type: string; readonly data: Buffer }[] {
  const chunks = [];
  for (let at = 8; at < file.length;) {
    const length = file.readUInt32BE(at);
    chunks.push({ type: file.toString('latin1', at + 4, at + 8), data: file.subarray(at + 8, at + 8 + length) });
    at += length + 12;
  }
  return chunks;
}

/** Each row is stored as its difference from what its filter foretells. */
function unfilter(bytes: Uint8Array, stride: number, channels: number): Uint8Array[] {
  const rows: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += stride + 1) {
    const above = rows.at(-1) ?? new Uint8Array(stride);
    const row = bytes.slice(at + 1, at + 1 + stride);
    for (let x = 0; x < stride; x += 1) {
      const left = x < channels ? 0 : (row[x - channels] ?? 0);
      const up = above[x] ?? 0;
      const corner = x < channels ? 0 : (above[x - channels] ?? 0);
      const foretold = [0, left, up, Math.floor((left + up) / 2), paeth(left, up, corner)][bytes[at] ?? 0] ?? 0;
      row[x] = (row[x] ?? 0) + foretold;
    }
    rows.push(row);
  }
  return rows;
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [toLeft, toUp, toCorner] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}
