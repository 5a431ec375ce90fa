import { Agent, request } from 'node:http';
import fc from 'fast-check';
import { createTokens } from '../../../src/channels/direct-line/tokens.js';
import { SERVER_SECRET, begin, call, listen, message, serveDirectLine } from './service.js';

const REQUESTS = 10_000;
const VICTIMS = 5;
const BEAT = 15_000;
/** What everything of the victims' holds: their questions, and by its number each answer. */
const SECRET = 'kanarifugl';

/** A token that is none any more: one character is another one, or something is missing, added or swapped. */
const breakings: readonly ((token: string, at: number, character: string) => string)[] = [
  (token, at, character) => token.slice(0, at) + character + token.slice(at + 1),
  (token, at) => token.slice(0, at),
  (token, at) => token.slice(at),
  (token, at, character) => token.slice(0, at) + character + token.slice(at),
  (token) => token.split('.').toReversed().join('.'),
  (token) => `${token.split('.')[0]}.`,
  (token) => token.toUpperCase(),
  (token) => `${token}.${token}`,
];

const asked = fc.record({
  as: fc.constantFrom('GET', 'GET', 'POST', 'POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS', 'stream', 'stream'),
  route: fc.constantFrom(
    '/conversations/ID/activities',
    '/conversations/ID/activities',
    '/conversations/ID',
    '/conversations',
    '/conversations/ID/stream',
    '/conversations/ID/upload',
    '/tokens/refresh',
    '/tokens/generate',
    '/session/getsessionid',
  ),
  id: fc.constantFrom('victim', 'victim', 'victim', 'own', 'prefix', 'climbing', 'encoded', 'list', 'odd'),
  token: fc.constantFrom('own', 'own', 'broken', 'broken', 'broken', 'forged', 'expired', 'stitched', 'none', 'odd'),
  where: fc.constantFrom('header', 'header', 'query', 'both', 'Basic'),
  victim: fc.nat(VICTIMS - 1),
  breaking: fc.nat(breakings.length - 1),
  at: fc.nat(200),
  character: fc.constantFrom('A', 'Q', 'g', 'w', '0', '9', '-', '_', '.', '=', '/', '+', ' ', '%'),
  odd: fc.string({ maxLength: 40 }),
  watermark: fc.option(fc.oneof(fc.constantFrom('', '-', '0', '1', '999'), fc.string({ maxLength: 12 }))),
  body: fc.oneof(
    fc.constantFrom<unknown>({}, null, { type: 'message', text: 'hei' }, { type: 'event', name: 'x' }),
    fc.record({ type: fc.constantFrom('message', 'typing', 'event', ''), text: fc.string(), from: fc.object() }),
    fc.jsonValue(),
  ),
});
type Asked = typeof asked extends fc.Arbitrary<infer Value> ? Value : never;

async function setUp() {
  const service = await serveDirectLine();
  const { clock, log } = service;
  const victims = [];
  for (let count = 0; count < VICTIMS; count += 1) {
    const chat = await begin(service);
    await call(service, 'POST', chat.path, { token: chat.token, body: message(`${SECRET} ${count}`) });
    await log.append(chat.id, { type: 'message', text: `${SECRET} svar ${count}` }, null);
    victims.push(chat);
  }
  const own = await begin(service);
  const forger = createTokens({ secret: 'another secret', now: () => clock.time });
  const earlier = createTokens({ secret: SERVER_SECRET, now: () => clock.time - 3_600_000 });
  return { ...service, service, victims, own, forger, earlier };
}
type World = Awaited<ReturnType<typeof setUp>>;

function idOf({ victims, own }: World, { id, victim, odd }: Asked): string {
  const theirs = victims[victim]?.id ?? '';
  const ids: Readonly<Record<Asked['id'], string>> = {
    victim: theirs,
    own: own.id,
    prefix: theirs.slice(0, -1),
    climbing: `${own.id}/../${theirs}`,
    encoded: Array.from(theirs, (character) => `%${character.charCodeAt(0).toString(16)}`).join(''),
    list: `${own.id},${theirs}`,
    odd: encodeURIComponent(odd.toWellFormed()) || '-',
  };
  return ids[id];
}

