import { connect, socketAddress } from '../../src/widget/connection.js';
import type { KeptSession } from '../../src/widget/session.js';
import type { Socket } from '../../src/widget/stream.js';

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
  again: 'GET /conversations/c1',
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
    if (typeof answer !== 'number') return Response.json(answer);
    return new Response('{}', { status: answer, headers: answer === 429 ? { 'Retry-After': '7' } : {} });
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

interface Circumstances {
  readonly kept?: KeptSession;
  readonly parties?: readonly string[];
  readonly sockets?: boolean;
}

function open(script: Parameters<typeof endpoint>[0], { kept, parties = [], sockets = false }: Circumstances = {}) {
  const server = endpoint(script);
  const restarts: string[] = [];
  const news: string[] = [];
  const place: { kept: KeptSession | null } = { kept: kept ?? null };
  const opened: string[] = [];
  const frame: { emit: (type: string, data?: unknown) => void } = { emit: () => undefined };
  const openSocket = (address: string): Socket => {
    opened.push(address);
    const listeners: (readonly [string, (event: { data?: unknown }) => void])[] = [];
    frame.emit = (type, data) => {
      for (const [wanted, listener] of listeners) if (wanted === type) listener({ data });
    };
    return { addEventListener: (type, listener) => void listeners.push([type, listener]), close: () => undefined };
  };
  const connection = connect({
    endpoint: server,
    beginning: () => ({ locale: 'nb-NO', parties }),
    keep: {
      read: () => place.kept,
      write: ({ conversation, token }) => (place.kept = { conversation, token }),
      erase: () => (place.kept = null),
    },
    openSocket: sockets ? openSocket : null,
    pause: () => new Promise((resolve) => setImmediate(resolve)),
    onRestart: () => restarts.push('restart'),
    onNews: () => news.push('news'),
  });
  return { server, restarts, connection, place, news, opened, frame };
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

  test('is about the parties that the page names, from its start and with every question', async () => {
    const { server, connection } = open(usual, { parties: ['ap', 'frp'] });
    await connection.send('Hva?', 'own-1');
    expect(server.seen[1]?.body).toEqual({ locale: 'nb-NO', parties: ['ap', 'frp'] });
    expect(server.seen[2]?.body).toMatchObject({ channelData: { clientActivityID: 'own-1', parties: ['ap', 'frp'] } });
  });

  test('takes feedback as an event', async () => {
    const { server, connection } = open(usual);
    const value = { answerId: 'a1', reaction: 'dislike', reasons: ['outdated'] };
    expect((await connection.sendEvent('standpunkt/feedback', value)).ok).toBe(true);
    expect(server.seen.at(-1)?.body).toEqual({
      type: 'event',
      name: 'standpunkt/feedback',
      value,
      from: { id: 'user' },
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

describe('what is kept over a reload', () => {
  const kept = { conversation: 'c1', token: 't0' };

  test('is nothing before the first question, then the id and the token, renewed ones too', async () => {
    const { server, connection, place } = open({ ...usual, [routes.refresh]: [{ token: 't3', expires_in: 1800 }] });
    expect(await connection.resume()).toEqual({ ok: true, value: false });
    await connection.receive();
    expect(place.kept).toBeNull();
    await connection.send('Hva?', 'own-1');
    expect(place.kept).toEqual({ conversation: 'c1', token: 't2' });
    server.pass(901_000);
    await connection.keepAlive();
    expect(place.kept).toEqual({ conversation: 'c1', token: 't3' });
    connection.leave();
    expect(place.kept).toBeNull();
  });

  test('is taken up with a new token, from the beginning, without another conversation', async () => {
    const { server, connection, restarts, place } = open(
      { ...usual, [routes.refresh]: [{ token: 't1', expires_in: 1800 }], [routes.again]: [{ conversationId: 'c1' }] },
      { kept },
    );
    expect(await connection.resume()).toEqual({ ok: true, value: true });
    await connection.receive();
    expect(server.seen.map(({ method, path, token }) => [method, path, token])).toEqual([
      [routes.refresh, '', 'Bearer t0'],
      [routes.again, '', 'Bearer t1'],
      ['GET /conversations/c1/activities', '', 'Bearer t1'],
    ]);
    expect(place.kept).toEqual({ conversation: 'c1', token: 't1' });
    expect(restarts).toEqual([]);
  });

  test.each([
    ['the token has run out', { [routes.refresh]: [403] }],
    ['the conversation is forgotten', { [routes.refresh]: [{ token: 't1' }], [routes.again]: [404] }],
  ])('is dropped when %s, and nobody is told of a conversation they do not see', async (_what, script) => {
    const { connection, restarts, place } = open({ ...usual, ...script }, { kept });
    expect(await connection.resume()).toEqual({ ok: true, value: false });
    expect(place.kept).toBeNull();
    expect((await connection.receive()).ok).toBe(true);
    expect(restarts).toEqual([]);
  });

  test('stays when the service cannot be reached, and is taken up by what is asked then', async () => {
    const { connection, place, server } = open(
      { ...usual, [routes.refresh]: ['cut', { token: 't1' }], [routes.again]: [{}] },
      { kept },
    );
    expect(await connection.resume()).toEqual({ ok: false, failure: 'unreachable' });
    expect(place.kept).toEqual(kept);
    expect((await connection.send('Hva?', 'own-1')).ok).toBe(true);
    expect(server.seen.some(({ method }) => method === routes.start)).toBe(false);
  });
});

test('a conversation that has run out is not replaced while nothing is asked', async () => {
  const { server, connection, restarts } = open({ ...usual, [routes.refresh]: [403] });
  await connection.keepAlive();
  await connection.receive();
  server.pass(1_900_000);
  await connection.keepAlive();
  expect(restarts).toEqual([]);
  expect(server.seen.filter(({ method }) => method === routes.start)).toHaveLength(1);
  expect((await connection.send('Hva?', 'own-1')).ok).toBe(true);
  expect(server.seen.filter(({ method }) => method === routes.start)).toHaveLength(2);
});

describe('a stream', () => {
  const streamUrl = 'ws://inside:8080/v3/directline/conversations/c1/stream?watermark=0&t=t2';
  const streaming = { ...usual, [routes.start]: [{ conversationId: 'c1', token: 't2', streamUrl }] };
  const set = (watermark: string, ...ids: readonly string[]): string =>
    JSON.stringify({ activities: ids.map((id) => ({ type: 'message', id, text: id })), watermark });

  test('is opened on the host that is talked to', async () => {
    const { connection, opened } = open(streaming, { sockets: true });
    await connection.receive();
    expect(opened).toEqual(['ws://bot.example/v3/directline/conversations/c1/stream?watermark=0&t=t2']);
    expect(socketAddress(streamUrl, 'https://bot.example/v3/directline')).toMatch(/^wss:\/\/bot\.example\/v3\//);
  });

  test('gives what comes without asking, tells of it, and gives nothing twice', async () => {
    const { server, connection, frame, news } = open(streaming, { sockets: true });
    await connection.receive();
    const requests = server.seen.length;
    frame.emit('open');
    frame.emit('message', set('2', 'a', 'b'));
    expect(news).toEqual(['news']);
    expect(connection.arrived().map(({ id }) => id)).toEqual(['a', 'b']);
    expect(connection.arrived()).toEqual([]);
    expect(server.seen).toHaveLength(requests);
    const waiting = connection.receive();
    frame.emit('message', set('3', 'b', 'c'));
    const second = await waiting;
    expect(second.ok && second.value.map(({ id }) => id)).toEqual(['c']);
    expect(news).toHaveLength(1);
  });

  test('that is silent is asked after, from where it had come', async () => {
    const { server, connection, frame } = open(streaming, { sockets: true });
    await connection.receive();
    frame.emit('open');
    frame.emit('message', set('5', 'a'));
    await connection.receive();
    await connection.receive();
    expect(server.seen.at(-1)).toMatchObject({ method: 'GET /conversations/c1/activities', path: '?watermark=5' });
  });

  test.each(['nonsense', '{}', '[]', 'null', '{"activities":7}'])(
    'a frame that is none is passed over: %s',
    async (text) => {
      const { connection, frame } = open(streaming, { sockets: true });
      await connection.receive();
      frame.emit('open');
      frame.emit('message', text);
      expect(await connection.receive()).toEqual({ ok: true, value: [] });
    },
  );

  test('is opened anew after a break, from where it had come, and asked meanwhile', async () => {
    const { server, connection, frame, opened } = open(
      { ...streaming, [routes.again]: [{ streamUrl: '/v3/directline/conversations/c1/stream?watermark=5&t=t3' }] },
      { sockets: true },
    );
    await connection.receive();
    frame.emit('open');
    frame.emit('message', set('5', 'a'));
    connection.arrived();
    connection.reopen();
    await connection.receive();
    expect(server.seen.at(-1)).toMatchObject({ method: 'GET /conversations/c1/activities', path: '?watermark=5' });
    while (opened.length < 2) await new Promise((resolve) => setImmediate(resolve));
    expect(opened[1]).toBe('ws://bot.example/v3/directline/conversations/c1/stream?watermark=5&t=t3');
    expect(server.seen.find(({ method }) => method === routes.again)?.path).toMatch(/^\?watermark=\d$/);
  });

  test('is not tried where there are no sockets', async () => {
    const { connection, opened } = open(streaming);
    expect((await connection.receive()).ok).toBe(true);
    expect(opened).toEqual([]);
  });
});

test('a server that asks for a pause says how long', async () => {
  const { connection } = open({ ...usual, 'POST /conversations/c1/activities': [429] });
  expect(await connection.send('Hva?', 'own-1')).toEqual({ ok: false, failure: 'busy', after: 7 });
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
    expect(await connection.send('Hva?', 'own-1')).toMatchObject({ ok: false, failure });
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
    const keep = { read: () => null, write: () => undefined, erase: () => undefined };
    const connection = connect({
      endpoint: server,
      beginning: () => ({ locale: 'nb-NO', parties: [] }),
      keep,
      openSocket: null,
      pause: async () => undefined,
      onRestart: () => undefined,
      onNews: () => undefined,
    });
    expect(await connection.receive()).toEqual({ ok: false, failure: 'unreachable' });
  });
});
