import { randomUUID } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import express from 'express';
import type { Registration, TeamsAccess } from '../../src/channels/teams/access.js';
import { createTeams } from '../../src/channels/teams/teams.js';
import { createApp } from '../../src/server.js';
import { createDeliveries } from '../../src/state/deliveries.js';
import { createSentMessages } from '../../src/state/sent-messages.js';
import { serve } from '../serve.js';
import { openInternet, OWN_TOKEN } from './internet.js';
import { APP, confused, SERVICE, signer, TENANT, unsigned, withHeader } from './key-server.js';
import { fakeBot } from './sample.js';

const TENANT_ISSUER = `https://login.microsoftonline.com/${TENANT}/v2.0`;
const REGISTRATION: Registration = { clientId: APP, clientSecret: 'secret', tenantId: TENANT };
const TEXT = 'Hva mener partiene om hemmeligheten min?';

// Keys of Microsoft's, and one that is not.
const connectors = signer('connectors');
const tenants = signer('tenants');
const strangers = signer('strangers');

const activity = (change: Record<string, unknown> = {}) => ({
  type: 'message',
  id: randomUUID(),
  channelId: 'msteams',
  serviceUrl: SERVICE,
  conversation: { id: 'a:1' },
  from: { id: '29:kari' },
  recipient: { id: '28:bot' },
  text: TEXT,
  ...change,
});

interface Asked {
  /** More than one: so many headers of the same name. */
  readonly authorization?: string | readonly string[];
  readonly body?: string | Buffer | object;
  readonly method?: string;
  readonly path?: string;
  readonly type?: string | null;
}
interface Refused {
  readonly status: number;
  readonly text: string;
  readonly type: string;
}

/** The whole service, with the world outside on loopback. Everything that is built is built here. */
async function setUp(options: { access?: TeamsAccess; replySeconds?: number } = {}) {
  const { access = { kind: 'registered', registration: REGISTRATION }, replySeconds = 9 } = options;
  const internet = await openInternet();
  stopping.push(internet.stop);
  internet.publish([connectors], [tenants]);
  const bot = fakeBot();
  const reported: string[] = [];
  let time = 0;
  const now = () => time;
  const report = (line: string) => void reported.push(line);
  const teams = createTeams({
    bot,
    access,
    publicUrl: null,
    now,
    isFirst: async () => true,
    once: createDeliveries({ now, minutes: 15 }).once,
    sent: createSentMessages({ now, minutes: 60 }),
    keyOf: (ids) => JSON.stringify(ids),
    countFeedback: () => undefined,
    report,
    replySeconds,
    typingMilliseconds: 60_000,
  });
  const app = createApp({
    health: () => ({ version: '0', documents: 0, parties: 0 }),
    pages: {
      home: () => '',
      sources: () => '',
      source: () => null,
      excerpt: () => null,
      notFound: () => '',
      demo: () => '',
    },
    widgetFolder: '/nowhere',
    allowedOrigins: [],
    directLine: express.Router(),
    teams: teams.router,
    report,
  });
  const { address, stop } = await serve(app);
  stopping.push(stop);

  /** Over plain HTTP: `fetch` would mend some of what is wrong. */
  function post({ authorization = [], body = activity(), method = 'POST', path = '', type }: Asked): Promise<Refused> {
    const sent = typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body);
    const headers = [
      ...[authorization].flat().flatMap((value) => ['Authorization', value]),
      ...(type === null ? [] : ['Content-Type', type ?? 'application/json']),
      'Content-Length',
      String(Buffer.byteLength(sent)),
      'Connection',
      'close',
      'Host',
      new URL(address).host,
    ];
    return new Promise((resolve, reject) => {
      const asking = httpRequest(`${address}/api/messages${path}`, { method, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString();
          resolve({ status: response.statusCode ?? 0, text, type: response.headers['content-type'] ?? '' });
        });
      });
      asking.on('error', reject);
      asking.end(sent);
    });
  }
  const pass = (seconds: number) => (time += seconds * 1_000);
  return { post, bot, internet, reported, pass };
}
type Service = Awaited<ReturnType<typeof setUp>>;

