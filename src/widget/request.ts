import type { Failure } from './strings.js';

/** What it takes to reach a Direct Line endpoint. */
export interface Endpoint {
  /** Without a slash at the end: `https://…/v3/directline`. */
  readonly address: string;
  readonly fetch: (address: string, request: RequestInit) => Promise<Response>;
  /** Milliseconds; only differences count. */
  readonly now: () => number;
}

export type Outcome<T, F = Exclude<Failure, 'unanswered'>> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: F };

/** `lost`: the server does not know the conversation, or the token has run out. */
export type Answered = Outcome<unknown, Exclude<Failure, 'unanswered'> | 'lost'>;

/** A request that takes longer than this many milliseconds counts as unreachable. */
const patience = 10_000;

/** One request, its JSON answer or why there is none. A body makes it a POST. Never throws. */
export async function request(
  endpoint: Endpoint,
  path: string,
  token: string | null,
  body: object | null,
): Promise<Answered> {
  const headers = new Headers({ Accept: 'application/json' });
  if (token !== null) headers.set('Authorization', `Bearer ${token}`);
  if (body !== null) headers.set('Content-Type', 'application/json');
  try {
    const response = await endpoint.fetch(endpoint.address + path, {
      method: body === null ? 'GET' : 'POST',
      headers,
      body: body === null ? null : JSON.stringify(body),
      credentials: 'omit',
      cache: 'no-store',
      signal: AbortSignal.timeout(patience),
    });
    return response.ok
      ? { ok: true, value: await response.json() }
      : { ok: false, failure: failureOf(response.status) };
  } catch {
    return { ok: false, failure: 'unreachable' };
  }
}

function failureOf(status: number): Exclude<Failure, 'unanswered'> | 'lost' {
  if (status === 429) return 'busy';
  if (status === 401 || status === 403 || status === 404) return 'lost';
  return status >= 500 ? 'broken' : 'refused';
}

/** For an answer that nothing more can be done about. */
export function final(answered: Answered): Outcome<unknown> {
  if (answered.ok) return answered;
  return { ok: false, failure: answered.failure === 'lost' ? 'refused' : answered.failure };
}
