import type { IncomingMessage, ServerResponse } from 'node:http';
import { WebSocket } from 'ws';
import type { Aviary } from './canary-messages.js';
import type { FakeSlack } from './channels/slack/fake-slack.js';
import { leadToFake, preload } from './redis/platforms.js';
import { serve, type Serving } from './serve.js';

/** Runs before the service: Slack is the fake one, a text with "krasj" in it makes a fault that quotes it, and SIGUSR2 a crash. */
export function preloadFaults(slack: FakeSlack): string {
  return preload(`${leadToFake(slack)}
    const { normalize } = String.prototype;
    String.prototype.normalize = function (form) {
      if (this.includes('krasj')) throw new Error('no normal form of ' + this);
      return normalize.call(this, form);
    };
    process.on('SIGUSR2', () => {
      const { CANARY } = process.env;
      throw new Error(CANARY + '\\n    at ' + CANARY, { cause: new Error(CANARY) });
    });`);
}

/** Takes the bot's replies in Teams; it fails with canaries in its words for a conversation called "feil". */
export async function serveConnector(aviary: Aviary): Promise<Serving & { readonly delivered: readonly string[] }> {
  const delivered: string[] = [];
  const take = async (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    delivered.push(Buffer.concat(chunks).toString());
    const fails = request.url?.includes('feil') ?? false;
    response.statusCode = fails ? 403 : 200;
    response.setHeader('Content-Type', 'application/json');
    response.end(JSON.stringify(fails ? { error: { code: aviary.next(), message: aviary.next() } } : { id: '1' }));
  };
  return { ...(await serve((request, response) => void take(request, response))), delivered };
}

/** Frames that no client should send, and streams that nobody may open. */
export async function openStreams(address: string, streamUrl: string, aviary: Aviary): Promise<void> {
  const local = streamUrl.replace('wss://standpunkt.example', address.replace('http', 'ws'));
  const talker = new WebSocket(local);
  await new Promise((resolve) => talker.once('open', resolve));
  const closed = new Promise((resolve) => talker.once('close', resolve));
  talker.send(aviary.next());
  talker.send(`${aviary.next()} `.repeat(100));
  await closed;
  const stranger = new WebSocket(`${local.replace(/\?.*/, '')}?t=${aviary.next()}&watermark=${aviary.next()}`);
  await new Promise((resolve) => stranger.once('error', resolve));
}
