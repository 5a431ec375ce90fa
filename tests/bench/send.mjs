import { request as httpRequest } from 'node:http';

/**
 * Posts the body as JSON, or gets when there is none. Light, as it shares the machine with what is measured: `fetch` takes
 * as long as the service itself. @throws Error unless the answer is 200 or 201
 */
export function send(agent, address, { body, headers = {} } = {}) {
  const text = body === undefined ? '' : JSON.stringify(body);
  const all = { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(text), ...headers };
  return new Promise((resolve, reject) => {
    const sending = httpRequest(address, { agent, method: text ? 'POST' : 'GET', headers: all }, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const said = Buffer.concat(chunks).toString();
        const isDone = response.statusCode === 200 || response.statusCode === 201;
        if (isDone) resolve(said && JSON.parse(said));
        else reject(new Error(`${new URL(address).pathname} answered ${response.statusCode}: ${said}`));
      });
    });
    sending.on('error', reject);
    sending.end(text);
  });
}
