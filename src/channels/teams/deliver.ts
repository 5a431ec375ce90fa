import type { TurnContext } from '@microsoft/agents-hosting';
import type { Reply } from '../../domain.js';
import { within } from '../deadline.js';
import { renderTeams } from './render-teams.js';

// The channel gives up on a turn after 10 to 15 s. `fetch` alone would wait for a dead connector for minutes.
export const REPLY_SECONDS = 9;

/** Which messages of ours answer which message, by an opaque key. */
export interface SentMessages {
  readonly read: (key: string) => Promise<readonly string[]>;
  readonly write: (key: string, ids: readonly string[]) => Promise<void>;
  readonly erase: (key: string) => Promise<void>;
}

export interface Answering {
  readonly sent: SentMessages;
  /** Ids → an opaque key. */
  readonly keyOf: (ids: readonly string[]) => string;
  readonly replySeconds?: number;
}

export const PUBLIC_URL_KEY = 'standpunkt.publicUrl';

/** Sends a reply; where the message was answered before, as it is when it has been edited, that answer is rewritten. */
export async function deliver(parts: Answering, context: TurnContext, reply: Reply): Promise<void> {
  const messages = renderTeams(reply, {
    publicUrl: String(context.turnState.get(PUBLIC_URL_KEY)),
    personal: isPersonal(context),
  });
  const key = messageKey(parts, context);
  const sending = async () => {
    const before = key === null ? [] : await parts.sent.read(key);
    const { Activity } = await import('@microsoft/agents-activity');
    const ids: string[] = [];
    try {
      for (const [index, message] of messages.entries()) {
        const id = await put(context, () => Object.assign(new Activity(message.type), message), before[index] ?? null);
        if (id !== null) ids.push(id);
      }
    } finally {
      // Also of half an answer: what is delivered again then goes on from there and says nothing twice.
      if (key !== null && ids.length > 0) await parts.sent.write(key, ids);
    }
    await remove(context, before.slice(messages.length));
  };
  await within(parts.replySeconds ?? REPLY_SECONDS, sending());
}

/** Deletes our answer to a message that is no more. */
export async function withdraw(parts: Answering, context: TurnContext): Promise<void> {
  const key = messageKey(parts, context);
  if (key === null) return;
  const deleting = async () => {
    const ids = await parts.sent.read(key);
    await parts.sent.erase(key);
    await remove(context, ids);
  };
  await within(parts.replySeconds ?? REPLY_SECONDS, deleting());
}

/** Each for itself: a message that somebody has deleted already is no reason to leave the others. */
async function remove(context: TurnContext, ids: readonly string[]): Promise<void> {
  for (const id of ids) await context.deleteActivity(id).catch(() => undefined);
}

type Making = () => Parameters<TurnContext['updateActivity']>[0];

/** Writes over the message with this id, or sends a new one; its id, null where the channel gives none. */
async function put(context: TurnContext, make: Making, id: string | null): Promise<string | null> {
  if (id !== null) {
    try {
      const activity = make();
      activity.id = id;
      await context.updateActivity(activity);
      return id;
    } catch {
      // Somebody has deleted it; the answer is still owed.
    }
  }
  const response = await context.sendActivity(make());
  return response?.id ? response.id : null;
}

function messageKey({ keyOf }: Answering, { activity }: TurnContext): string | null {
  const { id, channelId, conversation } = activity;
  return id ? keyOf(['answer', channelId ?? '', conversation?.id ?? '', id]) : null;
}

function isPersonal({ activity: { conversation } }: TurnContext): boolean {
  return conversation?.isGroup !== true && (conversation?.conversationType ?? 'personal') === 'personal';
}
