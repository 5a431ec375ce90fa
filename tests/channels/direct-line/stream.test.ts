import { request } from 'node:http';
import { type Service, begin, call, countingLimit, listen, message, serveDirectLine } from './service.js';

const BEAT = 15_000;
let service: Service;

beforeEach(async () => {
  service = await serveDirectLine();
});
afterEach(() => service.stop());

const textsOf = (frame: { activities: readonly Readonly<Record<string, unknown>>[] }) =>
  frame.activities.map(({ text }) => String(text).split('\n')[0]);
const post = ({ path, token }: { path: string; token: string }, text: string) =>
  call(service, 'POST', path, { token, body: message(text) });

async function replace(change: Parameters<typeof serveDirectLine>[0], limits?: Parameters<typeof serveDirectLine>[1]) {
  await service.stop();
  service = await serveDirectLine(change, limits);
}

describe('a stream', () => {
  test('brings what was said before and what is said then, with the watermark that polling has', async () => {
    const chat = await begin(service);
    const { next, socket } = listen(chat.streamUrl);
    const welcome = await next();
    expect([textsOf(welcome), welcome.watermark]).toEqual([['Velkommen.'], '1']);
    await post(chat, 'Hva mener Frp?');
    const echo = await next();
    const reply = echo.activities.length > 1 ? { ...echo, activities: echo.activities.slice(1) } : await next();
    expect(echo.activities[0]).toMatchObject({ text: 'Hva mener Frp?', from: { role: 'user' } });
    expect(reply.activities[0]).toMatchObject({ from: { role: 'bot' }, replyToId: echo.activities[0]?.['id'] });
    expect((await call(service, 'GET', chat.path, { token: chat.token })).json.watermark).toBe(reply.watermark);
    expect(socket.extensions).toBe('');
  });

  test('gives exactly what was missed after a watermark', async () => {
    const chat = await begin(service);
    const first = listen(chat.streamUrl);
    const { watermark } = await first.next();
    first.socket.terminate();
    await first.closed;
    await post(chat, 'Hva mener Frp?');
    const { json } = await call(service, 'GET', `/conversations/${chat.id}?watermark=${watermark}`, chat);
    expect(json.streamUrl).toContain(`/stream?watermark=${watermark}&t=`);
    const missed = await listen(json.streamUrl).next();
    expect(missed.activities).toHaveLength(2);
    expect(missed.activities[0]).toMatchObject({ text: 'Hva mener Frp?' });
    expect(missed.watermark).toBe('3');
  });

  test('of a long conversation comes in parts, in order and whole', async () => {
    await replace({});
    const chat = await begin(service);
    for (let at = 0; at < 60; at += 1) await service.log.append(chat.id, { text: String(at) }, null);
    const { next } = listen(chat.streamUrl);
    const got: unknown[] = [];
    while (got.length < 61) got.push(...textsOf(await next()));
    expect(got).toEqual(['Velkommen.', ...Array.from({ length: 60 }, (_, at) => String(at))]);
  });

  test('leads to the public address', async () => {
    await replace({ publicUrl: 'https://svar.avisa.example/bot/' });
    const { streamUrl, id } = await begin(service);
    expect(streamUrl).toMatch(
      new RegExp(
        `^wss://svar\\.avisa\\.example/bot/v3/directline/conversations/${id}/stream\\?watermark=-&t=[\\w.-]+$`,
      ),
    );
  });

  test('shows that an answer is on its way when it takes long, and keeps nothing of that', async () => {
    const chat = await begin(service);
    const { next } = listen(chat.streamUrl);
    await next();
    const posted = post(chat, 'vent');
    await next();
    service.pass(500);
    const typing = await next();
    expect(typing.activities).toEqual([
      expect.objectContaining({
        type: 'typing',
        from: expect.objectContaining({ role: 'bot' }),
        replyToId: `${chat.id}|0000002`,
      }),
    ]);
    expect(typing.watermark).toBe('2');
    service.bot.letGo();
    await posted;
    expect((await next()).activities).toEqual([expect.objectContaining({ type: 'message' })]);
    service.pass(500);
    const { activities } = (await call(service, 'GET', chat.path, chat)).json;
    expect(activities.map(({ type }: { type: string }) => type)).toEqual(['message', 'message', 'message']);
  });

  test('is kept open, and cut when the client does not answer', async () => {
    const chat = await begin(service);
    const { text, socket, closed } = listen(chat.streamUrl);
    await text();
    const pinged = new Promise((resolve) => socket.once('ping', resolve));
    service.pass(BEAT);
    expect(await text()).toBe('');
    await pinged;
    // The answer to the ping is with the server before the answer to this is here.
    await post(chat, 'hei');
    Reflect.set(socket, '_autoPong', false);
    service.pass(BEAT);
    while ((await text()) !== '');
    service.pass(BEAT);
    expect((await closed).code).toBe(1006);
  });

  test('brings at the next beat what nobody told of', async () => {
    const { log } = service;
    let silent = false;
    await replace({
      log: {
        ...log,
        watch: (id, listener) => log.watch(id, { ...listener, onAppended: () => silent || listener.onAppended() }),
      },
    });
    const chat = await begin(service);
    const { next, text } = listen(chat.streamUrl);
    await next();
    silent = true;
    await log.append(chat.id, { text: 'hei' }, null);
    service.pass(BEAT);
    expect(await text()).toBe('');
    expect(textsOf(await next())).toEqual(['hei']);
  });
});

