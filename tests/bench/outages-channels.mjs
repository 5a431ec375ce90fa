import { createHmac, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { Agent, createServer } from 'node:http';
import { messageOf } from './asking.mjs';
import { send } from './send.mjs';

/** Milliseconds until a question counts as not answered, and a request as hung. */
const patience = 10_000;
export const signingSecret = 'bench';
/** Lets go of a connection before the service does, which waits five seconds: a request would meet a closed door. */
export const agent = new Agent({ keepAlive: true, timeout: 3_000 });

/** The connector of Teams and the Web API of Slack, in one. `answerTo(id)` is kept with the text of the first message. */
export async function serveReplies() {
  const waiting = new Map(); // id of a message in Teams, or channel in Slack → who is told
  const take = async (request, response) => {
    const text = (await request.toArray()).join('');
    const said = request.url === '/api/chat.postMessage' ? slackReply(text) : teamsReply(request.url, text);
    response.setHeader('Content-Type', 'application/json');
    response.end(JSON.stringify({ ok: true, id: 'sent', ts: '1.000100', user_id: 'U0', bot_id: 'B0', team_id: 'T1' }));
    waiting.get(said?.id)?.(said.text);
    waiting.delete(said?.id);
  };
  const server = createServer((request, response) => void take(request, response));
  server.keepAliveTimeout = 600_000;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    address: `http://127.0.0.1:${server.address().port}`,
    answerTo: (id) => new Promise((resolve) => waiting.set(id, resolve)),
    stop: () => server.close().closeAllConnections(),
  };
}

function slackReply(text) {
  const form = new URLSearchParams(text);
  return { id: form.get('channel'), text: form.get('text') };
}

function teamsReply(url, text) {
  if (!url.startsWith('/v3/')) return null;
  const { type, replyToId, text: said, summary } = JSON.parse(text || '{}');
  return type === 'message' ? { id: replyToId, text: said ?? summary ?? '' } : null;
}

/**
 * Channels → how somebody comes to the replica at `home`. `ask(text, address)` asks another replica where the channel may
 * do so, and is kept with what was answered. @throws Error when nothing is answered in time
 */
export function channelsOf(replies) {
  const timely = (open) => async (home) => {
    const ask = await open(home);
    return (text, address = home) => Promise.race([ask(text, address), tooLate()]);
  };
  return {
    'Direct Line': timely(openWebChat),
    Teams: timely(async () => writeInTeams(replies)),
    Slack: timely(async () => writeInSlack(replies)),
  };
}

function tooLate() {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error(`not answered within ${patience} ms`)), patience).unref();
  });
}

/** A proxy routes a web chat by its path: it stays on its replica. */
async function openWebChat(home) {
  const directLine = `${home}/v3/directline`;
  const { token } = await send(agent, `${directLine}/tokens/generate`, { body: {} });
  const headers = { Authorization: `Bearer ${token}` };
  const { conversationId } = await send(agent, `${directLine}/conversations`, { body: {}, headers });
  const activities = `${directLine}/conversations/${conversationId}/activities`;
  let watermark = '';
  return async (text) => {
    const { id } = await send(agent, activities, { body: { type: 'message', text }, headers });
    for (;;) {
      const found = await send(agent, `${activities}?watermark=${watermark}`, { headers });
      ({ watermark } = found);
      const answer = found.activities.find(({ replyToId }) => replyToId === id);
      if (answer) return answer.text ?? '';
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
}

function writeInTeams(replies) {
  const person = randomUUID();
  return async (text, address) => {
    const body = messageOf(text, replies.address, person);
    const answer = replies.answerTo(body.id);
    await send(agent, `${address}/api/messages`, { body });
    return answer;
  };
}

function writeInSlack(replies) {
  const channel = `D${randomUUID()}`;
  let said = 0;
  return async (text, address) => {
    said += 1;
    const timestamp = String(Math.floor(Date.now() / 1_000));
    const ts = `${timestamp}.${String(said).padStart(6, '0')}`;
    const event = { type: 'message', channel_type: 'im', user: 'U1', text, ts, channel, event_ts: ts };
    const body = { type: 'event_callback', team_id: 'T1', event_id: randomUUID(), event };
    const signed = `v0:${timestamp}:${JSON.stringify(body)}`;
    const signature = `v0=${createHmac('sha256', signingSecret).update(signed).digest('hex')}`;
    const headers = { 'X-Slack-Request-Timestamp': timestamp, 'X-Slack-Signature': signature };
    const answer = replies.answerTo(channel);
    await send(agent, `${address}/slack/events`, { body, headers });
    return answer;
  };
}
