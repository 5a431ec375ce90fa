import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import express from 'express';
import { createTeams } from '../../../src/channels/teams/teams.js';
import type { TeamsAccess } from '../../../src/channels/teams/access.js';
import type { Bot } from '../../../src/bot.js';
import type { Feedback, Reply } from '../../../src/domain.js';
import { createApp } from '../../../src/server.js';
import { createDeliveries } from '../../../src/state/deliveries.js';
import { createFirstTime } from '../../../src/state/first-time.js';
import { createSentMessages } from '../../../src/state/sent-messages.js';
import { type Serving, serve } from '../../serve.js';
import { type FakeBot, fakeBot, quote, reply, turn } from '../sample.js';

interface Sent {
  readonly method: string;
  readonly path: string;
  readonly activity: Record<string, unknown> & { readonly text?: string };
}

/** A channel's connector on loopback that keeps what it is sent. */
async function connector(answer: (sent: readonly Sent[]) => number | null = () => 200) {
  const sent: Sent[] = [];
  const app = express().use(express.json());
  app.use((request, response) => {
    sent.push({ method: request.method, path: request.path, activity: request.body });
    const status = answer(sent);
    if (status !== null) response.status(status).json({ id: `sent-${sent.length}` });
  });
  return { sent, ...(await serve(app)) };
}

