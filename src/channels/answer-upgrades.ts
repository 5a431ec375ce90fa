import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';

export type Upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

/** Who listens for upgrades gets from Node every request that offers another protocol, HTTP/2 too; only WebSockets are ours. */
export function answerUpgrades(server: Server, upgrade: Upgrade): void {
  server.on('upgrade', (request, socket, head) => {
    if (request.headers.upgrade?.toLowerCase() === 'websocket') upgrade(request, socket, head);
    else answerInHttp(server, request, socket, head);
  });
}

/**
 * An offer may be left unheeded (RFC 9110, 7.8). Node has stopped reading at the end of the headers, so the request is
 * put back without the offer, and what follows it with it.
 */
function answerInHttp(server: Server, request: IncomingMessage, socket: Duplex, head: Buffer): void {
  const { method = 'GET', url = '/', httpVersion, rawHeaders } = request;
  const fields = rawHeaders.flatMap((name, at) =>
    at % 2 === 1 || name.toLowerCase() === 'upgrade' ? [] : [`${name}: ${rawHeaders[at + 1] ?? ''}`],
  );
  const start = [`${method} ${url} HTTP/${httpVersion}`, ...fields, '', ''].join('\r\n');
  // The listener of the connection as it was; the connection gets its own again.
  socket.removeAllListeners('timeout');
  socket.unshift(Buffer.concat([Buffer.from(start, 'latin1'), head]));
  server.emit('connection', socket);
}