describe('a stream ends', () => {
  test('when its token runs out, and brings nothing after that', async () => {
    const chat = await begin(service);
    const { next, closed } = listen(chat.streamUrl);
    await next();
    service.clock.time += 30 * 60_000;
    await service.log.append(chat.id, { text: 'hemmelig' }, null);
    expect(await closed).toEqual({ code: 3000, reason: 'Token has expired' });
  });

  test('not as long as the token is renewed', async () => {
    const chat = await begin(service);
    const { next, closed } = listen(chat.streamUrl);
    await next();
    service.clock.time += 20 * 60_000;
    expect((await call(service, 'POST', '/tokens/refresh', chat)).status).toBe(200);
    service.clock.time += 20 * 60_000;
    await service.log.append(chat.id, { text: 'hei' }, null);
    expect(textsOf(await next())).toEqual(['hei']);
    service.clock.time += 10 * 60_000;
    service.pass(BEAT);
    expect((await closed).code).toBe(3000);
  });

  test('when the conversation is forgotten', async () => {
    await replace({}, { conversations: 1 });
    const chat = await begin(service);
    const { next, closed } = listen(chat.streamUrl);
    await next();
    await begin(service);
    service.pass(BEAT);
    expect(await closed).toEqual({ code: 1000, reason: 'Unknown conversation' });
  });

  test('when the conversation has too many, the oldest first', async () => {
    const chat = await begin(service);
    const streams = [];
    for (let count = 0; count < 6; count += 1) {
      const stream = listen(chat.streamUrl);
      await stream.next();
      streams.push(stream);
    }
    expect((await streams[0]?.closed)?.code).toBe(1013);
    await service.log.append(chat.id, { text: 'hei' }, null);
    for (const stream of streams.slice(1)) expect(textsOf(await stream.next())).toEqual(['hei']);
  });

  test('when the client sends what is large or too much; little is ignored', async () => {
    const chat = await begin(service);
    const large = listen(chat.streamUrl);
    await large.next();
    large.socket.send('x'.repeat(257));
    expect((await large.closed).code).toBe(1009);
    const many = listen(chat.streamUrl);
    await many.next();
    for (let count = 0; count <= 30; count += 1) many.socket.send('{"type":"message","text":"hei"}');
    expect((await many.closed).code).toBe(1008);
    expect(service.bot.heard).toEqual([]);
  });

  test('when the client is too slow, which then misses nothing', async () => {
    await replace({}, { activitiesEach: 1_000 });
    const chat = await begin(service);
    const slow = listen(chat.streamUrl);
    let { watermark } = await slow.next();
    slow.socket.pause();
    for (let at = 0; at < 300; at += 1)
      await service.log.append(chat.id, { text: `${at}\n${'x'.repeat(60_000)}` }, null);
    slow.socket.resume();
    const got: unknown[] = [];
    const ended = slow.closed.then(() => null);
    for (
      let frame = await Promise.race([slow.next(), ended]);
      frame;
      frame = await Promise.race([slow.next(), ended])
    ) {
      got.push(...textsOf(frame));
      ({ watermark } = frame);
    }
    expect((await slow.closed).code).toBe(1013);
    expect(got.length).toBeLessThan(300);
    const { json } = await call(service, 'GET', `/conversations/${chat.id}?watermark=${watermark}`, chat);
    const { next } = listen(json.streamUrl);
    while (got.length < 300) got.push(...textsOf(await next()));
    expect(got).toEqual(Array.from({ length: 300 }, (_, at) => String(at)));
  });

  test('when the server stops, which then takes no other', async () => {
    const chat = await begin(service);
    const { next, closed } = listen(chat.streamUrl);
    await next();
    service.directLine.close();
    expect(await closed).toEqual({ code: 1001, reason: 'The server stops' });
    expect(await listen(chat.streamUrl).refusal).toMatchObject({ status: 503, retryAfter: '30' });
  });

  test('when the log fails', async () => {
    let works = true;
    const { log } = service;
    await replace({
      log: { ...log, since: (...asked) => (works ? log.since(...asked) : Promise.reject(new Error('hemmelig'))) },
    });
    const chat = await begin(service);
    const { next, closed } = listen(chat.streamUrl);
    await next();
    works = false;
    await log.append(chat.id, { text: 'hei' }, null);
    expect(await closed).toEqual({ code: 1011, reason: 'The log failed' });
    expect(await listen(chat.streamUrl).refusal).toMatchObject({
      status: 500,
      json: { error: { code: 'ServiceError' } },
    });
    expect(service.reported).toEqual(['Direct Line: a stream failed (Error)']);
  });
});

