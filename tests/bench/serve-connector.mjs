// node serve-connector.mjs: stands in for a channel; takes every message and counts them. GET tells how many came.
import { createServer } from 'node:http';

let messages = 0;
let bytes = 0;
const server = createServer((request, response) => {
  let own = 0;
  request.on('data', (chunk) => (own += chunk.length));
  request.on('end', () => {
    if (request.method !== 'GET') {
      messages += 1;
      bytes += own;
    }
    const body = JSON.stringify(request.method === 'GET' ? { messages, bytes } : { id: `sent-${messages}` });
    response
      .writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) })
      .end(body);
  });
});
server.keepAliveTimeout = 600_000;
server.listen(0, '127.0.0.1', () => process.stdout.write(`http://127.0.0.1:${server.address().port}\n`));
