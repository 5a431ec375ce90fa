import { type Call, type Service, begin as beginIn, call as callTo, message, serveDirectLine } from './service.js';

let world: Service;

beforeEach(async () => {
  world = await serveDirectLine();
});
afterEach(() => world.stop());

const call = (method: string, path: string, options?: Call) => callTo(world, method, path, options);
const begin = (body?: unknown) => beginIn(world, body);

describe('tokens and conversations', () => {
  test('a token is given without a secret and opens one new conversation', async () => {
    const one = (await call('POST', '/tokens/generate', { body: {} })).json;
    const other = (await call('POST', '/tokens/generate')).json;
    expect(one).toEqual({ conversationId: expect.any(String), token: expect.any(String), expires_in: 1800 });
    expect(other.conversationId).not.toBe(one.conversationId);
    const started = await call('POST', '/conversations', { token: one.token });
    expect(started.status).toBe(201);
    expect(started.json).toEqual({
      conversationId: one.conversationId,
      token: expect.any(String),
      expires_in: 1800,
      streamUrl: expect.stringContaining(
        `${world.domain.replace('http', 'ws')}/conversations/${one.conversationId}/stream?`,
      ),
    });
    expect(started.headers.get('cache-control')).toBe('no-store');
  });

  test('a conversation is welcomed exactly once, in the language asked for', async () => {
    const { id, token } = await begin({ locale: 'nn-NO' });
    expect((await call('POST', '/conversations', { token, body: { locale: 'en' } })).status).toBe(200);
    await call('POST', `/conversations/${id}/activities`, { token, body: { type: 'conversationUpdate' } });
    await call('POST', `/conversations/${id}/activities`, {
      token,
      body: { type: 'event', name: 'startConversation' },
    });
    expect(world.bot.welcomed).toEqual(['nn-NO']);
    const { json } = await call('GET', `/conversations/${id}/activities`, { token });
    expect(json.activities[0]).toMatchObject({ type: 'message', text: 'Velkommen.', from: { role: 'bot' } });
    expect(json.activities.filter(({ type }: { type: string }) => type === 'message')).toHaveLength(1);
  });

  test('a locale that cannot be read is none', async () => {
    await begin({ locale: '<script>' });
    await begin({ locale: 7 });
    await begin({ locale: null });
    expect(world.bot.welcomed).toEqual([null, null, null]);
  });

  test('a token can be renewed, and the old one runs out', async () => {
    const { id, token } = await begin();
    world.clock.time += 20 * 60_000;
    const renewed = await call('POST', '/tokens/refresh', { token });
    expect(renewed.json).toMatchObject({ conversationId: id, expires_in: 1800 });
    world.clock.time += 20 * 60_000;
    expect(await call('GET', `/conversations/${id}`, { token })).toMatchObject({
      status: 403,
      json: { error: { code: 'TokenExpired' } },
    });
    expect((await call('POST', '/tokens/refresh', { token })).status).toBe(403);
    const again = await call('GET', `/conversations/${id}?watermark=-`, { token: renewed.json.token });
    expect(again).toMatchObject({ status: 200, json: { conversationId: id } });
    expect(again.json.streamUrl).toContain('/stream?watermark=-&t=');
  });
});

const guarded = [
  ['POST', '/tokens/refresh'],
  ['POST', '/conversations'],
  ['GET', '/conversations/ID'],
  ['GET', '/conversations/ID/activities'],
  ['POST', '/conversations/ID/activities'],
] as const;

describe.each(guarded)('%s %s', (method, path) => {
  const own = (id: string) => path.replace('ID', id);

  test('asks for a token', async () => {
    const { id } = await begin();
    expect(await call(method, own(id))).toMatchObject({ status: 401, json: { error: { code: 'BadArgument' } } });
    const basic = await call(method, own(id), { headers: { Authorization: 'Basic eDp5' } });
    expect(basic.status).toBe(401);
  });

  test('refuses a token that is not ours', async () => {
    const { id, token } = await begin();
    const [payload = ''] = token.split('.');
    for (const wrong of ['x', `${payload}.x`, `${token}x`])
      expect(await call(method, own(id), { token: wrong })).toMatchObject({
        status: 403,
        json: { error: { code: 'BadArgument' } },
      });
  });

  test('refuses a token that has run out', async () => {
    const { id, token } = await begin();
    world.clock.time += 30 * 60_000;
    expect(await call(method, own(id), { token })).toMatchObject({
      status: 403,
      json: { error: { code: 'TokenExpired' } },
    });
  });

  test('knows no other method', async () => {
    const { id, token } = await begin();
    const refused = await call('PUT', own(id), { token, body: {} });
    expect(refused.status).toBe(405);
    expect(refused.headers.get('allow')).toContain(method);
  });
});

