import { sign } from './channels/slack/service.js';

/** Gives out canaries, each one once. */
export interface Aviary {
  readonly next: () => string;
  readonly all: readonly string[];
}

export function openAviary(): Aviary {
  const all: string[] = [];
  const next = () => {
    // Letters alone, so that it is one word to every parser; no two hold one another.
    const digits = Array.from(String(1_000 + all.length), (digit) => 'qwxzjvkypf'[Number(digit)]).join('');
    const canary = `kanari${digits}fugl`;
    all.push(canary);
    return canary;
  };
  return { next, all };
}

/** A request as `fetch` takes it. */
export type Sending = readonly [address: string, init?: RequestInit];

const json = { 'Content-Type': 'application/json' };
const posted = (address: string, body: unknown, headers: Record<string, string> = {}): Sending => [
  address,
  { method: 'POST', headers: { ...json, ...headers }, body: typeof body === 'string' ? body : JSON.stringify(body) },
];

export function pageRequests(address: string, { next }: Aviary): readonly Sending[] {
  return [
    [`${address}/${next()}`],
    [`${address}/?q=${next()}`],
    [`${address}/kilder?q=${next()}`, { headers: { Referer: `https://avisa.example/${next()}` } }],
    [`${address}/kilder/${next()}/${next()}`],
    [`${address}/kilder/ap/rus?t=${next()}`, { headers: { Cookie: `a=${next()}` } }],
    [`${address}/kilder/ap/rus/utdrag?t=${next()}`, { headers: { Origin: `https://${next()}.example` } }],
    [`${address}/kilder/ap/%E0%A4%A${next()}`],
    [`${address}/widget/${next()}.js`, { headers: { 'User-Agent': next() } }],
    [`${address}/readyz?${next()}`, { headers: { 'X-Request-Id': next() } }],
    [`${address}/version`, { headers: { 'X-Forwarded-For': next(), 'Accept-Language': next() } }],
    [`${address}/kilder`, { method: 'DELETE', headers: { 'X-Request-Id': `${next()}-0123456789abcdef` } }],
  ];
}

export function webChatRequests(
  directLine: string,
  chat: { id: string; token: string },
  { next }: Aviary,
): readonly Sending[] {
  const activities = `${directLine}/conversations/${chat.id}/activities`;
  const own = { Authorization: `Bearer ${chat.token}` };
  const message = (more: object, headers = {}) =>
    posted(activities, { type: 'message', ...more }, { ...own, ...headers });
  return [
    message({ text: `Hva mener Ap om ${next()}?` }),
    message({ text: `og ${next()}?`, from: { id: next(), name: next() }, locale: next() }),
    message({ text: `Hva mener Ap om ${next()} `.repeat(200) }),
    message({ text: `\uD800 ${next()}` }),
    message({ text: `krasj ${next()}\n    at ${next()}`, channelData: { clientActivityID: next() } }),
    message({ text: 'Hva mener Ap om rus?', value: { [next()]: next() } }, { 'X-Request-Id': next() }),
    message({ text: `${next()} `.repeat(5_000) }),
    posted(activities, { type: next(), text: next() }, own),
    posted(activities, { type: 'event', name: 'webchat:activity-status/feedback', value: { text: next() } }, own),
    posted(activities, `{"type":"message","text":"${next()}`, own),
    posted(activities, '{}', { ...own, 'Content-Type': `application/json; charset=${next()}` }),
    posted(activities, { text: next() }, { Authorization: `Bearer ${next()}` }),
    posted(`${directLine}/conversations/${next()}/activities`, { type: 'message', text: next() }, own),
    [`${activities}?watermark=${next()}`, { headers: own }],
    [`${directLine}/${next()}`, { headers: { Origin: `https://${next()}.example` } }],
    posted(`${directLine}/conversations`, { user: { id: next() }, locale: next() }, own),
  ];
}

/** @param connector where the bot's replies go; it fails with a canary in its words for a conversation called "feil" */
export function teamsRequests(address: string, connector: string, { next }: Aviary): readonly Sending[] {
  const endpoint = `${address}/api/messages`;
  const activity = (more: object) => ({
    type: 'message',
    id: next(),
    channelId: 'msteams',
    serviceUrl: connector,
    conversation: { id: next(), name: next() },
    from: { id: next(), name: next(), aadObjectId: next() },
    recipient: { id: 'bot', name: 'Standpunkt' },
    ...more,
  });
  return [
    posted(endpoint, activity({ text: `Hva mener Ap om ${next()}?` })),
    posted(endpoint, activity({ text: `Hva mener Frp om ${next()}?`, channelId: next() })),
    posted(endpoint, activity({ text: `krasj ${next()}` })),
    posted(endpoint, activity({ text: `Hva mener Ap om ${next()}?`, conversation: { id: 'feil' } })),
    posted(endpoint, activity({ text: next(), serviceUrl: `https://${next()}.example/` })),
    posted(endpoint, activity({ text: [next()] })),
    posted(endpoint, activity({ type: next(), text: next() })),
    posted(endpoint, activity({ type: 'messageUpdate', text: next(), channelData: { eventType: 'editMessage' } })),
    posted(endpoint, activity({ type: 'messageDelete', channelData: { eventType: 'softDeleteMessage' } })),
    posted(
      endpoint,
      activity({
        type: 'invoke',
        name: 'message/submitAction',
        value: {
          actionName: 'feedback',
          actionValue: { reaction: 'dislike', feedback: JSON.stringify({ text: next() }) },
        },
      }),
    ),
    posted(endpoint, `{"type":"message","text":"${next()}`),
    posted(endpoint, activity({ text: `${next()} `.repeat(20_000) })),
  ];
}

export function slackRequests(address: string, secret: string, { next }: Aviary): readonly Sending[] {
  const endpoint = `${address}/slack/events`;
  const signed = (body: object | string, headers: Record<string, string> = {}): Sending => {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    return posted(endpoint, text, { ...sign(text, Math.floor(Date.now() / 1_000), secret), ...headers });
  };
  const event = (more: object) =>
    signed({
      type: 'event_callback',
      team_id: 'T1',
      event_id: next(),
      event: { type: 'app_mention', user: next(), channel: next(), ts: '1600000001.000200', event_ts: '1.1', ...more },
    });
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  const command = { command: '/standpunkt', team_id: 'T1', user_id: next(), user_name: next(), channel_id: next() };
  return [
    event({ text: `<@UBOT> Hva mener Ap om ${next()}?` }),
    event({ text: `<@UBOT> krasj ${next()}` }),
    event({ type: 'message', channel_type: 'im', text: next() }),
    event({ type: next() }),
    signed(new URLSearchParams({ ...command, text: `Hva mener Ap om ${next()}?` }).toString(), form),
    signed(new URLSearchParams({ payload: `{"type":"${next()}"` }).toString(), form),
    signed(`{"type":"event_callback","text":"${next()}`),
    posted(endpoint, { text: next() }, { 'x-slack-signature': next(), 'x-slack-request-timestamp': next() }),
  ];
}
