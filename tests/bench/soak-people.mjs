import { createHmac, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { Agent, createServer } from 'node:http';
import { WebSocket } from 'ws';
import { messageOf } from './asking.mjs';
import { send } from './send.mjs';

/** Milliseconds between two looks of who polls. */
const polling = 200;
const agent = new Agent({ keepAlive: true });
export const signingSecret = 'bench';

/**
 * The connector of Teams and the Web API of Slack, in one: takes every message and tells who waits for it.
 * `answerIn(place)` is kept when something is said there.
 */
export async function serveReplies() {
  const waiting = new Map(); // conversation or channel → who is told
  let sent = 0;
  const answer = (response) => {
    sent += 1;
    const reply = { ok: true, id: `sent-${sent}`, ts: `${sent}.000100`, user_id: 'U0', bot_id: 'B0', team_id: 'T1' };
    response.setHeader('Content-Type', 'application/json').end(JSON.stringify(reply));
  };
  const server = createServer((request, response) => {
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      answer(response);
      const place = placeOf(request.url, Buffer.concat(chunks).toString());
      waiting.get(place)?.();
      waiting.delete(place);
    });
  });
  server.keepAliveTimeout = 600_000;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    address: `http://127.0.0.1:${server.address().port}`,
    answerIn: (place) => new Promise((resolve) => waiting.set(place, resolve)),
    forget: (place) => waiting.delete(place),
    stop: () => server.close().closeAllConnections(),
  };
}

/** Where a message is said; null for what is no message. */
function placeOf(url, text) {
  const [, conversation] = /^\/v3\/conversations\/([^/]+)\/activities/.exec(url) ?? [];
  if (conversation !== undefined)
    return JSON.parse(text || '{}').type === 'message' ? decodeURIComponent(conversation) : null;
  return url === '/api/chat.postMessage' ? new URLSearchParams(text).get('channel') : null;
}

/**
 * Kinds of people → how one of them comes. `say` is kept when the answer has come, and not before.
 * @param replies what `serveReplies` gives
 */
export function kindsOfPeople(service, replies) {
  return {
    'web, WebSocket': () => connect(service),
    'web, polling': () => poll(service),
    Teams: async () => writeInTeams(service, replies),
    Slack: async () => writeInSlack(service, replies),
  };
}

async function open(service) {
  const domain = `${service}/v3/directline`;
  const { token } = await send(agent, `${domain}/tokens/generate`, { body: {} });
  const headers = { Authorization: `Bearer ${token}` };
  const { conversationId, streamUrl } = await send(agent, `${domain}/conversations`, { body: {}, headers });
  const activities = `${domain}/conversations/${conversationId}/activities`;
  const post = (text) => send(agent, activities, { body: { type: 'message', text }, headers });
  return { activities, headers, streamUrl, post };
}

const isAnswerTo = (id) => (activity) => activity.type === 'message' && activity.replyToId === id;

async function connect(service) {
  const { streamUrl, post } = await open(service);
  const webSocket = new WebSocket(streamUrl, { perMessageDeflate: false });
  const read = [];
  let tell = () => {};
  const hear = (frame) => {
    const text = frame.toString();
    if (text !== '') read.push(...JSON.parse(text).activities);
    tell();
  };
  webSocket.on('message', hear);
  // The greeting.
  await once(webSocket, 'message');
  return {
    async say(text) {
      read.length = 0;
      const { id } = await post(text);
      while (!read.some(isAnswerTo(id))) await new Promise((resolve) => (tell = resolve));
    },
    leave: () => webSocket.close(),
  };
}

async function poll(service) {
  const { activities, headers, post } = await open(service);
  let watermark = '';
  const leaving = new AbortController();
  return {
    async say(text) {
      const { id } = await post(text);
      while (!leaving.signal.aborted) {
        const found = await send(agent, `${activities}?watermark=${watermark}`, { headers });
        ({ watermark } = found);
        if (found.activities.some(isAnswerTo(id))) return;
        await new Promise((resolve) => setTimeout(resolve, polling));
      }
    },
    leave: () => leaving.abort(),
  };
}

function writeInTeams(service, replies) {
  const person = randomUUID();
  const { conversation } = messageOf('', replies.address, person);
  return {
    async say(text) {
      const answer = replies.answerIn(conversation.id);
      await send(agent, `${service}/api/messages`, { body: messageOf(text, replies.address, person) });
      await answer;
    },
    leave: () => replies.forget(conversation.id),
  };
}

function writeInSlack(service, replies) {
  const channel = `D${randomUUID()}`;
  const user = `U${randomUUID()}`;
  let said = 0;
  return {
    async say(text) {
      said += 1;
      const timestamp = String(Math.floor(Date.now() / 1000));
      const ts = `${timestamp}.${String(said).padStart(6, '0')}`;
      const event = { type: 'message', channel_type: 'im', user, text, ts, channel, event_ts: ts };
      const body = { type: 'event_callback', team_id: 'T1', event_id: randomUUID(), event };
      const signed = `v0:${timestamp}:${JSON.stringify(body)}`;
      const signature = `v0=${createHmac('sha256', signingSecret).update(signed).digest('hex')}`;
      const headers = { 'X-Slack-Request-Timestamp': timestamp, 'X-Slack-Signature': signature };
      const answer = replies.answerIn(channel);
      await send(agent, `${service}/slack/events`, { body, headers });
      await answer;
    },
    leave: () => replies.forget(channel),
  };
}