describe.each(guarded.filter(([, path]) => path.includes('ID')))('%s %s', (method, path) => {
  const body = method === 'POST' ? { body: message('hei') } : {};

  test('refuses a token of another conversation, whether or not it exists', async () => {
    const { token } = await begin();
    const { id: other } = await begin();
    for (const id of [other, 'nowhere', '__proto__'])
      expect((await call(method, path.replace('ID', id), { token, ...body })).status).toBe(403);
    expect(world.bot.heard).toEqual([]);
  });

  test('does not know a conversation that was not started', async () => {
    const { conversationId, token } = (await call('POST', '/tokens/generate')).json;
    const answered = await call(method, path.replace('ID', conversationId), { token, ...body });
    expect(answered).toMatchObject({ status: 404, json: { error: { code: 'BadArgument' } } });
  });
});

describe('activities', () => {
  test('a question is echoed as its sender and answered', async () => {
    const { id, token } = await begin();
    const path = `/conversations/${id}/activities`;
    const posted = await call('POST', path, { token, body: { ...message('Hva mener Frp?', 'k1'), locale: 'nb-NO' } });
    expect(posted.json).toEqual({ id: `${id}|0000002` });
    const { activities, watermark } = (await call('GET', path, { token })).json;
    expect(watermark).toBe('3');
    expect(activities[1]).toEqual({
      type: 'message',
      id: `${id}|0000002`,
      timestamp: '2026-11-22T00:00:00.000Z',
      channelId: 'directline',
      from: { id: expect.stringMatching(/^dl_/), role: 'user' },
      conversation: { id },
      text: 'Hva mener Frp?',
      textFormat: 'plain',
      locale: 'nb-NO',
      channelData: { clientActivityID: 'k1' },
    });
    expect(activities[2]).toMatchObject({ replyToId: `${id}|0000002`, from: { role: 'bot' } });
    expect(activities[2].text).toContain(`[1]: <${world.address}/kilder/frp/rusomsorg?t=120-180#t> "Rusomsorg"`);
    const { user, ...where } = world.bot.heard[0]?.speaker ?? {};
    expect(where).toEqual({ channel: 'directline', conversation: id, thread: null });
    expect(user).toBe(activities[1].from.id);
    expect(world.bot.heard[0]?.message).toEqual({ text: 'Hva mener Frp?', locale: 'nb-NO' });
  });

  test('a watermark gives what is new', async () => {
    const { id, token } = await begin();
    const path = `/conversations/${id}/activities`;
    const count = async (watermark: string) =>
      (await call('GET', `${path}?watermark=${watermark}`, { token })).json.activities.length;
    await call('POST', path, { token, body: message('hei') });
    expect([await count(''), await count('-'), await count('1'), await count('3'), await count('999')]).toEqual([
      3, 3, 2, 0, 0,
    ]);
    for (const wrong of ['x', '-1', '1.5', '99999999999', '1&watermark=2'])
      expect((await call('GET', `${path}?watermark=${wrong}`, { token })).status).toBe(400);
  });

  test('a message that comes twice is answered once', async () => {
    const { id, token } = await begin();
    const path = `/conversations/${id}/activities`;
    const first = await call('POST', path, { token, body: message('hei', 'k1') });
    const second = await call('POST', path, { token, body: message('hei', 'k1') });
    expect(second.json).toEqual(first.json);
    expect(world.bot.heard).toHaveLength(1);
    await call('POST', path, { token, body: message('hei') });
    await call('POST', path, { token, body: message('hei') });
    expect(world.bot.heard).toHaveLength(3);
  });

  test('what is to be erased is gone from the log, and the conversation goes on', async () => {
    const { id, token } = await begin();
    const path = `/conversations/${id}/activities`;
    await call('POST', path, { token, body: message('Hva mener Frp?') });
    const before = (await call('GET', path, { token })).json;
    await call('POST', path, { token, body: message('slett') });
    const all = (await call('GET', path, { token })).json;
    expect(JSON.stringify(all)).not.toContain('Hva mener Frp?');
    expect(all.activities).toHaveLength(1);
    const later = (await call('GET', `${path}?watermark=${before.watermark}`, { token })).json;
    expect(later.activities).toEqual(all.activities);
  });

  test('a turn that fails is told, not logged in words, and can be tried again', async () => {
    const { id, token } = await begin();
    const path = `/conversations/${id}/activities`;
    const failed = await call('POST', path, { token, body: message('krasj', 'k1') });
    expect(failed).toMatchObject({ status: 502, json: { error: { code: 'BotError' } } });
    expect(JSON.stringify(failed.json)).not.toContain('krasj');
    expect(world.reported).toEqual(['Direct Line: a turn failed (Error)']);
    await call('POST', path, { token, body: message('krasj', 'k1') });
    expect(world.bot.heard).toHaveLength(2);
  });

  test('more messages than a person can type wait no longer than the limit', async () => {
    const { id, token } = await begin();
    const path = `/conversations/${id}/activities`;
    const posts = Array.from({ length: 11 }, () => call('POST', path, { token, body: message('vent') }));
    expect(await Promise.race(posts)).toMatchObject({ status: 429, json: { error: { code: 'TooManyRequests' } } });
    world.bot.letGo();
    const statuses = (await Promise.all(posts)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(10);
    expect(statuses.filter((status) => status === 429)).toHaveLength(1);
  });

  test('typing is taken and forgotten, an event is echoed without an answer', async () => {
    const { id, token } = await begin();
    const path = `/conversations/${id}/activities`;
    expect((await call('POST', path, { token, body: { type: 'typing' } })).status).toBe(200);
    await call('POST', path, {
      token,
      body: { type: 'event', name: 'webchat/join', value: { secret: 1 }, entities: [{}] },
    });
    const { activities } = (await call('GET', path, { token })).json;
    expect(activities).toHaveLength(2);
    expect(activities[1]).toMatchObject({ type: 'event', name: 'webchat/join' });
    expect(activities[1]).not.toHaveProperty('value');
    expect(world.bot.heard).toEqual([]);
  });

  test('what cannot be read is refused, and nothing of it is repeated', async () => {
    const { id, token } = await begin();
    const path = `/conversations/${id}/activities`;
    const wrong: unknown[] = [
      {},
      [],
      { type: 7 },
      { type: 'message', text: { evil: 1 } },
      { type: 'message', text: 'x'.repeat(32_001) },
      { type: 'message', channelData: { clientActivityID: 'x'.repeat(129) } },
      { type: 'message', channelData: 'evil' },
    ];
    for (const body of wrong) {
      const refused = await call('POST', path, { token, body });
      expect(refused).toMatchObject({ status: 400, json: { error: { code: 'BadSyntax' } } });
      expect(JSON.stringify(refused.json)).not.toContain('evil');
    }
    for (const raw of ['{', '"text"', 'null', '{"type":"message",}'])
      expect((await call('POST', path, { token, raw })).status).toBe(400);
    expect((await call('POST', '/conversations', { token, raw: '{' })).json.error.code).toBe('BadSyntax');
    expect((await call('POST', '/conversations', { token, body: [] })).status).toBe(400);
    expect(world.bot.heard).toEqual([]);
  });

  test('odd but readable messages are turns like any other', async () => {
    const { id, token } = await begin();
    const odd = ['', '\ud800', '\u202Eabc', '\u0000', '{"__proto__":{"x":1}}', 'x'.repeat(32_000)];
    for (const text of odd)
      expect((await call('POST', `/conversations/${id}/activities`, { token, body: message(text) })).status).toBe(200);
    const without = { type: 'message', locale: null, text: null, channelData: null, entities: [{ noType: 1 }] };
    expect((await call('POST', `/conversations/${id}/activities`, { token, body: without })).status).toBe(200);
    expect(world.bot.heard.map(({ message: { text } }) => text)).toEqual([...odd, '']);
  });

  test('a body above 64 KB is refused', async () => {
    const { id, token } = await begin();
    const refused = await call('POST', `/conversations/${id}/activities`, { token, body: message('x'.repeat(65_536)) });
    expect(refused).toMatchObject({ status: 413, json: { error: { code: 'TooLarge' } } });
  });
});

describe('pages that may call', () => {
  const asking = (origin: string, method = 'POST') =>
    call(method, '/tokens/generate', { headers: { Origin: origin, 'Access-Control-Request-Method': 'POST' } });

  test('are those of this host and the allowed ones', async () => {
    for (const origin of [world.address, world.address.replace('http:', 'https:'), 'https://avisa.example']) {
      const answered = await asking(origin);
      expect(answered.status).toBe(200);
      expect(answered.headers.get('access-control-allow-origin')).toBe(origin);
      expect(answered.headers.get('vary')).toContain('Origin');
    }
  });

  test('are no others', async () => {
    const others = ['https://evil.example', 'null', 'http://avisa.example', 'https://avisa.example.evil.example', ''];
    for (const origin of others) {
      const refused = await asking(origin);
      expect(refused).toMatchObject({ status: 403, json: { error: { code: 'OriginNotAllowed' } } });
      expect(refused.headers.get('access-control-allow-origin')).toBeNull();
    }
  });

  test('get an answer to their preflight', async () => {
    const allowed = await asking('https://avisa.example', 'OPTIONS');
    expect(allowed.status).toBe(204);
    const headers = allowed.headers.get('access-control-allow-headers')?.toLowerCase().split(', ');
    // What the official client sends.
    expect(headers).toEqual(
      expect.arrayContaining(['authorization', 'content-type', 'x-ms-bot-agent', 'x-requested-with']),
    );
    expect((await asking('https://evil.example', 'OPTIONS')).status).toBe(403);
  });
});
