import type { RedisConnection } from './connection.js';
import type { Seal } from './seal.js';

/** What every store in Redis is made of. */
export interface Shared {
  readonly connection: RedisConnection;
  readonly seal: Seal;
  /** The name of a key: what it is for, and ids that are hashed. */
  readonly name: (kind: string, ...ids: readonly string[]) => string;
  /** This replica among the others; without blanks. */
  readonly self: string;
  /** Unguessable text. */
  readonly newId: () => string;
  readonly wait: (milliseconds: number) => Promise<void>;
  /** Milliseconds since any fixed point. */
  readonly now: () => number;
}
