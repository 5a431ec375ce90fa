import http from 'node:http';
import https from 'node:https';
import type { ConnectorClient, HttpRequestConfig, HttpResponse } from '@microsoft/agents-hosting';

/** Milliseconds that a connection is kept for the next message; the other side closes it without a word some time. */
const IDLE = 4_000;
/** UTF-16 units. A connector tells the id of what it took. */
const LONGEST_ANSWER = 256 * 1024;

/** Connections that are used again, of one adapter. */
export interface Agents {
  readonly plain: http.Agent;
  readonly secure: https.Agent;
}

export function openAgents(): Agents {
  const options = { keepAlive: true, timeout: IDLE };
  return { plain: new http.Agent(options), secure: new https.Agent(options) };
}

/**
 * Sends the requests of a connector client in the SDK's place, which waits five minutes for a dead connector and goes
 * where one points, past the list of allowed hosts. Not by `fetch`: it takes as long as answering the question does.
 * @param milliseconds for a request and its answer
 */
export function sendRequests(client: ConnectorClient, milliseconds: number, agents: Agents): void {
  const { httpClient } = client;
  const request = async (config: HttpRequestConfig): Promise<HttpResponse> => {
    const { method, url, data, params } = config;
    const body = data === undefined ? '' : JSON.stringify(data);
    const { status, text } = await exchange(addressOf(httpClient.baseURL, url, params), agents, milliseconds, body, {
      method: method.toUpperCase(),
      headers: { ...httpClient.defaultHeaders, ...config.headers, 'Content-Length': Buffer.byteLength(body) },
    });
    if (status >= 300) throw Object.assign(new Error('refused'), { name: 'HttpError', status });
    return { data: parse(text), status, statusText: '', headers: new Headers(), config };
  };
  Object.assign(httpClient, { request });
}

interface Exchanged {
  readonly status: number;
  readonly text: string;
}

function exchange(
  address: URL,
  { plain, secure }: Agents,
  milliseconds: number,
  body: string,
  options: http.RequestOptions,
): Promise<Exchanged> {
  return new Promise((resolve, reject) => {
    const sending =
      address.protocol === 'https:'
        ? https.request(address, { ...options, agent: secure })
        : http.request(address, { ...options, agent: plain });
    const give = (code: string): void => void sending.destroy(Object.assign(new Error(code), { code }));
    const timer = setTimeout(give, milliseconds, 'ETIMEDOUT');
    const fail = (error: unknown): void => {
      clearTimeout(timer);
      reject(error);
    };
    sending.on('error', fail).on('response', (response) => {
      let text = '';
      response
        .setEncoding('utf8')
        .on('data', (piece: string) => {
          text += piece;
          if (text.length > LONGEST_ANSWER) give('EMSGSIZE');
        })
        .on('error', fail)
        .on('end', () => {
          clearTimeout(timer);
          resolve({ status: response.statusCode ?? 0, text });
        });
    });
    sending.end(body);
  });
}

function addressOf(base: string, path: string, params: HttpRequestConfig['params'] = {}): URL {
  const address = new URL(`${base.replace(/\/$/, '')}/${path.replace(/^\//, '')}`);
  for (const [name, value] of Object.entries(params)) if (value !== undefined) address.searchParams.set(name, value);
  return address;
}

/** Some connectors answer with nothing, or with words. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
