import { type Agent, type IncomingMessage, request } from 'node:http';

export interface Sent {
  /** The status, or the code of the error. */
  readonly status: number | string;
  /** Whether the response said that the connection ends with it. */
  readonly closes: boolean;
}

/** One request. */
export function send(agent: Agent, address: string, method: string, headers: object, body?: string): Promise<Sent> {
  return new Promise((resolve) => {
    const sent = request(address, { agent, method, headers: { ...headers } }, (response: IncomingMessage) => {
      response.resume();
      const closes = response.headers.connection === 'close';
      response.once('end', () => resolve({ status: response.statusCode ?? 0, closes }));
      response.once('error', (error: NodeJS.ErrnoException) => resolve({ status: error.code ?? 'error', closes }));
    });
    sent.once('error', (error: NodeJS.ErrnoException) => resolve({ status: error.code ?? 'error', closes: false }));
    sent.end(body);
  });
}
