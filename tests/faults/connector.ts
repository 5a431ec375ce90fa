import { serve } from '../serve.js';

export interface Connector {
  readonly address: string;
  /** Conversation → the replies that came for it, as JSON. */
  readonly replies: ReadonlyMap<string, readonly string[]>;
  /** Requests that are held open without an answer. */
  readonly held: () => number;
  readonly stop: () => Promise<void>;
}

/** The Bot Framework's side: takes replies, or, for a conversation whose id begins with `dead`, takes and never answers. */
export async function startConnector(): Promise<Connector> {
  const replies = new Map<string, readonly string[]>();
  let held = 0;
  const { address, stop } = await serve((request, response) => {
    const conversation = /conversations\/([^/]+)\/activities/.exec(decodeURIComponent(request.url ?? ''))?.[1] ?? '';
    if (conversation.startsWith('dead')) {
      held += 1;
      response.once('close', () => (held -= 1));
    }
    let body = '';
    request.setEncoding('utf8').on('data', (piece: string) => (body += piece));
    request.once('end', () => {
      if (conversation.startsWith('dead')) return;
      // That an answer is being written is none.
      if (JSON.parse(body).type === 'message') replies.set(conversation, [...(replies.get(conversation) ?? []), body]);
      response.writeHead(200, { 'Content-Type': 'application/json' }).end('{"id":"reply"}');
    });
  });
  return { address, replies, held: () => held, stop };
}

/** A message to /api/messages, as JSON. */
export function botMessage(serviceUrl: string, conversation: string, text = 'Hva kan du?', id = conversation): string {
  return JSON.stringify({
    type: 'message',
    id,
    channelId: 'msteams',
    serviceUrl,
    text,
    from: { id: `29:${conversation}` },
    recipient: { id: '28:bot' },
    conversation: { id: conversation, conversationType: 'personal' },
  });
}
