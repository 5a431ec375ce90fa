import { request as httpRequest } from 'node:http';
import { readText } from '../../../src/channels/slack/plain.js';
import { createOutbound } from '../../../src/channels/slack/outbound.js';
import {
  channelMessage,
  command,
  directMessage,
  envelopeOf,
  FORM,
  mention,
  newTs,
  NOW,
  openService,
  pressOf,
  sign,
  type Service,
} from './service.js';

let service: Service;
beforeEach(async () => {
  service = await openService();
});
afterEach(() => service.stop());

const said = () => service.bot.heard.map(({ message }) => message.text);
const seconds = NOW / 1_000;
const json = { 'content-type': 'application/json' };

/** What is answered surely, after what should not have been. */
async function onlyHello(): Promise<void> {
  await service.event(directMessage('hei', { channel: 'D9' }));
  await service.fake.called('chat.postMessage');
  expect(said()).toEqual(['hei']);
  expect(service.fake.calls.map(({ method }) => method)).toEqual(['chat.postMessage']);
}

describe('a signature', () => {
  const body = JSON.stringify(envelopeOf(mention('hva mener Frp om LAR?')));
  const right = sign(body, seconds);
  const signature = right['x-slack-signature'] ?? '';

  test.each([
    ['in capitals', { ...right, 'x-slack-signature': signature.toUpperCase() }],
    ['of another version', { ...right, 'x-slack-signature': signature.replace('v0', 'v1') }],
    ['given twice', { ...right, 'x-slack-signature': `${signature}, ${signature}` }],
    ['with an empty secret', sign(body, seconds, '')],
    ['of the right length and other letters', { ...right, 'x-slack-signature': 'å'.repeat(signature.length) }],
    ['that is empty', { ...right, 'x-slack-signature': '' }],
    ['at no time', sign(body, Number.NaN)],
    ['before 1970', sign(body, -seconds)],
    ['in milliseconds', sign(body, NOW)],
    ['with a time in letters', { ...right, 'x-slack-request-timestamp': `${seconds}abc` }],
    ['with two times', { ...right, 'x-slack-request-timestamp': `${seconds}, ${seconds}` }],
  ])('%s is refused, and nothing comes of it', async (_, headers) => {
    const response = await service.send('/events', { method: 'POST', body, headers: { ...json, ...headers } });
    expect(response.status).toBe(401);
    await onlyHello();
  });
});

describe('a body', () => {
  test('in chunks above 1 MB is refused although it never says how long it is', async () => {
    const status = await new Promise<number>((resolve, reject) => {
      const sending = httpRequest(`${service.address}/slack/events`, { method: 'POST', headers: json }, (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
        sending.destroy();
      });
      sending.on('error', reject);
      for (let chunk = 0; chunk < 20; chunk += 1) sending.write('x'.repeat(65_536));
      sending.end();
    });
    expect(status).toBe(413);
  });

  test.each([
    ['empty', '', json],
    ['null', 'null', json],
    ['a number', '7', json],
    ['text', 'hei', { 'content-type': 'text/plain' }],
    ['a form that says it is JSON', 'a=b', json],
    ['a form whose payload is null', 'payload=null', FORM],
    ['with an event that is none', { type: 'event_callback', event: 7 }, json],
    ['with no action', { type: 'block_actions', actions: [], user: { id: 'U1' } }, json],
    ['with actions that are none', { type: 'block_actions', actions: 'share', user: { id: 'U1' } }, json],
    ['with a view that is none', { type: 'view_submission', view: null, user: { id: 'U1' } }, json],
    ['with a button and nothing more', { type: 'block_actions', actions: [{}] }, json],
    ['with a dialog and nothing more', { type: 'view_submission', view: {} }, json],
    ['with a shortcut of nobody', { type: 'shortcut', callback_id: 'x' }, json],
    ['of nobody', { type: 'block_actions', actions: [{ action_id: 'more' }], user: null }, json],
    ['with a response address that is none', { command: '/parti', response_url: { a: 1 } }, json],
    ['of several parts', '--x\r\n\r\n--x--', { 'content-type': 'multipart/form-data; boundary=x' }],
  ])('that is %s is a bad request', async (_, text, headers) => {
    expect((await service.post(text, headers)).status).toBe(400);
    expect(service.bot.heard).toEqual([]);
  });

  test.each([
    ['of nothing that we know', {}],
    ['with an event without a type', envelopeOf({})],
    ['with an event of another kind', envelopeOf({ type: 'reaction_added', user: 'U1' })],
    ['with ids of other types', envelopeOf(directMessage('hei', { user: 7, channel: ['C1'] }))],
    ['that we send too much', { type: 'app_rate_limited', team_id: 'T1', minute_rate_limited: 1 }],
    ['with a command without more', { command: '/parti' }],
    ['with a long id', envelopeOf(directMessage('hei', { user: 'U'.repeat(65) }))],
    ['for __proto__', JSON.parse('{"__proto__":{"type":"event_callback"},"type":"constructor"}')],
  ])('%s is acknowledged, and nothing comes of it', async (_, body) => {
    expect((await service.post(body)).status).toBe(200);
    await onlyHello();
  });
});

