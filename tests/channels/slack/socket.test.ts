import { randomUUID } from 'node:crypto';
import { directMessage, envelopeOf, openService, type Service } from './service.js';

let service: Service;
beforeEach(async () => {
  service = await openService({
    access: {
      transport: { kind: 'socket', appToken: 'xapp-1' },
      workspaces: { kind: 'one', botToken: 'xoxb-one' },
    },
  });
});
afterEach(() => service.stop());

const said = () => service.bot.heard.map(({ message }) => message.text);

async function deliver(payload: object, change: object = {}): Promise<void> {
  const envelope_id = randomUUID();
  const socket = await service.fake.connected();
  socket.send(JSON.stringify({ type: 'events_api', envelope_id, payload, accepts_response_payload: false, ...change }));
  await service.fake.acked(envelope_id);
}

test('an event over the WebSocket is acknowledged before it is answered', async () => {
  await service.slack.start();
  await deliver(envelopeOf(directMessage('vent')));
  expect(service.fake.of('chat.postMessage')).toEqual([]);
  service.bot.letGo();
  await service.fake.called('chat.postMessage');
  expect(service.fake.of('apps.connections.open')[0]?.token).toBe('Bearer xapp-1');
});

test('an event that is sent again is acknowledged again and answered once', async () => {
  await service.slack.start();
  const payload = envelopeOf(directMessage('hva mener Frp om LAR?'));
  await deliver(payload);
  await service.fake.called('chat.postMessage');
  await deliver(payload, { retry_attempt: 1, retry_reason: 'timeout' });
  await deliver(envelopeOf(directMessage('hei')));
  await service.fake.called('chat.postMessage', 2);
  expect(said()).toEqual(['hva mener Frp om LAR?', 'hei']);
});

test('a command over the WebSocket is answered at its response address', async () => {
  await service.slack.start();
  const payload = {
    command: '/parti',
    text: 'hva mener Frp om LAR?',
    team_id: 'T1',
    channel_id: 'C1',
    user_id: 'U1',
    trigger_id: randomUUID(),
    response_url: service.fake.responseUrl,
  };
  await deliver(payload, { type: 'slash_commands', accepts_response_payload: true });
  await service.fake.called('respond');
  expect(said()).toEqual(['hva mener Frp om LAR?']);
});

test('a connection that Slack renews is opened again', async () => {
  await service.slack.start();
  const first = await service.fake.connected();
  first.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' }));
  expect(await service.fake.connected(2)).not.toBe(first);
  await deliver(envelopeOf(directMessage('hei')));
  await service.fake.called('chat.postMessage');
  expect(service.reports).toEqual([]);
});

test('a connection that breaks is opened again, however often that fails, with growing pauses', async () => {
  await service.slack.start();
  const first = await service.fake.connected();
  service.fake.answer(
    'apps.connections.open',
    { status: 503 },
    { status: 503 },
    { body: { ok: false, error: 'internal_error' } },
  );
  first.terminate();
  await service.fake.connected(2);
  expect(service.waits).toEqual([1_000, 2_000, 5_000]);
  expect(service.reports).toHaveLength(3);
  await deliver(envelopeOf(directMessage('hei')));
  await service.fake.called('chat.postMessage');
});

test('a token that is not taken ends the tries, and its cure is reported', async () => {
  service.fake.answer('apps.connections.open', { body: { ok: false, error: 'invalid_auth' } });
  await service.slack.start();
  expect(service.reports).toEqual([expect.stringMatching(/invalid_auth.*set SLACK_APP_TOKEN/)]);
  expect(service.fake.of('apps.connections.open')).toHaveLength(1);
});

test('nothing is taken over HTTP', async () => {
  expect((await service.post(envelopeOf(directMessage('hei')))).status).toBe(404);
});

test('a connection that is given up between two tries is not opened again', async () => {
  await service.stop();
  let end = () => {};
  let paused = () => {};
  const pause = new Promise<void>((resolve) => (end = resolve));
  const inPause = new Promise<void>((resolve) => (paused = resolve));
  service = await openService({
    access: { transport: { kind: 'socket', appToken: 'xapp-1' }, workspaces: { kind: 'one', botToken: 'xoxb-one' } },
    wait: (milliseconds) => {
      if (milliseconds === 0) return Promise.resolve();
      paused();
      return pause;
    },
  });
  service.fake.answer('apps.connections.open', { status: 503 });
  await service.slack.start();
  await inPause;
  await service.slack.stop();
  end();
  await new Promise(setImmediate);
  await service.slack.start();
  expect(service.fake.of('apps.connections.open')).toHaveLength(2);
});