const stopping: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(stopping.splice(0).map((stop) => stop()));
});

const bearer = (token: string) => `Bearer ${token}`;
const right = (change?: Record<string, unknown>) => bearer(connectors.token(change));

/** Refused in the shape of all our errors, without a word of how things are inside. */
function expectRefusal({ status, text, type }: Refused, statuses: readonly number[] = [400, 401, 403]) {
  expect(statuses).toContain(status);
  expect(type).toMatch(/^application\/json/);
  const { error, ...rest } = JSON.parse(text);
  expect([Object.keys(rest), Object.keys(error)]).toEqual([[], ['code', 'message']]);
  for (const secret of [
    / at .*:\d+/,
    /node_modules|\/src\//,
    /microsoftonline|botframework\.com/,
    /eyJ/,
    /secret|hemmelig/,
  ])
    expect(text).not.toMatch(secret);
}

/** Nobody was asked, nothing was answered, nothing was given away. */
function expectNothingSent({ bot, internet, reported }: Service) {
  expect([bot.heard, internet.arrived, internet.evil.requests]).toEqual([[], [], []]);
  expect(internet.sent.filter(({ address }) => !address.endsWith('keys'))).toEqual([]);
  expect(reported.filter((line) => /hemmelig|secret|eyJ|kari/.test(line))).toEqual([]);
}

/** What is right is still answered: the refusal was for what was wrong. */
async function expectAnswer({ post }: Service) {
  expect((await post({ authorization: right() })).status).toBe(200);
}

describe('a right token', () => {
  test('is answered at the connector it names, with a token of our own, which nobody else is sent', async () => {
    const service = await setUp();
    expect((await service.post({ authorization: right() })).status).toBe(200);
    const { arrived, sent, evil } = service.internet;
    expect(service.bot.heard.map(({ message }) => message.text)).toEqual([TEXT]);
    expect(arrived.length).toBeGreaterThan(0);
    for (const { path, authorization, activity: answer } of arrived) {
      expect(JSON.stringify(answer)).toContain('Si ja til heroinassistert behandling.');
      expect(path).toMatch(/^\/smba\.trafficmanager\.net\/emea\/v3\/conversations\/a:1\/activities/);
      expect(authorization).toBe(bearer(OWN_TOKEN));
    }
    expect(new Set(sent.map(({ address }) => new URL(address).hostname))).toEqual(
      new Set(['login.botframework.com', 'login.microsoftonline.com', 'smba.trafficmanager.net']),
    );
    expect([evil.requests, service.reported]).toEqual([[], []]);
  });

  test('is one that the bot got for itself, too', async () => {
    const { post, bot } = await setUp();
    const own = tenants.token({ iss: TENANT_ISSUER, azp: APP, serviceurl: undefined });
    expect((await post({ authorization: bearer(own) })).status).toBe(200);
    expect(bot.heard).toHaveLength(1);
  });

  test('may be a little early or late, as clocks differ', async () => {
    const { post } = await setUp();
    const seconds = Math.floor(Date.now() / 1_000);
    for (const times of [{ nbf: seconds + 120 }, { exp: seconds - 120 }])
      expect((await post({ authorization: right(times) })).status).toBe(200);
  });
});

const seconds = Math.floor(Date.now() / 1_000);
const evilIssuer = 'https://evil.example';
const [head = '', claims = '', signature = ''] = connectors.token().split('.');
const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;