async function service(
  access: TeamsAccess,
  bot: Bot,
  options: { replySeconds?: number; typingMilliseconds?: number } = {},
) {
  const reported: string[] = [];
  const counted: Feedback[] = [];
  const isFirst = createFirstTime({ now: () => 0, minutes: 10 });
  const teams = createTeams({
    bot,
    access,
    publicUrl: null,
    now: () => 0,
    isFirst: (speaker) => isFirst(JSON.stringify(speaker)),
    once: createDeliveries({ now: () => 0, minutes: 10 }).once,
    sent: createSentMessages({ now: () => 0, minutes: 60 }),
    keyOf: (ids) => JSON.stringify(ids),
    countFeedback: (feedback) => counted.push(feedback),
    report: (line) => reported.push(line),
    ...options,
  });
  const app = createApp({
    health: () => ({ version: '0', documents: 0, parties: 0 }),
    pages: {
      home: () => '',
      demo: () => '',
      sources: () => '',
      source: () => null,
      excerpt: () => null,
      notFound: () => '',
    },
    widgetFolder: '/nowhere',
    allowedOrigins: [],
    directLine: express.Router(),
    teams: teams.router,
    report: (line) => reported.push(line),
  });
  const { address, stop } = await serve(app);
  const post = async (body: unknown, headers: Record<string, string> = {}) => {
    const response = await fetch(`${address}/api/messages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    return { status: response.status, text: await response.text() };
  };
  return { address, stop, post, reported, counted };
}

const running: Serving[] = [];
async function started<Started extends Serving>(starting: Promise<Started>): Promise<Started> {
  const serving = await starting;
  running.push(serving);
  return serving;
}
afterEach(async () => {
  await Promise.all(running.splice(0).map(({ stop }) => stop()));
});

const from = (serviceUrl: string, change: Record<string, unknown> = {}) => ({
  type: 'message',
  id: 'm1',
  channelId: 'msteams',
  serviceUrl,
  conversation: { id: 'a:1' },
  from: { id: '29:kari' },
  recipient: { id: '28:bot' },
  text: 'Hva mener Frp?',
  locale: 'nb-NO',
  ...change,
});

const oneParty: Partial<Reply> = { sections: reply().sections.slice(0, 1), suggestions: [] };
const andNext: Partial<Reply> = { ...oneParty, suggestions: reply().suggestions };

/** The fake bot with another answer to what it does not know by name. */
function talking(change: Partial<Reply>): FakeBot {
  const bot = fakeBot();
  const answers = async (...[message, speaker]: Parameters<Bot['turn']>) => {
    await bot.turn(message, speaker);
    return turn(change);
  };
  return { ...bot, turn: answers };
}

const ANONYMOUS: TeamsAccess = { kind: 'anonymous' };

describe('anyone in development', () => {
  async function setUp(
    answer?: Parameters<typeof connector>[0],
    options?: Parameters<typeof service>[2],
    says: Partial<Reply> = oneParty,
  ) {
    const bot = talking(says);
    const channel = await started(connector(answer));
    return { bot, channel, ...(await started(service(ANONYMOUS, bot, options))) };
  }

  test('gets an answer with citations, in the conversation it was asked in', async () => {
    const { bot, channel, post, address } = await setUp(undefined, undefined, andNext);
    expect((await post(from(channel.address))).status).toBe(200);
    expect(channel.sent).toHaveLength(2);
    expect(channel.sent[0]?.path).toBe('/v3/conversations/a:1/activities/m1');
    expect(channel.sent[0]?.activity).toMatchObject({
      type: 'message',
      replyToId: 'm1',
      from: { id: '28:bot' },
      recipient: { id: '29:kari' },
      textFormat: 'markdown',
      entities: [
        {
          type: 'https://schema.org/Message',
          citation: [
            { position: 1, appearance: { url: `${address}/kilder/frp/rusomsorg?t=120-180#t`, name: 'Rusomsorg' } },
          ],
        },
      ],
    });
    expect(channel.sent[0]?.activity.text).toContain('«Si ja til heroinassistert behandling.» [1]\n\n_Rusomsorg, ');
    expect(channel.sent[1]).toMatchObject({
      path: '/v3/conversations/a:1/activities/m1',
      activity: {
        text: 'Spør videre:',
        suggestedActions: { actions: [{ type: 'imBack', value: expect.stringMatching(/^Hva mener Arbeiderpartiet/) }] },
      },
    });
    expect(bot.heard).toEqual([
      {
        message: { text: 'Hva mener Frp?', locale: 'nb-NO' },
        speaker: { channel: 'msteams', conversation: 'a:1', user: '29:kari', thread: null },
      },
    ]);
  });

  test('goes on from what others asked in the thread of a channel, and only there', async () => {
    const { bot, channel, post } = await setUp();
    const thread = '19:team@thread.tacv2;messageid=1700000000000';
    await post(from(channel.address, { conversation: { id: thread, isGroup: true } }));
    await post(from(channel.address, { conversation: { id: '19:group@thread.v2', isGroup: true } }));
    expect(bot.heard.map(({ speaker }) => speaker.thread)).toEqual([thread, null]);
  });

  test('is read leniently where real clients are careless', async () => {
    const { bot, channel, post } = await setUp();
    const careless = from(channel.address, { locale: null, text: null, entities: [{ noType: true }], id: '' });
    expect((await post(careless)).status).toBe(200);
    expect(bot.heard[0]?.message).toEqual({ text: '', locale: null });
    expect(channel.sent[0]?.path).toBe('/v3/conversations/a:1/activities');
  });

  test('is told what cannot be read, whatever is sent', async () => {
    const { bot, channel, post, reported } = await setUp();
    const nonsense: unknown[] = ['{', '', '[]', {}, from('file:///x'), from(channel.address, { conversation: {} })];
    for (const body of nonsense) expect((await post(body)).status).toBe(400);
    expect((await post({ ...from(channel.address), text: 'x'.repeat(300_000) })).status).toBe(413);
    expect([bot.heard, channel.sent, reported]).toEqual([[], [], []]);
  });

  test('cannot make the bot post to other hosts', async () => {
    const { bot, post } = await setUp();
    for (const host of ['http://10.0.0.1/', 'http://evil.example/', 'https://x.blob.core.windows.net/'])
      expect((await post(from(host))).status).toBe(400);
    expect(bot.heard).toEqual([]);
  });

  test('is welcomed once per conversation', async () => {
    const { bot, channel, post } = await setUp();
    const update = { type: 'conversationUpdate', text: undefined };
    await post(from(channel.address, { ...update, membersAdded: [{ id: '28:bot' }, { id: '29:kari' }] }));
    await post(from(channel.address, { type: 'installationUpdate', action: 'add', text: undefined }));
    await post(from(channel.address, { ...update, membersAdded: [{ id: '29:kari' }] }));
    expect(bot.welcomed).toEqual(['nb-NO']);
    await post(from(channel.address, { ...update, membersAdded: [{ id: '29:kari' }], conversation: { id: 'a:2' } }));
    expect(bot.welcomed).toHaveLength(2);
    expect(channel.sent.map(({ activity: { text } }) => text)).toEqual(['Velkommen.', 'Velkommen.']);
  });

  test('in a group is not welcomed for coming, only the bot presents itself', async () => {
    const { bot, channel, post } = await setUp();
    const group = { type: 'conversationUpdate', conversation: { id: '19:g', isGroup: true } };
    await post(from(channel.address, { ...group, membersAdded: [{ id: '29:ola' }] }));
    await post(from(channel.address, { ...group, membersRemoved: [{ id: '29:ola' }] }));
    expect(bot.welcomed).toEqual([]);
    await post(from(channel.address, { ...group, membersAdded: [{ id: '28:bot' }] }));
    expect(bot.welcomed).toHaveLength(1);
  });

  const invoked = (address: string, name: string, value: unknown = {}) =>
    from(address, { type: 'invoke', name, value, text: undefined });

  test('is asked what is wrong, and its feedback is counted without what else was written', async () => {
    const { post, channel, counted, reported } = await setUp();
    const asked = { data: { actionName: 'feedback', actionValue: { reaction: 'dislike' } } };
    const dialog = await post(invoked(channel.address, 'message/fetchTask', asked));
    expect(dialog.status).toBe(200);
    expect(JSON.parse(dialog.text)).toMatchObject({
      task: {
        type: 'continue',
        value: {
          card: {
            content: { body: [{ type: 'Input.ChoiceSet', choices: [{ value: 'wrong-quote' }, {}, {}, {}] }, {}] },
          },
        },
      },
    });
    const submit = (reaction: string, feedback: unknown) =>
      post(
        invoked(channel.address, 'message/submitAction', {
          actionName: 'feedback',
          actionValue: { reaction, feedback },
        }),
      );
    const written = JSON.stringify({ reasons: 'outdated,wrong-party,outdated,hemmelig', text: 'hemmelig' });
    for (const [reaction, feedback] of [
      ['dislike', written],
      ['like', 'hemmelig'],
      ['dislike', { reasons: 'not-covered' }],
    ] as const)
      expect((await submit(reaction, feedback)).status).toBe(200);
    expect(counted).toEqual([
      { channel: 'teams', reaction: 'dislike', reasons: ['outdated', 'wrong-party'] },
      { channel: 'teams', reaction: 'like', reasons: [] },
      { channel: 'teams', reaction: 'dislike', reasons: ['not-covered'] },
    ]);
    expect([channel.sent, reported]).toEqual([[], []]);
  });

  test('gets every other invoke refused, with what to do instead', async () => {
    const { post, channel, counted } = await setUp();
    for (const name of ['adaptiveCard/action', 'application/search', 'signin/verifyState', 'task/fetch', ''])
      expect((await post(invoked(channel.address, name))).status).toBe(501);
    for (const name of ['message/submitAction', 'message/fetchTask'])
      for (const value of [{}, null, 'x', { actionName: 'feedback', actionValue: { reaction: 'shrug' } }]) {
        const refused = await post(invoked(channel.address, name, value));
        expect(refused.status).toBe(400);
        expect(JSON.parse(refused.text).error.message).toMatch(/feedback/i);
      }
    expect([channel.sent, counted]).toEqual([[], []]);
  });

  test('gets one answer to a message that is delivered again, also while the first is under way', async () => {
    const { bot, channel, post } = await setUp();
    const message = from(channel.address);
    const statuses = await Promise.all([post(message), post(message), post(message)]);
    expect(statuses.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await post(message)).status).toBe(200);
    expect([bot.heard.length, channel.sent.length]).toEqual([1, 1]);
    await post({ ...message, id: 'm2' });
    await post({ ...message, conversation: { id: 'a:2' } });
    expect([bot.heard.length, channel.sent.length]).toEqual([3, 3]);
  });

  test('gets the answer to a message whose first delivery failed', async () => {
    const { channel, post } = await setUp((sent) => (sent.length === 1 ? 403 : 200));
    const message = from(channel.address);
    expect((await post(message)).status).toBe(502);
    expect((await post(message)).status).toBe(200);
    expect(channel.sent).toHaveLength(2);
  });

  test('gets the rest of an answer whose delivery broke off, and nothing twice', async () => {
    const { channel, post } = await setUp((sent) => (sent.length === 2 ? 403 : 200), undefined, andNext);
    const message = from(channel.address);
    expect((await post(message)).status).toBe(502);
    expect((await post(message)).status).toBe(200);
    expect(channel.sent.map(({ method, activity }) => `${method} ${activity.text?.slice(0, 4)}`)).toEqual([
      'POST Her ',
      'POST Spør',
      'PUT Her ',
      'POST Spør',
    ]);
  });

  const change = (address: string, type: string, eventType: string, more: Record<string, unknown> = {}) =>
    from(address, { type, channelData: { eventType }, timestamp: `t-${eventType}`, ...more });

  test('has the answer rewritten when the question is edited', async () => {
    const { bot, channel, post } = await setUp();
    await post(from(channel.address));
    const edited = change(channel.address, 'messageUpdate', 'editMessage', { text: 'Hva mener Ap?' });
    await post(edited);
    await post(edited);
    expect(bot.heard.map(({ message }) => message.text)).toEqual(['Hva mener Frp?', 'Hva mener Ap?']);
    expect(channel.sent.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'POST /v3/conversations/a:1/activities/m1',
      'PUT /v3/conversations/a:1/activities/sent-1',
    ]);
  });

  test('gets a new answer when the one that belongs to the edited question is gone', async () => {
    const { channel, post } = await setUp((sent) => (sent.at(-1)?.method === 'PUT' ? 404 : 200));
    await post(from(channel.address));
    expect((await post(change(channel.address, 'messageUpdate', 'editMessage'))).status).toBe(200);
    expect(channel.sent.map(({ method }) => method)).toEqual(['POST', 'PUT', 'POST']);
  });

  test('has the answer deleted and the question forgotten when the question is deleted', async () => {
    const { bot, channel, post } = await setUp();
    await post(from(channel.address));
    const deleted = change(channel.address, 'messageDelete', 'softDeleteMessage', { text: undefined });
    expect((await post(deleted)).status).toBe(200);
    expect(channel.sent.slice(1).map(({ method, path }) => `${method} ${path}`)).toEqual([
      'DELETE /v3/conversations/a:1/activities/sent-1',
    ]);
    expect(bot.forgotten).toEqual([{ channel: 'msteams', conversation: 'a:1', user: '29:kari', thread: null }]);
    expect(bot.heard).toHaveLength(1);
  });

  test('has the rest of the answer deleted when somebody deleted a part of it before', async () => {
    const gone = (sent: readonly Sent[]) => (sent.at(-1)?.path.endsWith('sent-1') ? 404 : 200);
    const { channel, post, reported } = await setUp(gone, undefined, andNext);
    await post(from(channel.address));
    const deleted = change(channel.address, 'messageDelete', 'softDeleteMessage', { text: undefined });
    expect((await post(deleted)).status).toBe(200);
    expect(channel.sent.slice(2).map(({ path }) => path.split('/').at(-1))).toEqual(['sent-1', 'sent-2']);
    expect(reported).toEqual([]);
  });

  test('sees that something happens while an answer takes its time', async () => {
    const slow = fakeBot();
    const channel = await started(
      connector((sent) => {
        if (sent.at(-1)?.activity['type'] === 'typing') slow.letGo();
        return 200;
      }),
    );
    const { post } = await started(service(ANONYMOUS, slow, { typingMilliseconds: 1 }));
    await post(from(channel.address, { text: 'vent' }));
    expect(channel.sent.map(({ activity }) => activity['type'])).toEqual(['typing', 'message']);
  });

  test('says the question of a button, whichever way the client sends it', async () => {
    const { bot, channel, post } = await setUp();
    const ask = 'Hva mener Ap om LAR?';
    await post(from(channel.address, { id: 'b1', text: ask, value: { ask } }));
    await post(from(channel.address, { id: 'b2', text: undefined, value: { ask } }));
    expect(bot.heard.map(({ message }) => message.text)).toEqual([ask, ask]);
  });

  test('gets no answer to what needs none', async () => {
    const { post, channel, bot } = await setUp();
    for (const type of ['typing', 'messageReaction', 'endOfConversation', 'somethingNew'])
      expect((await post(from(channel.address, { type }))).status).toBe(200);
    expect([channel.sent, bot.heard]).toEqual([[], []]);
  });

  test('is told when a turn fails, in no words of the SDK or the question', async () => {
    const { post, channel, reported } = await setUp();
    const failed = await post(from(channel.address, { text: 'krasj' }));
    expect(failed.status).toBe(502);
    expect(failed.text).not.toContain('krasj');
    expect(channel.sent).toEqual([]);
    expect(reported).toEqual(['Teams: a turn failed (Error)']);
  });

  test('is told when the connector refuses, is gone or does not answer', async () => {
    const refusing = await setUp(() => 403);
    expect((await refusing.post(from(refusing.channel.address))).status).toBe(502);
    expect(refusing.reported[0]).toMatch(/^Teams: a turn failed \(\w+ 403\)$/);
    await refusing.channel.stop();
    expect((await refusing.post(from(refusing.channel.address))).status).toBe(502);
    const silent = await setUp(() => null, { replySeconds: 0 });
    expect((await silent.post(from(silent.channel.address))).status).toBe(502);
    expect(silent.reported).toEqual(['Teams: a turn failed (TimeoutError)']);
  });

  test('gets a long answer in several messages that fit', async () => {
    const section = (heading: string) => ({
      party: heading,
      heading,
      quotes: [quote({ text: `${heading} ${'vil bygge. '.repeat(500)}` })],
      more: [],
      note: null,
      nearest: null,
    });
    const long = turn({ sections: ['A', 'B', 'C', 'D'].map(section) });
    const channel = await started(connector());
    const { post } = await started(service(ANONYMOUS, { ...fakeBot(), turn: async () => long }));
    expect((await post(from(channel.address))).status).toBe(200);
    expect(channel.sent.length).toBeGreaterThan(1);
    const sizes = channel.sent.map(({ activity }) => Buffer.byteLength(JSON.stringify(activity), 'utf16le'));
    expect(Math.max(...sizes)).toBeLessThan(40_000);
    const all = channel.sent.map(({ activity }) => JSON.stringify(activity['attachments'])).join();
    expect(['A', 'B', 'C', 'D'].map((name) => all.split(`"text":"${name}"`).length)).toEqual([2, 2, 2, 2]);
  });

  test('uses POST', async () => {
    const { address } = await setUp();
    const response = await fetch(`${address}/api/messages`);
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
  });
});

