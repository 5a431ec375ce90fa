import type { FoundBlock } from './assemble.js';

/** What a reader makes of one file. */
export interface Reading {
  readonly blocks: readonly FoundBlock[];
  /** Page of the file → the number printed on it; empty for formats without pages. */
  readonly printedPages: Readonly<Record<string, string>>;
  /** What could not be read as it should; the rest is served. */
  readonly warnings: readonly ReadingWarning[];
}

export interface ReadingWarning {
  readonly page: number | null;
  readonly what: string;
  readonly cure: string;
}

export interface ReadingContext {
  /** Pages that the metadata says to leave out. */
  readonly isSkipped: (page: number) => boolean;
}

/** One file format. @throws UnreadableError when nothing of the file can be served */
export type Reader = (bytes: Uint8Array, context: ReadingContext) => Promise<Reading> | Reading;
