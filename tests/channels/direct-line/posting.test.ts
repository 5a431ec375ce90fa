import { renderDirectLine } from '../../../src/channels/direct-line/messages.js';
import { reply } from '../sample.js';
import { type Service, begin, call, countingLimit, message, serveDirectLine } from './service.js';

let service: Service;
let chat: Awaited<ReturnType<typeof begin>>;

async function open(change?: Parameters<typeof serveDirectLine>[0]) {
  service = await serveDirectLine(change);
  chat = await begin(service);
}
beforeEach(() => open());
afterEach(() => service.stop());

const post = (body: unknown) => call(service, 'POST', chat.path, { token: chat.token, body });

interface Answer {
  readonly answerId: string;
  readonly actions: readonly { readonly target: { readonly urlTemplate: string } }[];
}

/** Asks, and gives the id and the thumbs of the answer. */
async function ask(): Promise<Answer> {
  await post(message('Hva mener Frp?'));
  const { activities } = (await call(service, 'GET', chat.path, chat)).json;
  const { channelData, entities } = activities.at(-1);
  return { answerId: channelData.standpunkt.answerId, actions: entities[0].potentialAction };
}

const own = (value: unknown) => ({ type: 'event', name: 'standpunkt/feedback', value });
/** As the official Web Chat sends it: the action that was pressed, without a type. */
const official = (action: unknown) => ({ type: 'event', name: 'webchat:activity-status/feedback', entities: [action] });

describe('feedback', () => {
  test('of our widget is counted with its reasons', async () => {
    const { answerId } = await ask();
    expect((await post(own({ answerId, reaction: 'like' }))).status).toBe(200);
    const reasons = ['wrong-quote', 'outdated'];
    expect((await post(own({ answerId, reaction: 'dislike', reasons }))).json).toEqual({ id: expect.any(String) });
    expect(service.counted).toEqual([
      { channel: 'web', reaction: 'like', reasons: [] },
      { channel: 'web', reaction: 'dislike', reasons },
    ]);
  });

  test('of the official Web Chat is counted, and a review that was written is not kept', async () => {
    const { actions } = await ask();
    const review = { '@type': 'UserReview', reviewBody: 'hemmelig' };
    for (const action of actions)
      expect(
        (await post(official({ ...action, '@id': '_:b1', actionStatus: 'Completed', result: review }))).status,
      ).toBe(200);
    expect(service.counted).toEqual([
      { channel: 'web', reaction: 'like', reasons: [] },
      { channel: 'web', reaction: 'dislike', reasons: [] },
    ]);
  });

  test('is not part of the conversation, and is no turn', async () => {
    const { answerId, actions } = await ask();
    const before = (await call(service, 'GET', chat.path, chat)).json;
    await post({ ...own({ answerId, reaction: 'dislike', text: 'hemmelig' }), text: 'hemmelig' });
    await post({ ...official(actions[0]), text: 'hemmelig' });
    expect((await call(service, 'GET', chat.path, chat)).json).toEqual(before);
    expect(service.bot.heard).toHaveLength(1);
    expect(JSON.stringify([service.counted, service.reported])).not.toContain('hemmelig');
  });

  test('counts once for an answer, reaction and reason', async () => {
    const { answerId } = await ask();
    const dislike = (...reasons: string[]) => own({ answerId, reaction: 'dislike', reasons });
    for (const body of [dislike(), dislike(), dislike('outdated'), dislike('outdated', 'wrong-party'), dislike()])
      expect((await post(body)).status).toBe(200);
    for (let presses = 0; presses < 3; presses += 1) await post(own({ answerId, reaction: 'like' }));
    expect(service.counted.map(({ reaction, reasons }) => [reaction, ...reasons])).toEqual([
      ['dislike'],
      ['dislike', 'outdated'],
      ['dislike', 'wrong-party'],
      ['like'],
    ]);
    await post(own({ answerId: (await ask()).answerId, reaction: 'like' }));
    expect(service.counted).toHaveLength(5);
  });

  test.each([
    ['value', undefined],
    ['value', 'like'],
    ['value.answerId', { reaction: 'like' }],
    ['value.answerId', { answerId: 'x'.repeat(65), reaction: 'like' }],
    ['value.reaction', { answerId: 'x', reaction: 'love' }],
    ['value.reasons.1', { answerId: 'x', reaction: 'dislike', reasons: ['outdated', 'hemmelig'] }],
    ['value.reasons', { answerId: 'x', reaction: 'dislike', reasons: 'outdated' }],
  ])('that cannot be read is refused, and %s is named', async (field, value) => {
    const refused = await post(own(value));
    expect(refused).toMatchObject({ status: 400, json: { error: { code: 'BadArgument' } } });
    expect(refused.json.error.message).toBe(`Not feedback that can be read. Look at: ${field}.`);
  });

  test.each([
    ['entities', {}],
    ['entities', { entities: [] }],
    ['entities.0.@type', { entities: [{ '@type': 'VoteAction', target: { urlTemplate: '?answer=x' } }] }],
    ['entities.0.target', { entities: [{ '@type': 'LikeAction' }] }],
    ['entities.0.target.urlTemplate', { entities: [{ '@type': 'LikeAction', target: { urlTemplate: 'hemmelig' } }] }],
  ])('of Web Chat that cannot be read is refused, and %s is named', async (field, rest) => {
    const refused = await post({ type: 'event', name: 'webchat:activity-status/feedback', ...rest });
    expect([refused.status, refused.json.error.message]).toEqual([
      400,
      `Not feedback that can be read. Look at: ${field}.`,
    ]);
  });

  test('on an answer of another conversation is refused', async () => {
    const { answerId } = await ask();
    chat = await begin(service);
    const refused = await post(own({ answerId, reaction: 'like' }));
    expect([refused.status, refused.json.error.code]).toEqual([400, 'BadArgument']);
    expect(service.counted).toEqual([]);
  });

  test('is asked for where a party is answered about, and nowhere else', () => {
    const envelope = {
      conversation: 'c',
      timestamp: '',
      answerId: 'a1',
      replyToId: null,
      publicUrl: 'https://a.example',
    };
    const entitiesOf = (sections: ReturnType<typeof reply>['sections']) =>
      renderDirectLine(reply({ sections }), envelope)['entities'];
    expect(entitiesOf([])).toEqual([]);
    const silent = reply().sections.filter(({ quotes }) => quotes.length === 0);
    expect(entitiesOf(silent)).toEqual([
      {
        type: 'https://schema.org/Message',
        '@type': 'Message',
        '@context': 'https://schema.org',
        '@id': '',
        potentialAction: ['like', 'dislike'].map((reaction) => ({
          '@type': reaction === 'like' ? 'LikeAction' : 'DislikeAction',
          actionStatus: 'PotentialActionStatus',
          target: { '@type': 'EntryPoint', urlTemplate: `ms-directline://postback?interaction=${reaction}&answer=a1` },
        })),
      },
    ]);
  });
});