const badTokens: readonly (readonly [string, string | readonly string[]])[] = [
  ['none', []],
  ['an empty one', ''],
  ['Basic', `Basic ${Buffer.from('user:password').toString('base64')}`],
  ['Negotiate with a right one', `Negotiate ${connectors.token()}`],
  ['no scheme', connectors.token()],
  ['the scheme alone', 'Bearer'],
  ['garbage', 'Bearer garbage'],
  ['garbage in three parts', 'Bearer a.b.c'],
  ['dots', 'Bearer ..'],
  ['five parts, as an encrypted one has', `Bearer ${head}.${claims}.${signature}.x.y`],
  ['two in one header', `Bearer ${connectors.token()}, Bearer ${connectors.token()}`],
  ['one with words behind it', `${right()} and more`],
  ['a truncated one', right().slice(0, -20)],
  ['one without its signature', `Bearer ${head}.${claims}.`],
  ['one whose claims were changed', `Bearer ${head}.${connectors.token({ name: 'x' }).split('.')[1]}.${signature}`],
  ['the wrong audience', right({ aud: TENANT })],
  ['no audience', right({ aud: undefined })],
  ['the audience of every bot', right({ aud: 'https://api.botframework.com' })],
  ['an array of wrong audiences', right({ aud: [TENANT] })],
  ['an array with ours and another audience', right({ aud: [TENANT, APP] })],
  ['an object for an audience', right({ aud: { 0: APP } })],
  ['the wrong issuer', right({ iss: TENANT_ISSUER, azp: APP })],
  ['an evil issuer, under the right key', bearer(tenants.token({ iss: evilIssuer, azp: APP }))],
  ['an issuer that begins as the right one', bearer(tenants.token({ iss: `${TENANT_ISSUER}.evil.example`, azp: APP }))],
  ['another tenant as issuer', bearer(tenants.token({ iss: TENANT_ISSUER.replace(TENANT, APP), azp: APP }))],
  ['another tenant than its issuer', bearer(tenants.token({ iss: TENANT_ISSUER, azp: APP, tid: APP }))],
  ['no issuer', right({ iss: undefined })],
  ['an array of issuers', right({ iss: ['https://api.botframework.com'] })],
  ['another app of the tenant', bearer(tenants.token({ iss: TENANT_ISSUER, azp: TENANT }))],
  ['an app of the tenant that does not say which', bearer(tenants.token({ iss: TENANT_ISSUER }))],
  ['expired', right({ exp: seconds - 3_600 })],
  ['expired a long time ago', right({ exp: 1 })],
  ['words for an expiry', right({ exp: 'never' })],
  ['not before tomorrow', right({ nbf: seconds + 86_400 })],
  ['no service address', right({ serviceurl: undefined })],
  ['null for a service address', right({ serviceurl: null })],
  ['another service address', right({ serviceurl: 'https://emea.teams.microsoft.com/' })],
  ['a service address that is none', right({ serviceurl: 'smba' })],
  ['algorithm none', bearer(unsigned('connectors', 'none'))],
  ['algorithm nOnE', bearer(unsigned('connectors', 'nOnE'))],
  ['algorithm none with a signature', `${bearer(unsigned('connectors', 'none'))}${signature}`],
  ['the public key as a secret', bearer(confused(connectors, 'pem'))],
  ['the public key as a secret, in DER', bearer(confused(connectors, 'der'))],
  ['another algorithm in the header', bearer(connectors.token({}, { alg: 'RS512' }))],
  ['an unknown key', bearer(strangers.token())],
  ['no key named', bearer(connectors.token({}, { kid: undefined }))],
  ['a wrong key under a known name', bearer(strangers.token({}, { kid: 'connectors' }))],
  ['a weak key under a known name', bearer(signer('connectors', 1_024).token())],
  [
    'a key of its own in the header',
    bearer(strangers.token({}, { jwk: strangers.publicKey.export({ format: 'jwk' }) })),
  ],
  ['an address of keys in the header', bearer(strangers.token({}, { jku: 'https://evil.example/keys' }))],
  ['a path for a key', bearer(strangers.token({}, { kid: '../../../../dev/null' }))],
  ['the name of a property for a key', bearer(strangers.token({}, { kid: '__proto__' }))],
  ['a key name of 5 KB', bearer(strangers.token({}, { kid: 'k'.repeat(5_000) }))],
  ['a header of brackets', bearer(withHeader(nested(2_000)))],
  ['deep claims', bearer(strangers.token({ deep: JSON.parse(nested(1_000)) }))],
  ['a header that is no JSON', bearer(withHeader('{"alg":"RS256"'))],
  ['a header that is null', bearer(withHeader('null'))],
  ['a bad one before a right one', ['Bearer a.b.c', right()]],
  ['a right one before a bad one', [right(), 'Bearer a.b.c']],
];

