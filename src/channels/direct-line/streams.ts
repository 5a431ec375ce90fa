import type { WebSocket } from 'ws';
import type { ConversationLog } from './log.js';
import type { After } from './parts.js';
import { type Stream, openStream } from './stream.js';
import type { Grant } from './tokens.js';

/** Milliseconds between keep-alives; proxies cut a connection that is idle for a minute, some for half of one. */
export const BEAT = 15_000;
/** A person has a few pages open, and a stream that was cut counts until its silence is noticed. */
const MOST_EACH = 5;

export interface Streams {
  readonly add: (socket: WebSocket, grant: Grant, expires: number, watermark: string) => void;
  readonly isFull: () => boolean;
  /** How many are open. */
  readonly count: () => number;
  /** The streams of a conversation go on until then. */
  readonly renew: (conversation: string, expires: number) => void;
  /** Ends them all; clients come back to another server. None is added any more. */
  readonly close: () => void;
}

export interface StreamsParts {
  readonly log: ConversationLog;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly after: After;
  readonly most: number;
}

/** The open streams of this process. */
export function createStreams({ log, now, after, most }: StreamsParts): Streams {
  const open = new Map<string, Set<Stream>>(); // conversation → oldest first
  let count = 0;
  let closed = false;
  let rest: (() => void) | null = null;

  const all = () => Array.from(open.values(), (streams) => [...streams]).flat();

  function beat(): void {
    rest = count > 0 ? after(BEAT, beat) : null;
    for (const stream of all()) stream.beat();
  }

  function forget(conversation: string, stream: Stream): void {
    const streams = open.get(conversation);
    if (streams?.delete(stream)) count -= 1;
    if (streams?.size === 0) open.delete(conversation);
  }

  return {
    add(socket, { conversation }, expires, watermark) {
      const onEnd = () => forget(conversation, stream);
      const stream = openStream(socket, { log, now, conversation, watermark, expires, onEnd });
      const streams = open.get(conversation) ?? new Set();
      open.set(conversation, streams.add(stream));
      count += 1;
      const [oldest] = streams;
      if (streams.size > MOST_EACH && oldest) {
        forget(conversation, oldest);
        oldest.end('replaced');
      }
      if (closed) stream.end('goingAway');
      rest ??= after(BEAT, beat);
    },
    isFull: () => closed || count >= most,
    count: () => count,
    renew(conversation, expires) {
      for (const stream of open.get(conversation) ?? []) stream.renew(expires);
    },
    close() {
      closed = true;
      rest?.();
      for (const stream of all()) stream.end('goingAway');
    },
  };
}
