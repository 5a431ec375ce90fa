import express from 'express';
import { WebSocket } from 'ws';
import { type LogLimits, createMemoryConversationLog } from '../../../src/channels/direct-line/log.js';
import type { DirectLineParts } from '../../../src/channels/direct-line/parts.js';
import { createDirectLine } from '../../../src/channels/direct-line/router.js';
import { createTokens } from '../../../src/channels/direct-line/tokens.js';
import { createMemoryTurnOrder } from '../../../src/channels/direct-line/turn-order.js';
import type { Feedback, RateLimit } from '../../../src/domain.js';
import { createApp } from '../../../src/server.js';
import { createFirstTime } from '../../../src/state/first-time.js';
import { serve } from '../../serve.js';
import { fakeBot } from '../sample.js';

export const SERVER_SECRET = 'a secret of the server';

const pages = {
  home: () => '',
  sources: () => '',
  demo: () => '',
  source: () => null,
  excerpt: () => null,
  notFound: () => '',
};

/** Counts for ever: a minute lasts as long as the test. */
export function countingLimit(most: number): RateLimit {
  const counts = new Map<string, number>();
  return {
    async take(what, who) {
      const key = JSON.stringify([what, who]);
      counts.set(key, (counts.get(key) ?? 0) + 1);
      return (counts.get(key) ?? 0) > most ? 7 : 0;
    },
  };
}

interface Timer {
  readonly milliseconds: number;
  readonly work: () => void;
}

/** The whole of Direct Line on a free port, with a clock and timers that the test turns. */
export async function serveDirectLine(
  change: Partial<DirectLineParts> = {},
  limits: Partial<LogLimits> = {},
  trustedProxies = 0,
) {
  const clock = { time: Date.UTC(2026, 10, 22) };
  const now = () => clock.time;
  const bot = fakeBot();
  const reported: string[] = [];
  const counted: Feedback[] = [];
  const timers = new Set<Timer>();
  const log = change.log ?? createMemoryConversationLog({ now, minutes: 60, ...limits });
  const tokens = change.tokens ?? createTokens({ secret: SERVER_SECRET, now });
  let ids = 0;
  const directLine = createDirectLine({
    bot,
    tokens,
    log,
    publicUrl: null,
    allowedOrigins: ['https://avisa.example/'],
    messageLimit: countingLimit(100_000),
    tokenLimit: countingLimit(100_000),
    requestLimit: countingLimit(100_000),
    countFeedback: (feedback) => counted.push(feedback),
    isFirst: createFirstTime({ now, minutes: 60 }),
    order: createMemoryTurnOrder(),
    mostStreams: 100,
    now,
    after(milliseconds, work) {
      const timer = { milliseconds, work };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    newId: () => `id${(ids += 1)}`,
    report: (line) => reported.push(line),
    ...change,
  });
  const app = createApp({
    health: () => ({ version: '0', documents: 0, parties: 0 }),
    pages,
    widgetFolder: '/nowhere',
    allowedOrigins: [],
    trustedProxies,
    directLine: directLine.router,
    teams: express.Router(),
    report: (line) => reported.push(line),
  });
  const { address, stop } = await serve(app, directLine.upgrade);
  return {
    address,
    domain: `${address}/v3/directline`,
    clock,
    bot,
    log,
    tokens,
    reported,
    counted,
    directLine,
    /** Lets the timers of that many milliseconds run out. */
    pass(milliseconds: number) {
      for (const timer of Array.from(timers)) {
        if (timer.milliseconds !== milliseconds) continue;
        timers.delete(timer);
        timer.work();
      }
    },
    stop() {
      directLine.close();
      return stop();
    },
  };
}
export type Service = Awaited<ReturnType<typeof serveDirectLine>>;

export interface Call {
  readonly token?: string;
  readonly body?: unknown;
  readonly raw?: string;
  readonly headers?: Record<string, string>;
}

export async function call(
  { domain }: Service,
  method: string,
  path: string,
  { token, body, raw, headers }: Call = {},
) {
  const response = await fetch(domain + path, {
    method,
    headers: {
      ...(body === undefined && raw === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(raw === undefined ? {} : { body: raw }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, json: text === '' ? null : JSON.parse(text) };
}

export async function begin(service: Service, body?: unknown) {
  const generated = (await call(service, 'POST', '/tokens/generate')).json;
  const request = { token: generated.token, ...(body === undefined ? {} : { body }) };
  const { json, status } = await call(service, 'POST', '/conversations', request);
  const id = String(json.conversationId);
  return {
    id,
    token: String(json.token),
    streamUrl: String(json.streamUrl),
    status,
    path: `/conversations/${id}/activities`,
  };
}

export const message = (text: string, clientActivityID?: string) => ({
  type: 'message',
  text,
  from: { id: 'someone else', name: 'Kari' },
  ...(clientActivityID === undefined ? {} : { channelData: { clientActivityID } }),
});

export interface Frame {
  readonly activities: readonly Readonly<Record<string, unknown>>[];
  readonly watermark: string;
}

/** A WebSocket whose frames are awaited one by one. */
export function listen(address: string, headers: Record<string, string> = {}) {
  const socket = new WebSocket(address, { headers });
  const frames: string[] = [];
  const waiting: ((text: string) => void)[] = [];
  socket.on('message', (data: Buffer) => {
    const taker = waiting.shift();
    if (taker) taker(data.toString());
    else frames.push(data.toString());
  });
  const closed = new Promise<{ code: number; reason: string }>((resolve) =>
    socket.on('close', (code, reason) => resolve({ code, reason: reason.toString() })),
  );
  const refusal = new Promise<{ status: number; json: { error: { code: string } }; retryAfter: string | undefined }>(
    (resolve) => {
      socket.on('unexpected-response', (_request, response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            json: JSON.parse(Buffer.concat(chunks).toString()),
            retryAfter: response.headers['retry-after'],
          }),
        );
      });
    },
  );
  socket.on('error', () => undefined);
  const text = () =>
    new Promise<string>((resolve) => {
      const first = frames.shift();
      if (first === undefined) waiting.push(resolve);
      else resolve(first);
    });
  return {
    socket,
    closed,
    refusal,
    opened: new Promise<void>((resolve) => socket.on('open', resolve)),
    /** The next frame as it came. */
    text,
    /** The next frame that is not empty. */
    next: async (): Promise<Frame> => {
      for (;;) {
        const frame = await text();
        if (frame !== '') return JSON.parse(frame);
      }
    },
  };
}
