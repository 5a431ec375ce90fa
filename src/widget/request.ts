import type { Failure } from './strings.js';

/** What it takes to reach a Direct Line endpoint. */
export interface Endpoint {
  /** Without a slash at the end: `https://…/v3/directline`. */
  readonly address: string;
  readonly fetch: (address: string, request: RequestInit) => Promise<Response>;
  /** Milliseconds; only differences count. */
  readonly now: () => number;
}

/** Why a request came to nothing; `after` is how many seconds the server asks to wait, where it says so. */
export interface Failed<F = Exclude<Failure, 'unanswered'>> {
  readonly ok: false;
  readonly failure: F;
  readonly after?: number | undefined;
}

export type Outcome<T, F = Exclude<Failure, 'unanswered'>> = { readonly ok: true; readonly value: T } | Failed<F>;

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
      referrerPolicy: 'origin',
      signal: AbortSignal.timeout(patience),
    });
    return response.ok ? { ok: true, value: await response.json() } : failed(response);
  } catch {
    return { ok: false, failure: 'unreachable' };
  }
}

function failed(response: Response): Answered {
  const failure = failureOf(response.status);
  const after = Number(response.headers.get('retry-after') ?? Number.NaN);
  return { ok: false, failure, after: failure === 'busy' && after >= 0 ? after : undefined };
}

function failureOf(status: number): Exclude<Failure, 'unanswered'> | 'lost' {
  if (status === 429) return 'busy';
  if (status === 401 || status === 403 || status === 404) return 'lost';
  return status >= 500 ? 'broken' : 'refused';
}

/** For an answer that nothing more can be done about. */
export function final(answered: Answered): Outcome<unknown> {
  if (answered.ok) return answered;
  const { failure, after } = answered;
  return { ok: false, failure: failure === 'lost' ? 'refused' : failure, after };
}