/** What opens a stream is a ticket; what opens the rest, a token. */
function tokenOf(world: World, { as, token, victim, breaking, at, character, odd }: Asked): string | null {
  const isStream = as === 'stream';
  const held = (chat: World['own']) => (isStream ? (new URL(chat.streamUrl).searchParams.get('t') ?? '') : chat.token);
  const issued = (by: World['forger']) => (isStream ? by.issueTicket(theirGrant) : by.issue(theirGrant).token);
  const theirs = world.victims[victim] ?? world.own;
  const theirGrant = { conversation: theirs.id, user: 'dl_x', since: world.clock.time };
  const good = held(theirs);
  const [payload = ''] = good.split('.');
  const broken = breakings[breaking]?.(good, at % good.length, character) ?? '';
  const tokens: Readonly<Record<Asked['token'], () => string | null>> = {
    own: () => held(world.own),
    // Space before a token is the header's, not the token's (RFC 9110, 11.4): nothing is broken.
    broken: () => (broken.trim() === good ? '' : broken),
    forged: () => issued(world.forger),
    expired: () => issued(world.earlier),
    stitched: () => `${payload}.${held(world.own).split('.')[1]}`,
    none: () => null,
    odd: () => odd,
  };
  return tokens[token]();
}

const agent = new Agent({ keepAlive: true, maxSockets: 4 });
let place: World;
beforeAll(async () => {
  place = await setUp();
});
afterAll(async () => {
  agent.destroy();
  await place.service.stop();
});

/** What comes back, the path being sent as it is written. */
function rest(world: World, method: string, path: string, headers: Record<string, string>, body: unknown) {
  return new Promise<{ status: number; text: string }>((resolve, reject) => {
    const { hostname, port } = new URL(world.address);
    const json = method === 'GET' || method === 'HEAD' ? '' : JSON.stringify(body);
    const length = { 'Content-Type': 'application/json', 'Content-Length': String(Buffer.byteLength(json)) };
    const options = { hostname, port, path, method, agent, headers: { ...headers, ...(json === '' ? {} : length) } };
    const asking = request(options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          text: Buffer.concat(chunks).toString() + JSON.stringify(response.headers),
        }),
      );
    });
    asking.on('error', reject);
    asking.end(json);
  });
}

/** Everything that comes over a WebSocket up to the first keep-alive, or why there is none. */
async function stream(world: World, path: string, headers: Record<string, string>) {
  const listening = listen(`${world.address.replace('http', 'ws')}${path}`, headers);
  const refused = await Promise.race([listening.opened.then(() => null), listening.refusal]);
  if (refused) return { status: refused.status, text: JSON.stringify(refused.json) };
  world.service.pass(BEAT);
  let all = '';
  for (let text = await listening.text(); text !== ''; text = await listening.text()) all += text;
  listening.socket.terminate();
  await listening.closed;
  return { status: 101, text: all };
}

async function ask(world: World, what: Asked) {
  const { as, route, where, watermark, body } = what;
  const token = tokenOf(world, what);
  const query = new URLSearchParams(watermark === null ? {} : { watermark: watermark.toWellFormed() });
  if (token !== null && where !== 'header' && where !== 'Basic') query.set('t', token.toWellFormed());
  const printable = token?.replaceAll(/[^ -~]/g, '?') ?? '';
  const scheme = where === 'Basic' ? 'Basic' : 'Bearer';
  const headers: Record<string, string> = {};
  if (token !== null && where !== 'query') headers['Authorization'] = `${scheme} ${printable}`;
  const goal = as === 'stream' ? '/conversations/ID/stream' : route;
  const path = `/v3/directline${goal.replace('ID', () => idOf(world, what))}?${query.toString()}`;
  return as === 'stream' ? stream(world, path, headers) : rest(world, as, path, headers, body);
}

test(`${REQUESTS} requests with other people's ids and broken tokens show nothing of theirs, and break nothing`, async () => {
  const seen = new Map<number, number>();
  const property = fc.asyncProperty(asked, async (what) => {
    const { status, text } = await ask(place, what);
    seen.set(status, (seen.get(status) ?? 0) + 1);
    expect(text).not.toContain(SECRET);
    for (const { token, id } of place.victims) {
      expect(text).not.toContain(token);
      // An address that names somebody's conversation is not repeated either.
      if (what.as === 'stream' || status >= 400) expect(text).not.toContain(`"${id}"`);
    }
    expect(status).toBeLessThan(500);
  });
  await fc.assert(property, { numRuns: REQUESTS, endOnFailure: true });

  // The requests reached what they were to reach, and what was to be hidden was there to be seen.
  for (const status of [101, 200, 400, 401, 403, 404, 405])
    expect([status, seen.get(status)]).not.toEqual([status, undefined]);
  for (const [count, { path, token, streamUrl }] of place.victims.entries()) {
    const { json } = await call(place.service, 'GET', path, { token });
    expect(json.activities).toHaveLength(4);
    expect(JSON.stringify(json)).toContain(`${SECRET} svar ${count}`);
    expect(JSON.stringify(await listen(streamUrl).next())).toContain(`${SECRET} svar ${count}`);
  }
  expect(place.reported).toEqual([]);
}, 300_000);
