import { EventEmitter, once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { WebSocketServer, type WebSocket } from 'ws';
import { serve } from '../../serve.js';

/** A call of a Web API method, or of a `response_url` as the method `respond`. */
export interface Call {
  readonly method: string;
  readonly token: string | null;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface FakeAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object;
  /** Held until this resolves. */
  readonly after?: Promise<void>;
}

export interface FakeSlack {
  readonly apiUrl: string;
  readonly responseUrl: string;
  readonly calls: Call[];
  readonly of: (method: string) => readonly Call[];
  /** Resolves when the method was called so many times. */
  readonly called: (method: string, times?: number) => Promise<readonly Call[]>;
  /** What a method answers, each in turn; the usual again when they are used up. */
  readonly answer: (method: string, ...answers: FakeAnswer[]) => void;
  /** Socket Mode: resolves with the connection that was opened last. */
  readonly connected: (times?: number) => Promise<WebSocket>;
  /** What came over the WebSockets: acknowledgements. */
  readonly acks: { readonly envelope_id: string; readonly payload?: unknown }[];
  readonly acked: (envelope: string) => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Slack as an app sees it: the Web API, response addresses and the WebSocket of Socket Mode, all on loopback. */
export async function openFakeSlack(): Promise<FakeSlack> {
  const calls: Call[] = [];
  const acks: { envelope_id: string; payload?: unknown }[] = [];
  const sockets: WebSocket[] = [];
  const planned = new Map<string, FakeAnswer[]>();
  const events = new EventEmitter();
  let last = 1_700_000_000;
  const until = async (holds: () => boolean) => {
    while (!holds()) await once(events, 'change');
  };
  const of = (method: string) => calls.filter((call) => call.method === method);

  const webSockets = new WebSocketServer({ noServer: true });
  const serving = await serve(
    (request, response) => void answer(request, response),
    (request, socket, head) => {
      webSockets.handleUpgrade(request, socket, head, (opened) => {
        sockets.push(opened);
        opened.on('message', (data: Buffer) => {
          acks.push(JSON.parse(data.toString()));
          events.emit('change');
        });
        opened.send(JSON.stringify({ type: 'hello' }));
        events.emit('change');
      });
    },
  );

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const method = request.url?.replace(/^\/(?:api\/)?/, '') ?? '';
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = readBody(Buffer.concat(chunks).toString(), request.headers['content-type'] ?? '');
    calls.push({ method, token: request.headers.authorization ?? null, body });
    events.emit('change');
    const { status = 200, headers = {}, body: said, after } = planned.get(method)?.shift() ?? usual(method);
    await after;
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(JSON.stringify(said ?? { ok: true }));
  }

  function usual(method: string): FakeAnswer {
    last += 1;
    if (method === 'apps.connections.open')
      return { body: { ok: true, url: `${serving.address.replace('http', 'ws')}/socket` } };
    return { body: { ok: true, ts: `${last}.000100`, channel: 'C1', user_id: 'UBOT', bot_id: 'BBOT' } };
  }

  return {
    apiUrl: `${serving.address}/api/`,
    responseUrl: `${serving.address}/respond`,
    calls,
    of,
    async called(method, times = 1) {
      await until(() => of(method).length >= times);
      return of(method);
    },
    answer: (method, ...answers) => void planned.set(method, answers),
    async connected(times = 1) {
      await until(() => sockets.length >= times);
      const opened = sockets.at(-1);
      if (!opened) throw new Error('no connection');
      return opened;
    },
    acks,
    acked: (envelope) => until(() => acks.some(({ envelope_id }) => envelope_id === envelope)),
    async stop() {
      for (const each of sockets) each.terminate();
      await serving.stop();
    },
  };
}

/** The Web API takes forms whose structured values are JSON; response addresses take JSON. */
function readBody(text: string, contentType: string): Record<string, unknown> {
  if (contentType.startsWith('application/json')) return JSON.parse(text);
  const form = [...new URLSearchParams(text)].map(([key, value]) => [
    key,
    /^[[{]/.test(value) ? JSON.parse(value) : value,
  ]);
  return Object.fromEntries(form);
}