describe('a bad token', () => {
  test.each(badTokens)('is refused: %s', async (_, authorization) => {
    const service = await setUp();
    expectRefusal(await service.post({ authorization }));
    expectNothingSent(service);
    await expectAnswer(service);
  });

  test('is refused where no token belongs: in the address and in the body', async () => {
    const service = await setUp();
    const token = connectors.token();
    const form = 'application/x-www-form-urlencoded';
    expectRefusal(await service.post({ path: `?access_token=${token}` }));
    expectRefusal(await service.post({ body: activity({ access_token: token, authorization: bearer(token) }) }));
    expectRefusal(await service.post({ body: `access_token=${token}`, type: form }));
    expectNothingSent(service);
  });

  test('is refused before the body is read', async () => {
    const service = await setUp();
    for (const body of ['{', 'x'.repeat(1_000_000)]) expectRefusal(await service.post({ body }), [401]);
    expectNothingSent(service);
  });

  // Node itself refuses more than 16 KB of headers, and closes the connection.
  test.each([10_000, 15_000, 40_000])('is refused when it has %d characters', async (length) => {
    const service = await setUp();
    const { status } = await service.post({ authorization: bearer(strangers.token({}, { kid: 'k'.repeat(length) })) });
    expect([401, 431]).toContain(status);
    expectNothingSent(service);
    expect(service.internet.lookups()).toBe(0);
  });
});

describe('one thousand tokens with unknown keys within a minute', () => {
  test('cause at most ten look-ups, and hold no real sender up', async () => {
    const { post, internet, pass, bot } = await setUp();
    const issuers = [{}, { iss: TENANT_ISSUER, azp: APP }, { iss: evilIssuer, azp: APP }];
    const unknown = Array.from({ length: 1_000 }, (_, at) =>
      bearer(strangers.token(issuers[at % 3], { kid: at % 2 === 0 ? `x${at}` : 'connectors' })),
    );
    const statuses = new Set<number>();
    for (let at = 0; at < unknown.length; at += 20) {
      const some = unknown.slice(at, at + 20);
      for (const { status } of await Promise.all(some.map((authorization) => post({ authorization }))))
        statuses.add(status);
      if (at % 100 === 0) expect((await post({ authorization: right() })).status).toBe(200);
      pass(1.19);
    }
    expect(statuses).toEqual(new Set([401]));
    expect(bot.heard).toHaveLength(10);
    expect(internet.lookups()).toBeLessThanOrEqual(10);
  });
});

/** As `URL` reads them. */
const thisMachine = [
  'http://127.0.0.1:1/',
  'https://127.0.0.1/',
  'https://localhost/',
  'http://[::1]/',
  'http://0x7f000001/',
  'http://2130706433/',
  'http://0177.0.0.1/',
  'http://127.1/',
];
const elsewhere = [
  'http://smba.trafficmanager.net/emea/',
  'https://evil.example/',
  'http://evil.example/',
  'https://localhost./',
  'http://10.0.0.1/',
  'https://192.168.1.1/',
  'http://169.254.169.254/latest/meta-data/',
  'http://metadata.google.internal/',
  'https://[::ffff:127.0.0.1]/',
  'https://[fe80::1]/',
  'http://0/',
  'https://127.0.0.1.nip.io/',
  'https://smba.trafficmanager.net@evil.example/',
  'https://smba.trafficmanager.net:443@evil.example/',
  'https://evil.example#@smba.trafficmanager.net/',
  'https://evil.example?smba.trafficmanager.net/',
  'https://evil.example\\.smba.trafficmanager.net/',
  'https://user:password@smba.trafficmanager.net/',
  'https://evilbotframework.com/',
  'https://botframework.com.evil.example/',
  'https://smba-trafficmanager.net/',
  'https://evil.trafficmanager.net/',
  'https://smba.trafficmanager.net.evil.example/',
  'https://x.blob.core.windows.net/',
  'https://smba.trafficmanager.net:8443/',
  'https://smba.trafficmanager.net:80/',
  'https://botframework\u3002com.evil.example/',
  'https://evil\uFF0Eexample/',
  'https://smb\u0430.trafficmanager.net/',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'gopher://smba.trafficmanager.net/',
  'ftp://smba.trafficmanager.net/',
  '//evil.example/',
  'smba.trafficmanager.net',
  '',
  ' ',
  null,
  1,
  ['https://smba.trafficmanager.net/'],
  { href: 'https://smba.trafficmanager.net/' },
];

