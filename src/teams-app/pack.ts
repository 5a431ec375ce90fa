import { zipSync } from 'fflate';

// A zip holds local time without a zone, so that this is the same bytes everywhere. 1980 is the oldest it can hold.
const FIXED_TIME = new Date(1980, 0, 1);

/** One zip of the files in the order given; the same files are the same bytes, whenever and wherever it is made. */
export function pack(files: Readonly<Record<string, Uint8Array>>): Uint8Array {
  return zipSync({ ...files }, { level: 9, mtime: FIXED_TIME });
}
