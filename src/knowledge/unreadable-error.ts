/** Thrown by a reader for a file that cannot be served at all: encrypted, only images, not what its ending says. */
export class UnreadableError extends Error {
  override readonly name = 'UnreadableError';

  constructor(
    what: string,
    /** What the editor can do about it. */
    readonly cure: string,
  ) {
    super(what);
  }
}
