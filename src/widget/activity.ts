import type { Reply } from '../domain.js';

/** What the chat reads of a Direct Line activity. */
export interface ReceivedActivity {
  readonly id: string | null;
  readonly type: string;
  readonly text: string;
  readonly replyToId: string | null;
  /** Set on the echo of what this widget sent, in this page or before a reload. */
  readonly clientActivityId: string | null;
  /** A person wrote it, not the bot. */
  readonly own: boolean;
  /** What feedback names; null when the sender gives none. */
  readonly answerId: string | null;
  /** The reply in parts; null when the sender gives only text. */
  readonly reply: Reply | null;
}

/** One element of `activities` as it came over the wire; null when it is no activity. */
export function readActivity(wire: unknown): ReceivedActivity | null {
  const type = text(wire, 'type');
  if (type === null) return null;
  const channelData = field(wire, 'channelData');
  const standpunkt = field(channelData, 'standpunkt');
  const reply = field(standpunkt, 'reply');
  return {
    id: text(wire, 'id'),
    type,
    text: text(wire, 'text') ?? '',
    replyToId: text(wire, 'replyToId'),
    clientActivityId: text(channelData, 'clientActivityID'),
    own: field(field(wire, 'from'), 'role') === 'user',
    answerId: text(standpunkt, 'answerId'),
    reply: isReply(reply) ? reply : null,
  };
}

/** A field of something that may not be an object; undefined when it has none. */
export function field(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.getOwnPropertyDescriptor(value, name)?.value;
}

/** A field that is a string with something in it; null otherwise. */
export function text(value: unknown, name: string): string | null {
  const found = field(value, name);
  return typeof found === 'string' && found !== '' ? found : null;
}

// The reply comes from the page's own server; this tells an older or newer shape from ours, not friend from foe.
function isReply(value: unknown): value is Reply {
  const lists = ['opening', 'sections', 'closing', 'suggestions'];
  return typeof field(value, 'language') === 'string' && lists.every((name) => Array.isArray(field(value, name)));
}