describe('a service address that is not a connector', () => {
  test.each([...thisMachine, ...elsewhere])('is refused, though the token names it too: %j', async (serviceUrl) => {
    const service = await setUp();
    const named = typeof serviceUrl === 'string' ? serviceUrl : SERVICE;
    expectRefusal(await service.post({ authorization: right({ serviceurl: named }), body: activity({ serviceUrl }) }));
    expectNothingSent(service);
    await expectAnswer(service);
  });

  test('is refused when it is this machine, on a port where somebody listens', async () => {
    const service = await setUp();
    const { address } = service.internet.evil;
    for (const serviceUrl of [address, address.replace('127.0.0.1', 'localhost'), `${address}/v3`])
      expectRefusal(
        await service.post({ authorization: right({ serviceurl: serviceUrl }), body: activity({ serviceUrl }) }),
      );
    expectNothingSent(service);
  });

  test('is not followed to when a connector points there', async () => {
    const { post, internet, reported } = await setUp();
    for (const status of [301, 302, 303, 307, 308]) {
      internet.answerWith(() => ({ status, location: `${internet.evil.address}/stolen` }));
      expectRefusal(await post({ authorization: right() }), [502]);
    }
    expect(internet.evil.requests).toEqual([]);
    expect(reported.join()).not.toMatch(/hemmelig|stolen/);
  });
});

// They become part of the path of a request that carries our token.
describe('an id that would change the address of the answer', () => {
  test.each(['..', '.', '%2e%2e', '.%2E', '../x', '..\\x', 'a/b', 'a%2fb', 'a?b', 'a#b', 'a b', 'a\nb', '', '\u0000'])(
    'is refused for a conversation: %j',
    async (id) => {
      const service = await setUp();
      const body = activity({ conversation: { id } });
      expectRefusal(await service.post({ authorization: right(), body }));
      expectNothingSent(service);
      await expectAnswer(service);
    },
  );

  test.each(['..', '.', '%2e%2e', '../../x', 'a/b', 'a?b', 'a#b'])(
    'changes no address for a message: %j',
    async (id) => {
      const { post, internet } = await setUp();
      await post({ authorization: right(), body: activity({ id }) });
      for (const { path } of internet.arrived)
        expect(path).toMatch(/^\/smba\.trafficmanager\.net\/emea\/v3\/conversations\/a:1\/activities(?:\/[^/]+)?$/);
    },
  );
});