describe('the parties a page is about', () => {
  test('go with the welcome and with each message', async () => {
    const welcome = jest.spyOn(service.bot, 'welcome');
    chat = await begin(service, { parties: ['ap', 'frp'] });
    expect(welcome).toHaveBeenCalledWith(null, ['ap', 'frp']);
    await post({ ...message('Hva mener de?'), channelData: { clientActivityID: 'k1', parties: ['ap'] } });
    expect(service.bot.heard[0]?.message).toEqual({ text: 'Hva mener de?', locale: null, parties: ['ap'] });
    const { activities } = (await call(service, 'GET', chat.path, chat)).json;
    expect(activities[1].channelData).toEqual({ clientActivityID: 'k1' });
  });

  test.each([[[]], ['ap'], [['Ap']], [['../x']], [['x'.repeat(33)]], [[7]], [Array.from({ length: 31 }, () => 'ap')]])(
    'are none when they are %j',
    async (parties) => {
      const welcome = jest.spyOn(service.bot, 'welcome');
      chat = await begin(service, { parties });
      expect(welcome).toHaveBeenCalledWith(null, undefined);
      expect((await post({ ...message('hei'), channelData: { parties } })).status).toBe(200);
      expect(service.bot.heard[0]?.message).not.toHaveProperty('parties');
    },
  );
});

describe('too many', () => {
  const tooMany = { status: 429, json: { error: { code: 'TooManyRequests' } } };

  test('messages of a person are refused, and it is said when to go on', async () => {
    await service.stop();
    await open({ messageLimit: countingLimit(2) });
    for (const text of ['a', 'b']) expect((await post(message(text))).status).toBe(200);
    const refused = await post(message('c'));
    expect(refused).toMatchObject(tooMany);
    expect(refused.headers.get('retry-after')).toBe('7');
    expect(refused.json.error.message).toContain('7 s');
    expect(service.bot.heard).toHaveLength(2);
    chat = await begin(service);
    expect((await post(message('d'))).status).toBe(200);
  });

  test('requests of a person are refused, whatever they are', async () => {
    await service.stop();
    await open({ requestLimit: countingLimit(4) });
    for (const text of ['a', 'b', 'c']) expect((await post(message(text))).status).toBe(200);
    const refused = [
      await post(message('d')),
      await call(service, 'GET', chat.path, chat),
      await call(service, 'GET', `/conversations/${chat.id}`, chat),
      await call(service, 'POST', '/tokens/refresh', chat),
      await call(service, 'POST', '/conversations', chat),
    ];
    for (const each of refused) expect(each).toMatchObject(tooMany);
    expect((await begin(service)).status).toBe(201);
  });

  test('tokens and conversations of an address are refused', async () => {
    await service.stop();
    await open({ tokenLimit: countingLimit(2) });
    await begin(service);
    const headers = { Origin: 'https://avisa.example' };
    for (const path of ['/tokens/generate', '/conversations']) {
      const refused = await call(service, 'POST', path, { headers, token: chat.token });
      expect(refused).toMatchObject(tooMany);
      expect(refused.headers.get('retry-after')).toBe('7');
      expect(refused.headers.get('access-control-expose-headers')).toBe('Retry-After');
    }
    expect((await post(message('hei'))).status).toBe(200);
  });

  test.each([
    [0, ['203.0.113.1', '203.0.113.2'], [200, 429]],
    [1, ['203.0.113.1', '203.0.113.2', 'made up, 203.0.113.1'], [200, 200, 429]],
    [2, ['203.0.113.1, 10.0.0.1', '203.0.113.2, 10.0.0.1', 'x, 203.0.113.1, 10.0.0.1'], [200, 200, 429]],
  ])('are told apart by what %i trusted proxies say of the address', async (proxies, forwarded, expected) => {
    await service.stop();
    service = await serveDirectLine({ tokenLimit: countingLimit(1) }, {}, proxies);
    const statuses = [];
    for (const address of forwarded) {
      const headers = { 'X-Forwarded-For': address };
      statuses.push((await call(service, 'POST', '/tokens/generate', { headers })).status);
    }
    expect(statuses).toEqual(expected);
  });
});
