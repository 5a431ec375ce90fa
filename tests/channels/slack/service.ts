import express from 'express';
import { createHmac, randomUUID } from 'node:crypto';
import type { Bot } from '../../../src/bot.js';
import { createMemoryKeptAnswers } from '../../../src/channels/slack/kept-answers.js';
import { createMemoryKeySet } from '../../../src/channels/slack/key-set.js';
import { createSlack, type Slack, type SlackParts } from '../../../src/channels/slack/slack.js';
import type { Feedback } from '../../../src/domain.js';
import { createDeliveries } from '../../../src/state/deliveries.js';
import { keyedHash, sessionKey } from '../../../src/state/session-key.js';
import { serve } from '../../serve.js';
import { fakeBot, type FakeBot } from '../sample.js';
import { openFakeSlack, type FakeSlack } from './fake-slack.js';

export const SIGNING_SECRET = 'signing-secret';
export const PUBLIC_URL = 'https://standpunkt.example';
export const NOW = Date.UTC(2026, 10, 22, 12);

export interface Service {
  readonly bot: FakeBot;
  /** Lets the bot answer with something else from now on. */
  readonly answerWith: (turn: Bot['turn']) => void;
  readonly slack: Slack;
  readonly fake: FakeSlack;
  readonly address: string;
  readonly feedback: Feedback[];
  /** Milliseconds that were waited for, each. */
  readonly waits: number[];
  readonly reports: string[];
  readonly clock: { now: number };
  readonly send: (path: string, init: RequestInit) => Promise<Response>;
  /** Signed, at the time of the clock unless said otherwise. */
  readonly post: (body: object | string, headers?: Record<string, string>) => Promise<Response>;
  readonly event: (event: object, envelope?: object, headers?: Record<string, string>) => Promise<Response>;
  readonly press: (press: object) => Promise<Response>;
  readonly stop: () => Promise<void>;
}

export async function openService(change: Partial<SlackParts> = {}): Promise<Service> {
  const fake = await openFakeSlack();
  const bot = fakeBot();
  let answer = bot.turn;
  const feedback: Feedback[] = [];
  const waits: number[] = [];
  const reports: string[] = [];
  const clock = { now: NOW };
  const now = () => clock.now;
  const slack = createSlack({
    bot: { ...bot, turn: (message, speaker) => answer(message, speaker) },
    access: {
      transport: { kind: 'http', signingSecret: SIGNING_SECRET },
      workspaces: { kind: 'one', botToken: 'xoxb-one' },
    },
    publicUrl: PUBLIC_URL,
    keyOf: (speaker) => sessionKey('secret', speaker),
    hash: (ids) => keyedHash('secret', ids),
    ...createDeliveries({ now, minutes: 11 }),
    known: createMemoryKeySet({ now, minutes: 1_440 }),
    kept: createMemoryKeptAnswers({ now, minutes: 60 }),
    countFeedback: (each) => feedback.push(each),
    now,
    newId: randomUUID,
    wait: async (milliseconds) => {
      if (milliseconds > 0) waits.push(milliseconds);
      await new Promise(setImmediate);
    },
    report: (line) => reports.push(line),
    slackApiUrl: fake.apiUrl,
    ...change,
  });
  const serving = await serve(express().use('/slack', slack.router));
  const send = (path: string, init: RequestInit) =>
    fetch(`${serving.address}/slack${path}`, { redirect: 'manual', ...init });
  const post = (body: object | string, headers: Record<string, string> = {}) => {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const signed = sign(text, Math.floor(clock.now / 1_000));
    return send('/events', {
      method: 'POST',
      body: text,
      headers: { 'content-type': 'application/json', ...signed, ...headers },
    });
  };
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  return {
    bot,
    answerWith: (turn) => void (answer = turn),
    slack,
    fake,
    address: serving.address,
    feedback,
    waits,
    reports,
    clock,
    send,
    post,
    event: (event, envelope = {}, headers = {}) => post(envelopeOf(event, envelope), headers),
    press: (press) => post(new URLSearchParams({ payload: JSON.stringify(press) }).toString(), form),
    async stop() {
      await slack.stop();
      await serving.stop();
      await fake.stop();
    },
  };
}

export function sign(body: string, timestamp: number, secret = SIGNING_SECRET): Record<string, string> {
  const digest = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
  return { 'x-slack-signature': `v0=${digest}`, 'x-slack-request-timestamp': String(timestamp) };
}

/** As Slack wraps an event. */
export function envelopeOf(event: object, change: object = {}): object {
  return {
    type: 'event_callback',
    team_id: 'T1',
    api_app_id: 'A1',
    event_id: `Ev${randomUUID()}`,
    event_time: 1_700_000_000,
    authorizations: [
      { enterprise_id: null, team_id: 'T1', user_id: 'UBOT', is_bot: true, is_enterprise_install: false },
    ],
    event,
    ...change,
  };
}

let stamp = 1_600_000_000;
export function newTs(): string {
  stamp += 1;
  return `${stamp}.000200`;
}

export function mention(text: string, change: object = {}): object {
  return {
    type: 'app_mention',
    user: 'U1',
    text: `<@UBOT> ${text}`,
    ts: newTs(),
    channel: 'C1',
    event_ts: '1.1',
    ...change,
  };
}

export function channelMessage(text: string, change: object = {}): object {
  return {
    type: 'message',
    channel_type: 'channel',
    user: 'U1',
    text,
    ts: newTs(),
    channel: 'C1',
    event_ts: '1.1',
    ...change,
  };
}

export function directMessage(text: string, change: object = {}): object {
  return channelMessage(text, { channel_type: 'im', channel: 'D1', ...change });
}

export function command(text: string, fake: FakeSlack, change: Record<string, string> = {}): string {
  return new URLSearchParams({
    command: '/parti',
    text,
    team_id: 'T1',
    channel_id: 'C1',
    user_id: 'U1',
    trigger_id: randomUUID(),
    response_url: fake.responseUrl,
    ...change,
  }).toString();
}

export const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

/** A button of a message in a thread of a channel, pressed. */
export function pressOf(action: object, fake: FakeSlack, change: object = {}): object {
  return {
    type: 'block_actions',
    team: { id: 'T1', domain: 'avisa' },
    user: { id: 'U2', team_id: 'T1' },
    channel: { id: 'C1' },
    container: { type: 'message', message_ts: '1700000009.000100', channel_id: 'C1', is_ephemeral: false },
    message: { ts: '1700000009.000100', thread_ts: '1700000001.000100' },
    response_url: fake.responseUrl,
    trigger_id: randomUUID(),
    actions: [{ type: 'button', block_id: 'b', action_ts: '1.1', ...action }],
    ...change,
  };
}

interface Rich {
  readonly type?: string;
  readonly text?: string | Rich;
  readonly elements?: readonly Rich[];
  readonly value?: string;
  readonly action_id?: string;
}

/** Every button of a message, feedback apart. */
export function buttonsIn(
  body: Readonly<Record<string, unknown>>,
): readonly { readonly action_id: string; readonly value: string; readonly text: string }[] {
  const blocks: readonly Rich[] = JSON.parse(JSON.stringify(body['blocks'] ?? []));
  return blocks
    .filter(({ type }) => type === 'actions')
    .flatMap(({ elements = [] }) => elements)
    .map(({ action_id = '', value = '', text }) => ({
      action_id,
      value,
      text: typeof text === 'object' && typeof text.text === 'string' ? text.text : '',
    }));
}
