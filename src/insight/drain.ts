import type { Server, ServerResponse } from 'node:http';

export interface DrainParts {
  /** Milliseconds in which the load balancer notices that we are not ready; requests are answered meanwhile. */
  readonly grace: number;
  /** Fulfilled when no turn and no delivery is under way. */
  readonly idle: () => Promise<void>;
  /** Ends streams, which have no end of their own. */
  readonly endStreams: () => void;
  readonly wait: (milliseconds: number) => Promise<void>;
}

export interface Drain {
  readonly isDraining: () => boolean;
  /** Fulfilled when the last connection is closed, or cut. */
  readonly drain: (parts: DrainParts) => Promise<void>;
}

/** Milliseconds from the signal. Orchestrators kill after 10 s; a socket that does not say goodbye is cut after 3 s. */
const TURNS_END = 5_500;
const ALL_ENDS = 9_000;
/** Milliseconds between looks for connections whose last response has left. */
const SWEEP = 50;
/** Milliseconds without a request: one may be on its way, on a connection that was taken before the port was closed. */
const QUIET = 200;

/** Must see the server before anything listens to its requests. */
export function createDrain(server: Server): Drain {
  let draining = false;
  const open = new Set<ServerResponse>();
  server.prependListener('request', (_request, response: ServerResponse) => {
    open.add(response);
    response.once('close', () => open.delete(response));
    if (draining) response.setHeader('Connection', 'close');
  });

  /** A response may begin its turn late, and a turn end before its response has left. */
  async function answered(idle: DrainParts['idle'], wait: DrainParts['wait']): Promise<void> {
    for (let quiet = 0; quiet < QUIET; quiet = open.size > 0 ? 0 : quiet + SWEEP) {
      await wait(SWEEP);
      await idle();
    }
  }

  return {
    isDraining: () => draining,
    async drain({ grace, idle, endStreams, wait }) {
      draining = true;
      // A client that is told so sends its next request elsewhere, and none is lost on a connection that we close.
      for (const response of open) if (!response.headersSent) response.setHeader('Connection', 'close');
      await wait(grace);
      const closed = new Promise<void>((resolve) => void server.close(() => resolve()));
      const sweep = setInterval(() => server.closeIdleConnections(), SWEEP);
      await Promise.race([answered(idle, wait), wait(TURNS_END - grace)]);
      endStreams();
      await Promise.race([closed, wait(ALL_ENDS - Math.max(grace, TURNS_END))]);
      clearInterval(sweep);
      server.closeAllConnections();
    },
  };
}
