import { Unzip, UnzipInflate } from 'fflate';
import { UnreadableError } from '../unreadable-error.js';

export interface InflateLimits {
  /** Bytes that come out of all entries together. */
  readonly inflated: number;
  /** Bytes that come out for each byte of the file. */
  readonly ratio: number;
  readonly entries: number;
}

/** A programme with pictures stays far below; 233 KB of hostile Word file took a reader without limits to 1 GB. */
export const officeLimits: InflateLimits = { inflated: 50_000_000, ratio: 100, entries: 2_000 };

/** Bytes. Deflate gives at most 1 032 bytes for one, so that a step of this size gives about 4 MB at the most. */
const step = 4_096;

/**
 * Inflates a zip archive in memory and counts what really comes out: the sizes in its headers are not believed.
 * Entries that `keep` turns down are counted all the same. Whoever reads on does it from these bytes, never from the
 * archive, whose directory may point to other data than what was counted here.
 * @returns bytes by entry name; the last one where a name stands twice
 * @throws UnreadableError as soon as a limit is passed, or when the archive is damaged
 */
export function inflateArchive(
  bytes: Uint8Array,
  keep: (name: string) => boolean,
  limits: InflateLimits = officeLimits,
): ReadonlyMap<string, Uint8Array> {
  const parts = new Map<string, Uint8Array>();
  const most = Math.min(limits.inflated, limits.ratio * bytes.length);
  let entries = 0;
  let open = 0;
  let inflated = 0;
  const unzip = new Unzip((entry) => {
    entries += 1;
    if (entries > limits.entries) throw tooManyEntries(limits.entries);
    open += 1;
    const chunks: Uint8Array[] = [];
    const kept = keep(entry.name);
    entry.ondata = (error, chunk, last) => {
      if (error) throw error;
      inflated += chunk.length;
      if (inflated > most) throw tooLarge(limits);
      if (kept && chunk.length > 0) chunks.push(chunk);
      if (!last) return;
      open -= 1;
      if (kept) parts.set(entry.name, Buffer.concat(chunks));
    };
    entry.start();
  });
  unzip.register(UnzipInflate);
  try {
    for (let at = 0; at < bytes.length; at += step) {
      unzip.push(bytes.subarray(at, at + step), at + step >= bytes.length);
    }
  } catch (error) {
    throw error instanceof UnreadableError ? error : damaged();
  }
  if (open > 0 || entries === 0) throw damaged();
  return parts;
}

function tooLarge({ inflated, ratio }: InflateLimits): UnreadableError {
  return new UnreadableError(
    `the file unpacks to more than ${Math.round(inflated / 1_000_000)} MB, or to more than ${ratio} times its own size`,
    'remove pictures and attachments from it, or save it as PDF; if it comes from outside, do not open it',
  );
}

function tooManyEntries(entries: number): UnreadableError {
  return new UnreadableError(
    `the file holds more than ${entries} parts`,
    'open it in Word and save it again, or save it as PDF; if it comes from outside, do not open it',
  );
}

function damaged(): UnreadableError {
  return new UnreadableError('the file is damaged or was broken off', 'fetch or save it again');
}
