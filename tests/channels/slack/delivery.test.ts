import {
  channelMessage,
  command,
  directMessage,
  envelopeOf,
  FORM,
  mention,
  NOW,
  openService,
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

/** Something that is answered surely, so that what came before it would have been too. */
async function nothingHappened(answers = 0): Promise<void> {
  await service.event(directMessage('hei', { channel: 'D9' }));
  const calls = await service.fake.called('chat.postMessage', answers + 1);
  expect(calls).toHaveLength(answers + 1);
  expect(said().slice(answers)).toEqual(['hei']);
}

describe('a request to /slack/events', () => {
  const body = JSON.stringify(envelopeOf(mention('hva mener Frp om LAR?')));
  const json = { 'content-type': 'application/json' };

  test.each([
    ['no signature', {}],
    ['another secret', sign(body, seconds, 'another-secret')],
    ['a signature of other bytes', sign(`${body} `, seconds)],
    ['a signature cut short', { ...sign(body, seconds), 'x-slack-signature': 'v0=ab' }],
    ['no timestamp', { 'x-slack-signature': sign(body, seconds)['x-slack-signature'] ?? '' }],
    ['a timestamp that is no number', { ...sign(body, seconds), 'x-slack-request-timestamp': '1e9' }],
    ['a timestamp more than five minutes ago', sign(body, seconds - 301)],
    ['a timestamp more than five minutes ahead', sign(body, seconds + 301)],
  ])('with %s is refused, and nothing comes of it', async (_, headers) => {
    const response = await service.send('/events', { method: 'POST', body, headers: { ...json, ...headers } });
    expect(response.status).toBe(401);
    await nothingHappened();
  });

  test.each([-300, 300])('signed %i s from now is taken', async (offset) => {
    const headers = { ...json, ...sign(body, seconds + offset) };
    const response = await service.send('/events', { method: 'POST', body, headers });
    expect(response.status).toBe(200);
    await service.fake.called('chat.postMessage');
  });

  test('above 1 MB is refused although it is signed, and nothing comes of it', async () => {
    const large = JSON.stringify(envelopeOf(mention('x'.repeat(1_048_576))));
    expect((await service.post(large)).status).toBe(413);
    await nothingHappened();
  });

  test('that proves the address is answered with its challenge, only when it is signed', async () => {
    const proof = { type: 'url_verification', challenge: 'abc' };
    expect(await (await service.post(proof)).json()).toEqual({ challenge: 'abc' });
    const unsigned = { method: 'POST', body: JSON.stringify(proof), headers: json };
    expect((await service.send('/events', unsigned)).status).toBe(401);
  });

  test.each([
    ['no JSON', '{', {}],
    ['no object', '[]', {}],
    ['a payload that is no JSON', 'payload=%7B', FORM],
    ['bytes that are packed', '{}', { 'content-encoding': 'gzip' }],
  ])('with %s is a bad request', async (_, text, headers) => {
    expect((await service.post(text, headers)).status).toBe(400);
  });

  test('by another method is refused', async () => {
    expect((await service.send('/events', { method: 'GET' })).status).toBe(405);
  });
});

describe('an event', () => {
  test('is acknowledged before it is answered', async () => {
    const response = await service.event(directMessage('vent'));
    expect(response.status).toBe(200);
    expect(service.fake.of('chat.postMessage')).toEqual([]);
    service.bot.letGo();
    await service.fake.called('chat.postMessage');
  });

  test('that is sent again is acknowledged again and answered once', async () => {
    const envelope = { event_id: 'Ev1' };
    const event = directMessage('hva mener Frp om LAR?');
    await service.event(event, envelope);
    await service.fake.called('chat.postMessage');
    const again = await service.event(event, envelope, {
      'x-slack-retry-num': '1',
      'x-slack-retry-reason': 'http_timeout',
    });
    expect(again.status).toBe(200);
    await nothingHappened(1);
  });

  test('whose first delivery never arrived is answered at its second', async () => {
    await service.event(directMessage('hva mener Frp om LAR?'), {}, { 'x-slack-retry-num': '2' });
    await service.fake.called('chat.postMessage');
    expect(said()).toEqual(['hva mener Frp om LAR?']);
  });

  test('whose first delivery failed is answered at its second', async () => {
    const envelope = { event_id: 'Ev1' };
    const event = directMessage('hva mener Frp om LAR?');
    service.fake.answer('chat.postMessage', { body: { ok: false, error: 'internal_error' } });
    await service.event(event, envelope);
    await service.fake.called('chat.postMessage');
    await service.event(directMessage('hei', { channel: 'D9' }));
    await service.fake.called('chat.postMessage', 2);
    await service.event(event, envelope, { 'x-slack-retry-num': '1' });
    await service.fake.called('chat.postMessage', 3);
    expect(said()).toEqual(['hva mener Frp om LAR?', 'hei', 'hva mener Frp om LAR?']);
    expect(service.reports).toEqual([expect.stringMatching(/^Slack: an event failed .*internal_error/)]);
  });

  test('is remembered for eleven minutes', async () => {
    const envelope = { event_id: 'Ev1' };
    await service.event(directMessage('en'), envelope);
    await service.fake.called('chat.postMessage');
    service.clock.now += 10.9 * 60_000;
    await service.event(directMessage('to'), envelope);
    await service.event(directMessage('tre'));
    await service.fake.called('chat.postMessage', 2);
    service.clock.now += 0.2 * 60_000;
    await service.event(directMessage('fire'), envelope);
    await service.fake.called('chat.postMessage', 3);
    expect(said()).toEqual(['en', 'tre', 'fire']);
  });

  test('from a conversation is answered after those before it, and others need not wait', async () => {
    await service.event(directMessage('vent'));
    await service.event(directMessage('andre'));
    await service.event(directMessage('et annet sted', { channel: 'D2' }));
    const [first] = await service.fake.called('chat.postMessage');
    expect(first?.body['channel']).toBe('D2');
    service.bot.letGo();
    const calls = await service.fake.called('chat.postMessage', 3);
    expect(calls.map(({ body }) => body['channel'])).toEqual(['D2', 'D1', 'D1']);
    expect(said()).toEqual(['vent', 'et annet sted', 'andre']);
  });

  test('that cannot be answered is reported without what was said', async () => {
    await service.event(directMessage('krasj'));
    await service.event(directMessage('hei'));
    await service.fake.called('chat.postMessage');
    expect(service.reports).toEqual(['Slack: an event failed (Error slack_bolt_unknown_error)']);
  });
});

test('a command that is sent again is answered once', async () => {
  const body = command('hva mener Frp om LAR?', service.fake, { trigger_id: '1.2.3' });
  await service.post(body, FORM);
  await service.fake.called('respond');
  expect((await service.post(body, FORM)).status).toBe(200);
  await service.event(directMessage('hei'));
  await service.fake.called('chat.postMessage');
  expect(service.fake.of('respond')).toHaveLength(1);
});

describe('when Slack', () => {
  const limited = (delay: string) => ({ status: 429, headers: { 'retry-after': delay }, body: { ok: false } });

  test('has had enough, the answer comes after its delay', async () => {
    service.fake.answer('chat.postMessage', limited('7'), limited('2'));
    await service.event(directMessage('hva mener Frp om LAR?'));
    await service.fake.called('chat.postMessage', 3);
    expect(service.waits).toEqual([7_000, 2_000]);
    expect(said()).toHaveLength(1);
  });

  test('has had enough of one conversation, the others go on', async () => {
    let end = () => {};
    const waiting = new Promise<void>((resolve) => (end = resolve));
    await service.stop();
    service = await openService({ wait: (milliseconds) => (milliseconds === 7_000 ? waiting : Promise.resolve()) });
    service.fake.answer('chat.postMessage', limited('7'));
    await service.event(directMessage('en'));
    await service.fake.called('chat.postMessage');
    await service.event(directMessage('to', { channel: 'D2' }));
    const calls = await service.fake.called('chat.postMessage', 2);
    expect(calls.map(({ body }) => body['channel'])).toEqual(['D1', 'D2']);
    end();
    await service.fake.called('chat.postMessage', 3);
  });

  test.each([
    ['asks for longer than anybody waits', [limited('61')], 1],
    ['never stops', Array.from({ length: 9 }, () => limited('1')), 4],
  ])('%s, the answer is given up', async (_, answers, tries) => {
    service.fake.answer('chat.postMessage', ...answers);
    await service.event(directMessage('hva mener Frp om LAR?'));
    await service.fake.called('chat.postMessage', tries);
    service.fake.answer('chat.postMessage');
    await service.event(directMessage('hei', { channel: 'D9' }));
    expect(await service.fake.called('chat.postMessage', tries + 1)).toHaveLength(tries + 1);
    expect(service.reports).toEqual([expect.stringMatching(/^Slack: an event failed .*rate_limited/)]);
  });

  test('fails itself, the answer is sent once more', async () => {
    service.fake.answer('chat.postMessage', { status: 503 });
    await service.event(directMessage('hva mener Frp om LAR?'));
    await service.fake.called('chat.postMessage', 2);
    expect(service.waits).toEqual([1_000]);
  });

  test('is slow in one conversation, it answers the others', async () => {
    let end = () => {};
    const after = new Promise<void>((resolve) => (end = resolve));
    service.fake.answer('chat.postMessage', { after });
    await service.event(directMessage('treg'));
    await service.fake.called('chat.postMessage');
    await service.event(mention('rask', { thread_ts: '1600000001.000001' }));
    await service.event(channelMessage('enda en', { thread_ts: '1600000001.000001' }));
    await service.fake.called('chat.postMessage', 3);
    expect(said()).toEqual(['treg', 'rask', 'enda en']);
    end();
  });
});

test('a token that Slack does not take is reported at the start with its cure', async () => {
  service.fake.answer('auth.test', { body: { ok: false, error: 'invalid_auth' } });
  await service.slack.start();
  expect(service.reports).toEqual([expect.stringMatching(/invalid_auth.*copy the Bot User OAuth Token/)]);
  expect(service.reports.join()).not.toContain('xoxb');
});

test('a Slack that cannot be reached at the start is no wrong token', async () => {
  service.fake.answer('auth.test', { status: 502 });
  await service.slack.start();
  expect(service.reports).toEqual([expect.stringMatching(/^Slack: not reached .*may open https:\/\/slack.com$/)]);
});
