import { connect } from '../../src/widget/connection.js';

interface Seen {
  readonly method: string;
  readonly path: string;
  readonly token: string | null;
  readonly body: unknown;
}

const routes = {
  generate: 'POST /tokens/generate',
  start: 'POST /conversations',
  refresh: 'POST /tokens/refresh',
};

/** An endpoint that answers with the next of the scripted answers for a route, the last one again and again. */
function endpoint(script: Readonly<Record<string, readonly (object | number | 'cut')[]>>) {
  const seen: Seen[] = [];
  const asked = new Map<string, number>();
  let now = 0;
  const fetch = async (address: string, request: RequestInit): Promise<Response> => {
    const { pathname, search } = new URL(address);
    const route = `${request.method} ${pathname.replace('/v3/directline', '')}`;
    const headers = new Headers(request.headers);
    const body: unknown = typeof request.body === 'string' ? JSON.parse(request.body) : null;
    seen.push({ method: route, path: search, token: headers.get('authorization'), body });
    const count = asked.get(route) ?? 0;
    asked.set(route, count + 1);
    const answers = script[route] ?? [404];
    const answer = answers[Math.min(count, answers.length - 1)] ?? 404;
    if (answer === 'cut') throw new TypeError('Failed to fetch');
    return typeof answer === 'number' ? new Response('{}', { status: answer }) : Response.json(answer);
  };
  return {
    seen,
    pass: (milliseconds: number) => (now += milliseconds),
    address: 'http://bot.example/v3/directline',
    fetch,
    now: () => now,
  };
}

const usual: Readonly<Record<string, readonly object[]>> = {
  [routes.generate]: [{ conversationId: 'c1', token: 't1', expires_in: 1800 }],
  [routes.start]: [{ conversationId: 'c1', token: 't2', expires_in: 1800 }],
  'POST /conversations/c1/activities': [{ id: 'c1|1' }],
  'GET /conversations/c1/activities': [{ activities: [], watermark: '0' }],
};

function open(script: Parameters<typeof endpoint>[0]) {
  const server = endpoint(script);
  const restarts: string[] = [];
  const connection = connect({ endpoint: server, locale: 'nb-NO', onRestart: () => restarts.push('restart') });
  return { server, restarts, connection };
}

describe('a conversation', () => {
  test('begins with the first call, in the language asked for, and once', async () => {
    const { server, connection } = open(usual);
    expect(await connection.receive()).toEqual({ ok: true, value: [] });
    expect(await connection.send('Hva?', 'own-1')).toEqual({ ok: true, value: 'c1|1' });
    expect(server.seen.map(({ method, token }) => [method, token])).toEqual([
      ['POST /tokens/generate', null],
      ['POST /conversations', 'Bearer t1'],
      ['GET /conversations/c1/activities', 'Bearer t2'],
      ['POST /conversations/c1/activities', 'Bearer t2'],
    ]);
    expect(server.seen[1]?.body).toEqual({ locale: 'nb-NO' });
    expect(server.seen[3]?.body).toEqual({
      type: 'message',
      text: 'Hva?',
      locale: 'nb-NO',
      from: { id: 'user' },
      channelData: { clientActivityID: 'own-1' },
    });
  });

  test('asks with the watermark it was given, and gives nothing twice', async () => {
    const message = (id: string) => ({ type: 'message', id, text: id });
    const { server, connection } = open({
      ...usual,
      'GET /conversations/c1/activities': [
        { activities: [message('a'), message('b')], watermark: '2' },
        { activities: [message('b'), message('c'), 'nonsense', null, {}], watermark: '3' },
      ],
    });
    const first = await connection.receive();
    const second = await connection.receive();
    expect([first, second].map((got) => got.ok && got.value.map(({ id }) => id))).toEqual([['a', 'b'], ['c']]);
    expect(server.seen.slice(2).map(({ path }) => path)).toEqual(['', '?watermark=2']);
  });

  test('renews its token when half of its life is over', async () => {
    const { server, connection } = open({ ...usual, [routes.refresh]: [{ token: 't3', expires_in: 1800 }] });
    await connection.receive();
    server.pass(899_000);
    await connection.receive();
    expect(server.seen.at(-1)?.token).toBe('Bearer t2');
    server.pass(2_000);
    await connection.receive();
    expect(server.seen.slice(-2).map(({ method, token }) => [method, token])).toEqual([
      [routes.refresh, 'Bearer t2'],
      ['GET /conversations/c1/activities', 'Bearer t3'],
    ]);
  });
});

