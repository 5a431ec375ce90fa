import type { ConnectorClient, HttpRequestConfig, HttpResponse } from '@microsoft/agents-hosting';

/**
 * Sends the requests of a connector client in the SDK's place, which waits five minutes for a dead connector and goes
 * where one points, past the list of allowed hosts.
 */
export function sendRequests(client: ConnectorClient, milliseconds: number): void {
  const { httpClient } = client;
  const request = async (config: HttpRequestConfig): Promise<HttpResponse> => {
    const { method, url, data, params } = config;
    const headers = new Headers(httpClient.defaultHeaders);
    for (const [name, value] of Object.entries(config.headers ?? {})) headers.set(name, value);
    const response = await fetch(addressOf(httpClient.baseURL, url, params), {
      method: method.toUpperCase(),
      headers,
      body: data === undefined ? null : JSON.stringify(data),
      redirect: 'manual',
      signal: AbortSignal.timeout(milliseconds),
    });
    const text = await response.text();
    if (!response.ok) throw Object.assign(new Error('refused'), { name: 'HttpError', status: response.status });
    return {
      data: parse(text),
      status: response.status,
      statusText: response.statusText,
      headers: response.headers,
      config,
    };
  };
  Object.assign(httpClient, { request });
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