describe('an interaction', () => {
  test.each([
    ['with a button that is not ours', { action_id: 'slett_alt', value: '1' }],
    ['with a suggestion that is none', { action_id: 'ask_', value: '1' }],
    ['without a value', { action_id: 'ask_0' }],
    ['with a value of another type', { action_id: 'more', value: { a: 1 } }],
  ])('%s is acknowledged, and nothing comes of it', async (_, action) => {
    expect((await service.press(pressOf(action, service.fake))).status).toBe(200);
    await onlyHello();
  });

  test.each([
    ['a dialog that is not ours', { type: 'view_submission', view: { callback_id: 'x', type: 'modal' } }],
    ['a closed dialog', { type: 'view_closed', view: { callback_id: 'feedback_reasons', type: 'modal' } }],
    ['a shortcut', { type: 'shortcut', callback_id: 'x' }],
    ['a menu', { type: 'block_suggestion', action_id: 'x', value: 'x' }],
  ])('with %s is acknowledged, and nothing comes of it', async (_, change) => {
    const who = { team: { id: 'T1' }, user: { id: 'U1', team_id: 'T1' } };
    expect((await service.press({ ...who, ...change })).status).toBe(200);
    await onlyHello();
    expect(service.feedback).toEqual([]);
  });

  test('that is sent again is counted once', async () => {
    const submitted = {
      type: 'view_submission',
      team: { id: 'T1' },
      user: { id: 'U1', team_id: 'T1' },
      trigger_id: '1.2',
      view: {
        type: 'modal',
        callback_id: 'feedback_reasons',
        private_metadata: 'nb',
        state: { values: { reasons: { reasons: { selected_options: [{ value: 'outdated' }] } } } },
      },
    };
    await service.press(submitted);
    expect((await service.press(submitted)).status).toBe(200);
    expect(service.feedback).toHaveLength(1);
  });

  test.each([
    'https://hooks.slack.com.evil.example/commands/1',
    'http://169.254.169.254/latest/meta-data',
    'https://evil.example/#hooks.slack.com',
    'https://user@evil.example/',
    'file:///etc/passwd',
    'no address',
  ])('is never answered at %s', async (response_url) => {
    expect((await service.post(command('hva mener Frp?', service.fake, { response_url }), FORM)).status).toBe(200);
    await service.event(directMessage('hei', { channel: 'D9' }));
    await service.fake.called('chat.postMessage');
    expect(service.fake.of('respond')).toEqual([]);
    expect(service.reports).toEqual([expect.stringMatching(/^Slack: an event failed .*foreign_host/)]);
    expect(service.reports.join()).not.toMatch(/evil|169|passwd|Frp/);
  });
});

test.each([
  ['http://hooks.slack.com/commands/1'],
  ['https://hooks.slack.com:444/commands/1'],
  ['https://slack.com.evil.example/'],
  ['https://files.slack.com/'],
])('outside of tests nothing is sent to %s', async (address) => {
  await expect(createOutbound({ milliseconds: 1 })(address, { method: 'POST' })).rejects.toMatchObject({
    code: 'foreign_host',
  });
});