describe('a stream is refused', () => {
  const refusal = async (address: string, headers?: Record<string, string>) => {
    const { status, json, retryAfter } = await listen(address, headers).refusal;
    return { status, retryAfter, code: json.error.code };
  };

  test('without a token of the conversation', async () => {
    const chat = await begin(service);
    const other = await begin(service);
    const address = chat.streamUrl.split('?')[0] ?? '';
    expect(await refusal(address)).toMatchObject({ status: 401, code: 'BadArgument' });
    for (const wrong of ['x', '', `${chat.token}x`, `${chat.token.split('.')[0]}.x`, 'x'.repeat(3_000)])
      expect(await refusal(`${address}?t=${wrong}`)).toMatchObject({ status: 403, code: 'BadArgument' });
    const ticketOf = ({ streamUrl }: typeof chat) => new URL(streamUrl).searchParams.get('t');
    expect(await refusal(`${address}?t=${ticketOf(other)}`)).toMatchObject({ status: 403, code: 'BadArgument' });
    await listen(`${address}?t=${ticketOf(chat)}`).opened;
    service.clock.time += 60_000;
    expect(await refusal(chat.streamUrl)).toMatchObject({ status: 403, code: 'TokenExpired' });
  });

  test('to the token itself, which is kept out of addresses', async () => {
    const { streamUrl, token, path } = await begin(service);
    const ticket = new URL(streamUrl).searchParams.get('t') ?? '';
    expect(await refusal(`${streamUrl.split('?')[0]}?t=${token}`)).toMatchObject({ status: 403, code: 'BadArgument' });
    expect((await call(service, 'GET', path, { token: ticket })).status).toBe(403);
    expect((await call(service, 'POST', '/tokens/refresh', { token: ticket })).status).toBe(403);
  });

  test('of a conversation that is not known, or from a watermark that cannot be read', async () => {
    const { conversationId, token } = (await call(service, 'POST', '/tokens/generate')).json;
    const ticket = service.tokens.issueTicket({
      conversation: conversationId,
      user: 'dl_1',
      since: service.clock.time,
    });
    const address = `${service.domain.replace('http', 'ws')}/conversations/${conversationId}/stream?t=${ticket}`;
    expect(await refusal(address)).toMatchObject({ status: 404, code: 'BadArgument' });
    await call(service, 'POST', '/conversations', { token });
    for (const wrong of ['x', '-1', '%00', 'x'.repeat(65)])
      expect(await refusal(`${address}&watermark=${wrong}`)).toMatchObject({ status: 400, code: 'BadArgument' });
  });

  test('to pages of other sites', async () => {
    const chat = await begin(service);
    for (const Origin of ['https://evil.example', 'null', 'http://avisa.example', 'https://avisa.example.evil.example'])
      expect(await refusal(chat.streamUrl, { Origin })).toMatchObject({ status: 403, code: 'OriginNotAllowed' });
    expect(await refusal(chat.streamUrl, { Origin: 'https://svar.example' })).toMatchObject({ status: 403 });
    for (const Origin of ['https://avisa.example', service.address])
      expect(textsOf(await listen(chat.streamUrl, { Origin }).next())).toEqual(['Velkommen.']);
  });

  test('not to pages of the public address, whatever host a proxy asks for', async () => {
    await replace({ publicUrl: 'https://svar.example/bot' });
    const { streamUrl } = await begin(service);
    const { pathname, search } = new URL(streamUrl);
    const address = service.address.replace('http', 'ws') + pathname.replace('/bot', '') + search;
    expect(textsOf(await listen(address, { Origin: 'https://svar.example' }).next())).toEqual(['Velkommen.']);
  });

  test('where there is no room', async () => {
    await replace({ mostStreams: 1 });
    const chat = await begin(service);
    const first = listen(chat.streamUrl);
    await first.next();
    expect(await refusal(chat.streamUrl)).toEqual({ status: 503, code: 'ServiceError', retryAfter: '30' });
    first.socket.close();
    await first.closed;
    await listen(chat.streamUrl).next();
  });

  test('to who opens one after the other', async () => {
    await replace({ messageLimit: countingLimit(1) });
    const chat = await begin(service);
    await listen(chat.streamUrl).next();
    expect(await refusal(chat.streamUrl)).toEqual({ status: 429, code: 'TooManyRequests', retryAfter: '7' });
    const other = await begin(service);
    await listen(other.streamUrl).next();
  });

  test.each(['/', '/v3/directline/conversations', '/v3/directline/conversations/a/b/stream', '//', '/%'])(
    'at %s, where there is none',
    async (path) => {
      expect(await refusal(service.address.replace('http', 'ws') + path)).toMatchObject({
        status: 404,
        code: 'NotFound',
      });
    },
  );

  test('in what is no handshake of a WebSocket, or with another method', async () => {
    const { streamUrl } = await begin(service);
    const { pathname, search, port, hostname } = new URL(streamUrl);
    const status = (method: string, upgrade: string) =>
      new Promise((resolve, reject) => {
        const headers = { Connection: 'Upgrade', Upgrade: upgrade, 'Sec-WebSocket-Version': '13' };
        request({ hostname, port, path: pathname + search, method, headers }, (response) => {
          response.resume();
          resolve(response.statusCode);
        })
          .on('error', reject)
          .end();
      });
    expect([await status('GET', 'h2c'), await status('POST', 'websocket'), await status('GET', 'websocket')]).toEqual([
      404, 405, 400,
    ]);
  });
});
