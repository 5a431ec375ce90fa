import { WebSocket } from 'ws';
import type { ConversationLog, LoggedActivity } from './log.js';

/** Activities in one frame. */
const MOST_ACTIVITIES = 20;
/** Bytes that may wait for a client that reads slowly: some twenty answers. */
const MOST_BUFFERED = 1_000_000;
/** Frames from the client between two beats; the official client sends an empty one every 20 s. */
const MOST_FRAMES = 30;

/** Why a stream ends. The client comes back with its watermark, and a new token where it needs one. */
export const ENDINGS = {
  goingAway: [1001, 'The server stops'],
  tooMuch: [1008, 'Too many frames'],
  failed: [1011, 'The log failed'],
  tooSlow: [1013, 'Too slow'],
  replaced: [1013, 'Too many streams of one conversation'],
  // As registered: Unauthorized.
  expired: [3000, 'Token has expired'],
  unknown: [1000, 'Unknown conversation'],
} as const;

export interface Stream {
  /** Keeps the connection open, and ends it when nothing was heard since the beat before. */
  readonly beat: () => void;
  /** The token was renewed until then. */
  readonly renew: (expires: number) => void;
  readonly end: (why: keyof typeof ENDINGS) => void;
}

export interface StreamParts {
  readonly log: ConversationLog;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly conversation: string;
  /** The last that the client has. */
  readonly watermark: string;
  /** When its token runs out, in milliseconds since 1970. */
  readonly expires: number;
  readonly onEnd: () => void;
}

/** Sends a conversation over a socket as it goes on, for as long as the token is good and the client is there. */
export function openStream(socket: WebSocket, parts: StreamParts): Stream {
  const { log, conversation } = parts;
  const outlet = createOutlet(socket, parts);
  const { pull, pass } = createReader(outlet, parts);
  let heard = true;
  let frames = 0;
  let unwatch = () => {};

  function hear(): void {
    heard = true;
    frames += 1;
    if (frames > MOST_FRAMES) outlet.end('tooMuch');
  }

  function beat(): void {
    if (!heard) socket.terminate();
    else if (outlet.isReady()) {
      socket.ping();
      socket.send('');
      pull();
    }
    heard = false;
    frames = 0;
  }

  async function begin(): Promise<void> {
    unwatch = await log.watch(conversation, { onAppended: pull, onPassing: pass });
    if (socket.readyState === WebSocket.OPEN) pull();
    else unwatch();
  }

  socket.on('message', hear);
  socket.on('ping', hear);
  socket.on('pong', hear);
  // The socket ends itself after an error, and says so with `close`.
  socket.on('error', () => undefined);
  socket.on('close', () => {
    unwatch();
    parts.onEnd();
  });
  begin().catch(() => outlet.end('failed'));
  return { beat, renew: outlet.renew, end: outlet.end };
}

interface Outlet {
  /** To be asked before every frame: nobody is sent anything with a token that has run out. */
  readonly isReady: () => boolean;
  /** Fulfilled when the frame has left, or never will. */
  readonly send: (activities: readonly LoggedActivity[], watermark: string) => Promise<void>;
  readonly renew: Stream['renew'];
  readonly end: Stream['end'];
}

function createOutlet(socket: WebSocket, parts: StreamParts): Outlet {
  let { expires } = parts;

  function end(why: keyof typeof ENDINGS): void {
    const [code, reason] = ENDINGS[why];
    socket.close(code, reason);
  }

  return {
    end,
    isReady() {
      if (socket.readyState !== WebSocket.OPEN) return false;
      const why = expires <= parts.now() ? 'expired' : socket.bufferedAmount > MOST_BUFFERED ? 'tooSlow' : null;
      if (why !== null) end(why);
      return why === null;
    },
    send(activities, watermark) {
      return new Promise((resolve) => socket.send(JSON.stringify({ activities, watermark }), () => resolve()));
    },
    renew(until) {
      expires = Math.max(expires, until);
    },
  };
}

interface Reader {
  /** Sends what has come since the last frame: the log is asked, so that nothing is lost and nothing comes twice. */
  readonly pull: () => void;
  /** Sends what the log does not keep. */
  readonly pass: (activity: LoggedActivity) => void;
}

function createReader(outlet: Outlet, { log, conversation, watermark: first }: StreamParts): Reader {
  let watermark = first;
  let pulling = false;
  let again = false;

  /** True when there is more. */
  async function sendNext(): Promise<boolean> {
    const found = await log.since(conversation, watermark, MOST_ACTIVITIES);
    if (found.state !== 'found') outlet.end('unknown');
    if (found.state !== 'found' || !outlet.isReady()) return false;
    ({ watermark } = found);
    if (found.activities.length === 0) return false;
    const sent = outlet.send(found.activities, watermark);
    const isFull = found.activities.length === MOST_ACTIVITIES;
    // Of a long conversation the next part waits until this one has left.
    if (isFull) await sent;
    return isFull;
  }

  async function sendAll(): Promise<void> {
    pulling = true;
    try {
      while (again && outlet.isReady()) {
        again = false;
        if (await sendNext()) again = true;
      }
    } catch {
      outlet.end('failed');
    } finally {
      pulling = false;
    }
  }

  return {
    pull() {
      again = true;
      if (!pulling) void sendAll();
    },
    pass(activity) {
      if (outlet.isReady()) void outlet.send([activity], watermark);
    },
  };
}
