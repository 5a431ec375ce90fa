import type { Outcome } from './request.js';

/** As much of a WebSocket as is used. */
export interface Socket {
  readonly addEventListener: (
    type: 'open' | 'message' | 'close',
    listener: (event: { readonly data?: unknown }) => void,
  ) => void;
  readonly close: () => void;
}

export interface StreamParts {
  /** The address of the next socket; null where the server streams no more. */
  readonly nextAddress: () => Promise<Outcome<string | null, string>>;
  readonly open: (address: string) => Socket;
  readonly pause: (milliseconds: number) => Promise<void>;
  readonly now: () => number;
  /** A frame as it came: JSON text of `{activities, watermark}`. */
  readonly onFrame: (frame: unknown) => void;
}

export interface Stream {
  /** Whether frames come by themselves right now. */
  readonly live: () => boolean;
  readonly close: () => void;
}

/** A socket that opens this many times without staying is not tried again: polling does the same, a little later. */
const tries = 3;
/** Milliseconds: a socket that lasted this long had been working; pauses between tries, doubled from first to longest. */
const lasting = 10_000;
const pauses = { first: 1_000, longest: 30_000 } as const;

/** Keeps a socket open until it is closed or given up. `address` is where the first one opens; null: where the server says. */
export function createStream(address: string | null, parts: StreamParts): Stream {
  const state: State = { socket: null, live: false, ended: false };
  void keepOpen(address, state, parts);
  return {
    live: () => state.live,
    close: () => {
      state.ended = true;
      state.live = false;
      state.socket?.close();
    },
  };
}

interface State {
  socket: Socket | null;
  live: boolean;
  ended: boolean;
}

async function keepOpen(first: string | null, state: State, parts: StreamParts): Promise<void> {
  let address = first;
  let failures = 0;
  let pause: number = pauses.first;
  while (!state.ended && failures < tries) {
    if (address !== null) {
      const lasted = await untilClosed(address, state, parts);
      failures = lasted >= lasting ? 0 : failures + 1;
      if (lasted >= lasting) pause = pauses.first;
    }
    if (state.ended || failures >= tries) return;
    await parts.pause(pause);
    pause = Math.min(pause * 2, pauses.longest);
    const next = await parts.nextAddress();
    if (next.ok && next.value === null) return;
    if (!next.ok && next.failure === 'lost') return;
    address = next.ok ? next.value : null; // the service cannot be reached: that is no fault of the socket
  }
}

/** Milliseconds that the socket was open; 0 when it never was. */
function untilClosed(address: string, state: State, parts: StreamParts): Promise<number> {
  return new Promise((resolve) => {
    let openedAt: number | null = null;
    try {
      const socket = parts.open(address);
      state.socket = socket;
      socket.addEventListener('open', () => {
        openedAt = parts.now();
        state.live = !state.ended;
      });
      socket.addEventListener('message', ({ data }) => {
        if (!state.ended && data !== '') parts.onFrame(data); // an empty frame only keeps the line open
      });
      socket.addEventListener('close', () => {
        state.live = false;
        resolve(openedAt === null ? 0 : parts.now() - openedAt);
      });
    } catch {
      resolve(0); // the page's policy forbids sockets
    }
  });
}
