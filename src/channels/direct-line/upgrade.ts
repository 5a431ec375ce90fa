import { type IncomingMessage, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { RateLimit } from '../../domain.js';
import type { Upgrade } from '../answer-upgrades.js';
import { describeFailure } from '../failure.js';
import { ORIGIN_REFUSED, type OriginGate } from '../origins.js';
import { type Access, type Refusal, readAccess, refused, unknownConversation, unreadableWatermark } from './access.js';
import type { ConversationLog } from './log.js';
import { watermarkSchema } from './messages.js';
import type { Streams } from './streams.js';
import type { Tokens } from './tokens.js';

const STREAM = /^\/v3\/directline\/conversations\/([\w-]{1,64})\/stream$/;
/** Bytes in a frame from a client; the official one sends empty ones. */
const MOST_HEARD = 256;
/** Milliseconds until a client that does not answer our goodbye is cut. */
const FAREWELL = 3_000;
/** Seconds until a client may try again where there is no room. */
const NO_ROOM = 30;

export interface UpgradeParts {
  readonly tokens: Tokens;
  readonly log: ConversationLog;
  readonly streams: Streams;
  readonly isAllowed: OriginGate;
  readonly limit: RateLimit;
  /** Takes one line for the log of the operator. */
  readonly report: (line: string) => void;
}

type Admission = (Access & { readonly state: 'open'; readonly watermark: string }) | Refused;
type Refused = Refusal & { readonly seconds?: number };

/** Answers every request for a WebSocket: that for a stream of Direct Line with one, others with why not. */
export function createUpgrade(parts: UpgradeParts): Upgrade {
  // `closeTimeout` is missing from the types.
  const options = { noServer: true, clientTracking: false, perMessageDeflate: false, closeTimeout: FAREWELL };
  const server = new WebSocketServer({ ...options, maxPayload: MOST_HEARD });
  return (request, socket, head) => {
    socket.on('error', () => socket.destroy());
    answer(request, socket, head).catch((error: unknown) => {
      parts.report(`Direct Line: a stream failed (${describeFailure(error)})`);
      refuse(socket, refused(500, 'ServiceError', 'Something went wrong here. Try again later.'));
    });
  };

  async function answer(...[request, socket, head]: Parameters<Upgrade>): Promise<void> {
    const admission = await admit(parts, request);
    if (admission.state === 'refused') refuse(socket, admission);
    else
      server.handleUpgrade(request, socket, head, (webSocket) =>
        parts.streams.add(webSocket, admission.grant, admission.expires, admission.watermark),
      );
  }
}

async function admit(parts: UpgradeParts, request: IncomingMessage): Promise<Admission> {
  const address = `http://localhost${request.url ?? ''}`;
  const { pathname, searchParams } = new URL(URL.canParse(address) ? address : 'http://localhost');
  const [, conversation] = STREAM.exec(pathname) ?? [];
  if (conversation === undefined) return refused(404, 'NotFound', 'No such endpoint.');
  if (!parts.isAllowed(request)) return refused(403, ...ORIGIN_REFUSED);
  const access = readAccess(parts.tokens.readTicket, searchParams.get('t'), conversation);
  if (access.state === 'refused') return access;
  const seconds = await parts.limit.take('stream', access.grant.user);
  if (seconds > 0)
    return { ...refused(429, 'TooManyRequests', `Too many requests. Try again in ${seconds} s.`), seconds };
  if (parts.streams.isFull())
    return { ...refused(503, 'ServiceError', `No room. Try again in ${NO_ROOM} s, or poll.`), seconds: NO_ROOM };
  const watermark = watermarkSchema.safeParse(searchParams.get('watermark') ?? '');
  const found = watermark.success ? await parts.log.since(conversation, watermark.data, 0) : null;
  if (found?.state === 'unknown-conversation') return unknownConversation;
  if (!watermark.success || found?.state !== 'found') return unreadableWatermark;
  return { ...access, watermark: watermark.data };
}

function refuse(socket: Duplex, { status, code, message, seconds }: Refused): void {
  const body = JSON.stringify({ error: { code, message } });
  const lines = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
    'Connection: close',
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Cache-Control: no-store',
    ...(seconds === undefined ? [] : [`Retry-After: ${seconds}`]),
  ];
  socket.once('finish', () => socket.destroy());
  socket.end(`${lines.join('\r\n')}\r\n\r\n${body}`);
}