describe('production without a registration', () => {
  test('is closed, and says how to open it', async () => {
    const bot = fakeBot();
    const { post } = await started(service({ kind: 'closed' }, bot));
    const refused = await post(from('http://127.0.0.1:1'));
    expect(refused.status).toBe(503);
    expect(JSON.parse(refused.text)).toMatchObject({ error: { message: expect.stringContaining('MICROSOFT_APP_ID') } });
    expect(bot.heard).toEqual([]);
  });
});

describe('a registered bot', () => {
  const clientId = '11111111-1111-4111-8111-111111111111';
  const tenantId = '22222222-2222-4222-8222-222222222222';
  const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const strangers = generateKeyPairSync('rsa', { modulusLength: 2048 });

  async function setUp() {
    const lookups: string[] = [];
    const authority = await started(
      serve(
        express().use((request, response) => {
          lookups.push(request.path);
          response.json({
            keys: [{ ...keys.publicKey.export({ format: 'jwk' }), kid: 'k1', use: 'sig', alg: 'RS256' }],
          });
        }),
      ),
    );
    const registration = { clientId, clientSecret: 'secret', tenantId, authority: authority.address };
    const bot = fakeBot();
    const serving = await started(service({ kind: 'registered', registration }, bot));
    return { ...serving, bot, lookups, issuer: `${authority.address}/${tenantId}/v2.0` };
  }

  function token(claims: object, { kid = 'k1', key = keys.privateKey } = {}) {
    const now = Math.floor(Date.now() / 1_000);
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const text = `${part({ alg: 'RS256', typ: 'JWT', kid })}.${part({ aud: clientId, nbf: now - 60, exp: now + 600, ...claims })}`;
    return { Authorization: `Bearer ${text}.${sign('sha256', Buffer.from(text), key).toString('base64url')}` };
  }

  const serviceUrl = 'https://smba.trafficmanager.net/emea/';

  test('refuses who has no token, with 401 and before reading the body', async () => {
    const { post, bot, lookups } = await setUp();
    const bearer = (value: string) => ({ Authorization: value });
    for (const headers of [{}, bearer('Basic x'), bearer('Bearer'), bearer('Bearer x'), bearer('Bearer x.y.z')]) {
      const refused = await post('{', headers);
      expect(refused.status).toBe(401);
      expect(JSON.parse(refused.text).error.code).toBe('Unauthorized');
    }
    expect([bot.heard, lookups]).toEqual([[], []]);
  });

  test('refuses a token with the wrong key, issuer, audience, time or algorithm', async () => {
    const { post, bot, issuer } = await setUp();
    const wrong = [
      token({ iss: issuer }, { key: strangers.privateKey }),
      token({ iss: 'https://evil.example' }),
      token({ iss: issuer, aud: tenantId }),
      token({ iss: issuer, exp: 1 }),
      token({ iss: issuer }, { kid: 'unknown' }),
      symmetric(issuer),
    ];
    for (const headers of wrong) expect((await post(from(serviceUrl), headers)).status).toBe(401);
    expect(bot.heard).toEqual([]);
  });

  function symmetric(iss: string) {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const text = `${part({ alg: 'HS256', typ: 'JWT', kid: 'k1' })}.${part({ iss, aud: clientId, exp: 9_999_999_999 })}`;
    const pem = keys.publicKey.export({ format: 'pem', type: 'spki' });
    return { Authorization: `Bearer ${text}.${createHmac('sha256', pem).update(text).digest('base64url')}` };
  }
});
