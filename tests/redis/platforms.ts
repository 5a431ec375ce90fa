import type { IncomingMessage, ServerResponse } from 'node:http';
import { openFakeSlack, type FakeSlack } from '../channels/slack/fake-slack.js';
import {
  channelMessage,
  directMessage,
  envelopeOf,
  FORM,
  mention,
  pressOf,
  sign,
  SIGNING_SECRET,
} from '../channels/slack/service.js';
import { serve } from '../serve.js';
import { until } from './stores.js';

/** A message of ours, as a channel took it. */
export interface Told {
  readonly text: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** A way to put questions to the service as a channel does. */
export interface Platform {
  /** What the channel sends for a message of a person. */
  readonly message: (conversation: string, text: string) => object;
  /** Sends it to a replica; resolves when it is acknowledged. */
  readonly deliver: (address: string, message: object) => Promise<void>;
  /** Every answer in the conversation so far; what follows one in a message of its own is part of it. */
  readonly answers: (conversation: string) => readonly Told[];
}

export interface Platforms {
  readonly teams: Platform;
  readonly slack: Platform;
  readonly fake: FakeSlack;
  /** What a replica needs to be reached by both. */
  readonly environment: Readonly<Record<string, string>>;
  readonly stop: () => Promise<void>;
}

const json = { 'content-type': 'application/json' };
const BESIDE = 'Spør videre:';
const RESPONSES = 'https://hooks.slack.com/respond';

/** @throws Error unless it is acknowledged */
async function post(address: string, body: string, headers: Readonly<Record<string, string>>): Promise<void> {
  const response = await fetch(address, { method: 'POST', headers, body, signal: AbortSignal.timeout(10_000) });
  await response.text();
  if (!response.ok) throw new Error(`${new URL(address).pathname} answered ${response.status}`);
}

function postSlack(address: string, body: string, headers = json): Promise<void> {
  return post(`${address}/slack/events`, body, { ...headers, ...sign(body, Math.floor(Date.now() / 1_000)) });
}

/** Asks, and gives what is said in the conversation beyond what was said before. */
export async function ask(
  { message, deliver, answers }: Platform,
  address: string,
  conversation: string,
  text: string,
) {
  const before = answers(conversation).length;
  await deliver(address, message(conversation, text));
  await until(() => answers(conversation).length > before);
  return answers(conversation).slice(before);
}

/** A button that a person presses on a message of ours to them alone. */
export function press(address: string, fake: FakeSlack, channel: string, action: object): Promise<void> {
  const container = { type: 'message', message_ts: '1700000009.000100', channel_id: channel, is_ephemeral: false };
  const place = { channel: { id: channel }, user: { id: 'U1', team_id: 'T1' }, container };
  const body = pressOf(action, fake, { ...place, message: { ts: container.message_ts }, response_url: RESPONSES });
  return postSlack(address, new URLSearchParams({ payload: JSON.stringify(body) }).toString(), FORM);
}

/** Code that runs before the service: Slack is the fake one. */
export function leadToFake({ apiUrl, responseUrl }: FakeSlack): string {
  return `
    const { fetch } = globalThis;
    globalThis.fetch = (url, init) =>
      fetch(String(url).replace('https://slack.com/api/', '${apiUrl}').replace('${RESPONSES}', '${responseUrl}'), init);`;
}

export function preload(code: string): string {
  return `--import data:text/javascript,${encodeURIComponent(code)}`;
}

/** The connector of Teams and the Web API of Slack, on loopback. */
export async function openPlatforms(): Promise<Platforms> {
  const fake = await openFakeSlack();
  const { connector, teams } = await openTeams();
  return {
    teams,
    slack: slackPlatform(fake),
    fake,
    environment: {
      ALLOW_ANONYMOUS_BOT: 'true',
      PUBLIC_URL: 'https://standpunkt.example',
      SLACK_BOT_TOKEN: 'xoxb-one',
      SLACK_SIGNING_SECRET: SIGNING_SECRET,
      NODE_OPTIONS: preload(leadToFake(fake)),
    },
    stop: async () => void (await Promise.all([fake.stop(), connector.stop()])),
  };
}

async function openTeams() {
  const sent: { readonly conversation: string; readonly told: Told }[] = [];
  let deliveries = 0;
  const take = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const conversation = /conversations\/([^/]+)\//.exec(decodeURIComponent(request.url ?? ''))?.[1] ?? '';
    const body = JSON.parse(Buffer.concat(chunks).toString() || '{}');
    const text = String(body.text ?? body.summary ?? '');
    if (body.type === 'message' && text !== BESIDE) sent.push({ conversation, told: { text, body } });
    response.writeHead(200, json).end(`{"id":"sent-${sent.length}"}`);
  };
  const connector = await serve((request, response) => void take(request, response));
  const teams: Platform = {
    answers: (conversation) => sent.filter((each) => each.conversation === conversation).map(({ told }) => told),
    message: (conversation, text) => ({
      type: 'message',
      id: `delivery-${(deliveries += 1)}`,
      channelId: 'msteams',
      serviceUrl: connector.address,
      text,
      from: { id: '29:person', name: 'Kari' },
      recipient: { id: '28:bot', name: 'Standpunkt' },
      conversation: { id: conversation, conversationType: 'personal' },
    }),
    deliver: (address, message) => post(`${address}/api/messages`, JSON.stringify(message), json),
  };
  return { connector, teams };
}

/** A conversation "D1" is with us alone. "C1/1.1" is a thread, in which who says "@" mentions us. */
function slackPlatform(fake: FakeSlack): Platform {
  return {
    answers: (conversation) =>
      fake
        .of('chat.postMessage')
        .filter(({ body }) => conversation === [body['channel'], body['thread_ts']].filter(Boolean).join('/'))
        .map(({ body }) => ({ text: String(body['text']), body })),
    message(conversation, text) {
      const [channel, thread_ts] = conversation.split('/');
      if (thread_ts === undefined) return envelopeOf(directMessage(text, { channel }));
      const event = text.startsWith('@')
        ? mention(text.slice(1), { channel, thread_ts })
        : channelMessage(text, { channel, thread_ts });
      return envelopeOf(event);
    },
    deliver: (address, message) => postSlack(address, JSON.stringify(message)),
  };
}