describe('a message of Slack’s that is not a question to us', () => {
  const thread_ts = '1600000001.000001';
  test.each([
    ['an answer of a bot in the channel', { subtype: 'bot_message', bot_id: 'B7' }],
    ['an app that posts as a person', { bot_id: 'B7', app_id: 'A7' }],
    ['an edit', { subtype: 'message_changed', message: { text: 'og Ap?', user: 'U1', edited: {} } }],
    ['an edited message', { edited: { user: 'U1', ts: newTs() } }],
    ['a notice that somebody came', { subtype: 'channel_join' }],
    ['a notice of a new topic', { subtype: 'channel_topic' }],
    ['an action in the third person', { subtype: 'me_message' }],
    ['the parent of a thread, deleted', { subtype: 'tombstone' }],
    ['a notice of an answer in a thread', { subtype: 'message_replied' }],
    ['a message for somebody else', { text: '<@U7|kari> og Ap?' }],
  ])('%s gets no answer, also in a thread of ours', async (_, change) => {
    await service.event(mention('hva mener Frp om LAR?', { ts: thread_ts }));
    await service.fake.called('chat.postMessage');
    await service.event(channelMessage('og Ap?', { thread_ts, ...change }));
    await service.event(channelMessage('og H?', { thread_ts }));
    await service.fake.called('chat.postMessage', 2);
    expect(said()).toEqual(['hva mener Frp om LAR?', 'og H?']);
    expect(service.reports).toEqual([]);
  });

  test.each([
    ['with files', { subtype: 'file_share', files: [{ id: 'F1' }] }],
    ['that is also sent to the channel', { subtype: 'thread_broadcast', root: { ts: thread_ts } }],
    ['in a group of few', { channel: 'G1', channel_type: 'mpim' }],
    ['with blocks', { blocks: [{ type: 'rich_text', elements: [] }], client_msg_id: 'x', team: 'T1' }],
  ])('but one %s is a question', async (_, change) => {
    await service.event(mention('hva mener Frp om LAR?', { ts: thread_ts, ...change, subtype: undefined }));
    await service.fake.called('chat.postMessage');
    await service.event(channelMessage('og Ap?', { thread_ts, ...change }));
    await service.fake.called('chat.postMessage', 2);
    expect(said()).toEqual(['hva mener Frp om LAR?', 'og Ap?']);
  });

  test('in a group of few without a thread is not for us', async () => {
    await service.event(channelMessage('hva mener Frp?', { channel: 'G1', channel_type: 'mpim' }));
    await onlyHello();
  });
});

describe('hostile text', () => {
  test.each([
    ['as long as Slack takes it', 'a'.repeat(40_000)],
    ['of ampersands, five times as long when escaped', '&amp;'.repeat(40_000)],
    ['with half a character and nothing', 'hva \uD800 mener \u0000 Frp\uDC00?'],
    ['that turns', '\u202Ehva mener Frp?'],
    ['of marks', `e${'\u0301'.repeat(5_000)}`],
    ['of code', '```<script>alert(1)</script>``` `rm -rf` :skull: *Frp* _Ap_ ~H~'],
    ['that calls everybody', '&lt;!channel&gt; &lt;@U7&gt; &lt;https://evil.example|frp.no&gt;'],
  ])('%s is answered, in blocks and text without anything live', async (_, text) => {
    expect((await service.event(directMessage(text, { thread_ts: newTs() }))).status).toBe(200);
    const [call] = await service.fake.called('chat.postMessage');
    expect(call?.body['text']).not.toMatch(/<[!@#h]/);
    const [title] = service.fake.of('assistant.threads.setTitle');
    expect(String(title?.body['title']).length).toBeLessThanOrEqual(75);
    expect(String(title?.body['title'])).not.toMatch(/<[!@#h]|[\p{Cc}\p{Cf}\p{Cs}]/u);
    expect(service.reports).toEqual([]);
  });

  test.each(['<', '<@', '<!', '<#', '<a|', '<http:', '<a'])(
    'of "%s" over and over is read at once',
    (piece) => {
      const text = piece.repeat(1_000_000 / piece.length);
      expect(readText(text)).toHaveLength(readText(readText(text)).length);
    },
    5_000,
  );

  test.each(['', '   ', '\u200B', '\u0000'])('that is nothing (%j) after a command says what this is', async (text) => {
    await service.post(command(text, service.fake), FORM);
    const [call] = await service.fake.called('respond');
    expect(call?.body).toMatchObject({ response_type: 'ephemeral' });
  });
});
