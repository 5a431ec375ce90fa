import { ConnectionStatus } from 'botframework-directlinejs';
import { RENEWAL, RETRY, connect } from './official-client.js';
import { type Service, begin, call, countingLimit, message, serveDirectLine } from './service.js';

const { Uninitialized, Connecting, Online, ExpiredToken, FailedToConnect, Ended } = ConnectionStatus;
const HALF_HOUR = 30 * 60_000;

let service: Service;
let chat: ReturnType<typeof connect>;

async function open(webSocket: boolean, ...how: Parameters<typeof serveDirectLine>) {
  service = await serveDirectLine(...how);
  const { token } = (await call(service, 'POST', '/tokens/generate')).json;
  chat = connect(service.domain, token, webSocket);
}
afterEach(async () => {
  chat.end();
  await service.stop();
});

const own = () => ({ id: String(Reflect.get(chat.client, 'conversationId')), token: String(chat.token()) });
/** Says something by itself, as from another page of the same person. */
const say = (text: string) =>
  call(service, 'POST', `/conversations/${own().id}/activities`, { token: own().token, body: message(text) });

describe.each([
  ['WebSocket', true],
  ['polling', false],
])('the official client by %s', (_, webSocket) => {
  test('connects, posts, and receives everything once and in order', async () => {
    await open(webSocket);
    const asked = Array.from({ length: 10 }, (__, at) => `Spørsmål ${at}`);
    for (const text of asked) expect(await chat.post(text)).toMatch(/\|\d{7}$/);
    await chat.until(() => chat.activities.length >= 21);
    const answer = 'Her er ordrette sitater om heroinassistert behandling.';
    expect(chat.texts()).toEqual(['Velkommen.', ...asked.flatMap((text) => [text, answer])]);
    expect(new Set(chat.activities.map(({ id }) => id)).size).toBe(21);
    expect(chat.statuses).toEqual([Uninitialized, Connecting, Online]);
    expect(chat.sockets).toHaveLength(webSocket ? 1 : 0);
  });

  test('renews its token and goes on', async () => {
    await open(webSocket);
    await chat.until(() => chat.activities.length === 1);
    for (let times = 0; times < 3; times += 1) {
      const before = chat.token();
      service.clock.time += RENEWAL;
      await chat.pass(RENEWAL);
      while (chat.token() === before) await new Promise(setImmediate);
    }
    await chat.post('Hei');
    await chat.until(() => chat.activities.length === 3);
    expect(chat.statuses).toEqual([Uninitialized, Connecting, Online]);
    expect(chat.sockets).toHaveLength(webSocket ? 1 : 0);
  });

  test('goes on with a new token after the old one ran out', async () => {
    await open(webSocket);
    await chat.until(() => chat.activities.length === 1);
    const { id } = own();
    service.clock.time += HALF_HOUR;
    expect(await chat.post('Hei')).toBe('retry');
    expect(chat.statuses).toContain(ExpiredToken);
    const { token } = service.tokens.issue({ conversation: id, user: 'dl_x', since: service.clock.time });
    const { json } = await call(service, 'GET', `/conversations/${id}?watermark=1`, { token });
    chat.client.reconnect(json);
    await chat.until(() => chat.statuses.at(-1) === Online);
    expect(await chat.post('Hei igjen')).toMatch(/\|\d{7}$/);
    if (webSocket) await chat.pass(RETRY);
    await chat.until(() => chat.texts().includes('Hei igjen'));
    expect(chat.texts().filter((text) => text === 'Velkommen.')).toHaveLength(1);
  });

  test('is told of a token that is no good', async () => {
    service = await serveDirectLine();
    chat = connect(service.domain, 'x.y', webSocket);
    await chat.until(() => chat.errors.length > 0);
    expect(chat.statuses).toEqual([Uninitialized, Connecting, FailedToConnect]);
    expect(chat.errors).toMatchObject([{ status: 403, xhr: { response: { error: { code: 'BadArgument' } } } }]);
  });

  test('is told that it asks too often', async () => {
    await open(webSocket, { messageLimit: countingLimit(1) });
    await chat.until(() => chat.activities.length === 1);
    await chat.post('Hei');
    // It would wait for Retry-After first, but lacks the operator for that; either way it may try again.
    expect(await chat.post('Hei')).toBe('retry');
    expect(service.bot.heard).toHaveLength(1);
  });

  test('may try again when a turn failed or the server is gone', async () => {
    await open(webSocket);
    await chat.until(() => chat.activities.length === 1);
    expect(await chat.post('krasj')).toBe('retry');
    await service.stop();
    expect(await chat.post('Hei')).toBe('retry');
  });

  test('is told that the conversation ended', async () => {
    await open(webSocket, {}, { conversations: 1 });
    await chat.until(() => chat.activities.length === 1);
    await begin(service);
    if (webSocket) {
      service.pass(15_000);
      await chat.pass(RETRY);
      await chat.until(() => chat.errors.length > 0);
      expect(chat.errors).toEqual([new Error('conversation ended')]);
    } else await chat.until(() => chat.statuses.at(-1) === Ended);
    await expect(chat.post('Hei')).rejects.toBeDefined();
  });
});

describe('the official client', () => {
  test('receives exactly what it missed while its socket was cut', async () => {
    await open(true);
    await chat.until(() => chat.activities.length === 1);
    for (let cuts = 1; cuts <= 3; cuts += 1) {
      chat.sockets.at(-1)?.terminate();
      await say(`Spørsmål ${cuts}`);
      expect(chat.activities).toHaveLength(2 * cuts - 1);
      await chat.pass(RETRY);
      await chat.until(() => chat.activities.length >= 2 * cuts + 1);
    }
    await say('Til slutt');
    await chat.until(() => chat.activities.length >= 9);
    expect(chat.texts().filter((_, at) => at % 2 === 1)).toEqual([
      'Spørsmål 1',
      'Spørsmål 2',
      'Spørsmål 3',
      'Til slutt',
    ]);
    expect(new Set(chat.activities.map(({ id }) => id)).size).toBe(9);
    expect(chat.sockets).toHaveLength(4);
  });

  test('goes on when a server stops and another has the log', async () => {
    await open(true);
    await chat.until(() => chat.activities.length === 1);
    service.directLine.close();
    await say('Spørsmål');
    const { log, tokens } = service;
    const other = await serveDirectLine({ log, tokens });
    Reflect.set(chat.client, 'domain', other.domain);
    await chat.pass(RETRY);
    await chat.until(() => chat.activities.length >= 3);
    expect(chat.texts()[1]).toBe('Spørsmål');
    chat.end();
    await other.stop();
  });
});
