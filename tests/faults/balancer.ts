import { Agent, type IncomingHttpHeaders, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { until } from '../redis/stores.js';
import { serve } from '../serve.js';

export interface Balancer {
  readonly address: string;
  /** Another process in the place of one that has ended; fulfilled when requests are sent there. */
  readonly replace: (old: string, replica: string) => Promise<void>;
  readonly stop: () => Promise<void>;
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Milliseconds between two looks at /readyz. */
const LOOKING = 50;

/**
 * A load balancer as small as one can be: it asks for /readyz, spreads requests over those that are ready, keeps its
 * connections, and sends a request to another one only when the connection was refused.
 */
export async function startBalancer(replicas: readonly string[]): Promise<Balancer> {
  const agent = new Agent({ keepAlive: true });
  const ready = new Set(replicas);
  const looks = new Map<string, NodeJS.Timeout>();
  let next = 0;

  async function look(replica: string): Promise<void> {
    const answer = await forward(`${replica}/readyz`, 'GET', {}, Buffer.of()).catch(() => null);
    if (!looks.has(replica)) return;
    if (answer?.status === 200) ready.add(replica);
    else ready.delete(replica);
    lookLater(replica);
  }
  const lookLater = (replica: string) =>
    looks.set(
      replica,
      setTimeout(() => void look(replica), LOOKING),
    );
  function forget(replica: string): void {
    clearTimeout(looks.get(replica));
    looks.delete(replica);
    ready.delete(replica);
  }
  replicas.forEach(lookLater);

  function forward(url: string, method: string, headers: IncomingHttpHeaders, body: Buffer): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const { connection: _, 'transfer-encoding': __, ...kept } = headers;
      const sent = request(url, { agent, method, headers: kept }, (response) => {
        collect(response).then(
          (read) => resolve({ status: response.statusCode ?? 502, headers: response.headers, body: read }),
          reject,
        );
      });
      sent.once('error', reject).end(body);
    });
  }

  async function spread(url: string, method: string, headers: IncomingHttpHeaders, body: Buffer): Promise<Answer> {
    const all = [...ready];
    const first = all.length === 0 ? 0 : (next += 1) % all.length;
    for (const replica of [...all.slice(first), ...all.slice(0, first)]) {
      try {
        return await forward(`${replica}${url}`, method, headers, body);
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'ECONNREFUSED')) throw error;
      }
    }
    throw new Error('no replica is ready');
  }

  async function pass(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const { url = '/', method = 'GET', headers } = incoming;
    const { status, headers: given, body } = await spread(url, method, headers, await collect(incoming));
    const { connection: _, 'keep-alive': __, 'transfer-encoding': ___, ...kept } = given;
    response.writeHead(status, kept).end(body);
  }

  const { address, stop } = await serve((incoming, response) => {
    pass(incoming, response).catch((error: unknown) => response.writeHead(502).end(String(error)));
  });
  return {
    address,
    async replace(old, replica) {
      forget(old);
      lookLater(replica);
      await until(() => ready.has(replica));
    },
    async stop() {
      for (const replica of looks.keys()) forget(replica);
      await stop();
      agent.destroy();
    },
  };
}

async function collect(message: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of message) pieces.push(piece);
  return Buffer.concat(pieces);
}