describe('a body that cannot be read', () => {
  const bodies: readonly (readonly [string, number, Partial<Asked>])[] = [
    ['too large', 413, { body: activity({ text: 'x'.repeat(300_000) }) }],
    ['malformed', 400, { body: '{"type": "message"' }],
    ['empty', 400, { body: '' }],
    ['null', 400, { body: 'null' }],
    ['a list', 400, { body: '[]' }],
    ['a string', 400, { body: '"message"' }],
    ['nested deeply', 400, { body: nested(50_000) }],
    ['invalid UTF-8', 400, { body: Buffer.from([0x7b, 0xff, 0xfe, 0x7d]) }],
    ['in another encoding', 400, { body: Buffer.from('{"type":"message"}', 'utf16le') }],
    ['of another kind', 400, { type: 'text/plain' }],
    ['a form', 400, { type: 'application/x-www-form-urlencoded' }],
    ['of no kind', 400, { type: null }],
    ['in a charset that nobody knows', 415, { type: 'application/json; charset=klingon' }],
    ['without a type', 400, { body: activity({ type: undefined }) }],
    ['polluting the prototype', 400, { body: '{"__proto__": {"type": "message"}}' }],
  ];
  test.each(bodies)('is refused: %s', async (_, status, asked) => {
    const service = await setUp();
    expectRefusal(await service.post({ authorization: right(), ...asked }), [status]);
    expectNothingSent(service);
    await expectAnswer(service);
  });

  test('is read by its last word where a key stands twice, by every check alike', async () => {
    const service = await setUp();
    const doubled = JSON.stringify(activity()).replace(
      '"serviceUrl"',
      '"serviceUrl":"https://evil.example/","serviceUrl"',
    );
    await service.post({ authorization: right(), body: doubled });
    const turned = JSON.stringify(activity()).replace(/\}$/, ',"serviceUrl":"https://evil.example/"}');
    expectRefusal(await service.post({ authorization: right(), body: turned }));
    expect(service.internet.evil.requests).toEqual([]);
    expect(service.bot.heard).toHaveLength(1);
  });

  test('is not asked for with other methods', async () => {
    const service = await setUp();
    for (const method of ['GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'PROPFIND'])
      expectRefusal(await service.post({ method, authorization: right() }), [405]);
    expectNothingSent(service);
  });
});

describe('a connector that accepts and never answers', () => {
  const dead = (change: Record<string, unknown> = {}) =>
    activity({ conversation: { id: `dead-${randomUUID()}` }, ...change });
  const unlessDead = (path: string) => (path.includes('dead-') ? null : { status: 200 });

  test('holds nobody else up, and a hundred of its turns do not either', async () => {
    const { post, internet, reported } = await setUp({ replySeconds: 60 });
    internet.answerWith(unlessDead);
    const turns = Array.from({ length: 100 }, () => post({ authorization: right(), body: dead() }));
    await internet.holding(100);
    for (let at = 0; at < 10; at += 1)
      expect((await post({ authorization: right(), body: activity({ conversation: { id: `a:${at}` } }) })).status).toBe(
        200,
      );
    internet.letGo();
    expect(new Set((await Promise.all(turns)).map(({ status }) => status))).toEqual(new Set([200]));
    expect(reported).toEqual([]);
  });

  test('is given up in time, and its connections with it', async () => {
    const { post, internet, reported } = await setUp({ replySeconds: 1 });
    internet.answerWith(unlessDead);
    const turns = Array.from({ length: 5 }, () => post({ authorization: right(), body: dead() }));
    await internet.holding(5);
    for (const refused of await Promise.all(turns)) expectRefusal(refused, [502]);
    expect(reported.filter((line) => /^Teams: a turn failed \(TimeoutError\b/.test(line))).toHaveLength(5);
    // `fetch` alone would keep them for five minutes.
    await internet.holding(0);
  });

  test('holds its own conversation up no longer than the turn', async () => {
    const { post, internet } = await setUp({ replySeconds: 0.1 });
    internet.answerWith(() => null);
    expectRefusal(await post({ authorization: right() }), [502]);
    internet.answerWith(() => ({ status: 200 }));
    expect((await post({ authorization: right() })).status).toBe(200);
  });

  test('is no worse than a place for tokens that never answers', async () => {
    // The SDK keeps tokens for all adapters of a process, by what they were got with.
    const registration = { ...REGISTRATION, clientSecret: 'another' };
    const { post, internet } = await setUp({ access: { kind: 'registered', registration }, replySeconds: 0.1 });
    internet.issueWith(() => null);
    expectRefusal(await post({ authorization: right() }), [502]);
    expect(internet.arrived).toEqual([]);
  });
});

describe('anonymous access', () => {
  test('reaches this machine and connectors, and no other', async () => {
    const service = await setUp({ access: { kind: 'anonymous' } });
    for (const serviceUrl of elsewhere) expectRefusal(await service.post({ body: activity({ serviceUrl }) }));
    expectNothingSent(service);
  });

  test('sends no token of ours', async () => {
    const { post, internet } = await setUp({ access: { kind: 'anonymous' } });
    expect((await post({ body: activity() })).status).toBe(200);
    expect(internet.arrived.length).toBeGreaterThan(0);
    expect(internet.sent.filter(({ authorization }) => authorization !== null)).toEqual([]);
  });
});