describe('a conversation that the server has forgotten', () => {
  const another = {
    [routes.generate]: [{ token: 't1' }, { token: 't8' }],
    [routes.start]: [
      { conversationId: 'c1', token: 't2' },
      { conversationId: 'c2', token: 't9' },
    ],
    'GET /conversations/c1/activities': [{ activities: [{ type: 'message', id: '1' }], watermark: '7' }, 404],
    'GET /conversations/c2/activities': [{ activities: [{ type: 'message', id: '1' }], watermark: '1' }],
    'POST /conversations/c2/activities': [{ id: 'c2|1' }],
  };

  test.each([401, 403, 404])('is replaced by another on %d, and the question is sent there', async (status) => {
    const { restarts, connection } = open({ ...another, 'POST /conversations/c1/activities': [status] });
    await connection.receive();
    expect(await connection.send('Hva?', 'own-1')).toEqual({ ok: true, value: 'c2|1' });
    expect(restarts).toEqual(['restart']);
  });

  test('leaves neither its watermark nor its ids to the next one', async () => {
    const { server, connection } = open(another);
    await connection.receive();
    const got = await connection.receive();
    expect(got.ok && got.value.map(({ id }) => id)).toEqual(['1']);
    expect(server.seen.at(-1)).toMatchObject({ method: 'GET /conversations/c2/activities', path: '' });
  });

  test('is not asked for without end', async () => {
    const { server, connection } = open({ ...usual, 'GET /conversations/c1/activities': [404] });
    expect(await connection.receive()).toEqual({ ok: false, failure: 'refused' });
    expect(server.seen.filter(({ method }) => method.startsWith('GET'))).toHaveLength(2);
  });
});

describe('a request that fails', () => {
  test.each([
    ['cut', 'unreachable'],
    [500, 'broken'],
    [502, 'broken'],
    [429, 'busy'],
    [400, 'refused'],
    [413, 'refused'],
  ] as const)('%s is told as %s, and the next try works', async (answer, failure) => {
    const script = { ...usual, 'POST /conversations/c1/activities': [answer, { id: 'c1|1' }] };
    const { connection } = open(script);
    expect(await connection.send('Hva?', 'own-1')).toEqual({ ok: false, failure });
    expect(await connection.send('Hva?', 'own-1')).toEqual({ ok: true, value: 'c1|1' });
  });

  test.each([
    [routes.generate, 'cut', 'unreachable'],
    [routes.generate, 403, 'refused'],
    [routes.start, 500, 'broken'],
    [routes.start, { token: 't2' }, 'refused'],
  ] as const)('%s %j before the conversation has begun is told as well', async (route, answer, failure) => {
    const { connection, restarts } = open({ ...usual, [route]: [answer, ...(usual[route] ?? [])] });
    expect(await connection.receive()).toEqual({ ok: false, failure });
    expect((await connection.receive()).ok).toBe(true);
    expect(restarts).toEqual([]);
  });

  test('an answer that is not JSON counts as unreachable, not as an answer', async () => {
    const server = { ...endpoint(usual), fetch: async () => new Response('<html>') };
    const connection = connect({ endpoint: server, locale: 'nb-NO', onRestart: () => undefined });
    expect(await connection.receive()).toEqual({ ok: false, failure: 'unreachable' });
  });
});
