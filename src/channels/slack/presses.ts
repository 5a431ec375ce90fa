import type { App, RespondFn } from '@slack/bolt';
import { z } from 'zod';
import { channelWords } from '../words.js';
import { gone, type Deliver } from './conversation.js';
import {
  FEEDBACK_ACTION,
  REASONS_DIALOG,
  readPressed,
  readReasons,
  reasonsDialog,
  thanksDialog,
  type Pressed,
} from './feedback.js';
import { isDirectChannel, pressSchema, speakerAt, type Place, type Press } from './inbound.js';
import { send, teamOf, type Client, type ListenerParts } from './listeners.js';
import { refusal } from './patience.js';
import { unescapeSlack } from './plain.js';
import { slackWords } from './words.js';

const valueSchema = z.object({ value: z.string().max(4_000) });

/** Why a message of ours is not taken in a channel that we are no member of. */
const OUTSIDE = ['not_in_channel', 'channel_not_found', 'missing_scope'];

/** Buttons and dialogs: a suggestion, "Vis mer", sharing, feedback. */
export function addPresses(app: App, parts: ListenerParts): void {
  const { conversation, patience } = parts;
  app.action(/^ask_\d{1,2}$/, async ({ ack, body, action, client, respond, context }) => {
    await ack();
    const { speaker, deliver } = placed(parts, pressSchema.parse(body), teamOf(context), client, respond);
    const text = unescapeSlack(valueSchema.parse(action).value);
    await conversation.ask({ speaker, text, isSeen: false, shareable: false, isToUs: true, deliver });
  });
  app.action('more', async ({ ack, body, action, client, respond, context }) => {
    await ack();
    const { speaker, deliver } = placed(parts, pressSchema.parse(body), teamOf(context), client, respond);
    await conversation.goOn(speaker, valueSchema.parse(action).value, deliver);
  });
  app.action('share', async ({ ack, body, action, client, respond, context }) => {
    await ack();
    const { value } = valueSchema.parse(action);
    // Pressed twice, it is shared once.
    await parts.once(parts.hash(['slack', 'share', body.user.id, value]), () =>
      share(parts, pressSchema.parse(body), teamOf(context), value, client, respond),
    );
  });
  app.action(FEEDBACK_ACTION, async ({ ack, body, action, client, respond }) => {
    await ack();
    const beside = besideOriginal(pressSchema.parse(body));
    const pressed = readPressed(valueSchema.parse(action).value);
    if (pressed === null) return;
    const count = async ({ reaction, language }: Pressed) => {
      parts.countFeedback({ channel: 'slack', reaction, reasons: [] });
      const text = channelWords[language].feedback.thanks;
      const thanks = async () => respond({ ...beside, response_type: 'ephemeral', text });
      await patience.ifPossible('thanking', thanks);
    };
    if (pressed.reaction === 'like' || !('trigger_id' in body)) {
      await count(pressed);
      return;
    }
    const open = { trigger_id: body.trigger_id, view: reasonsDialog(pressed.language) };
    // Without the dialog it is counted at once, with it when it is sent.
    if (!(await patience.ifPossible('views.open', async () => client.views.open(open)))) await count(pressed);
  });
  app.view(REASONS_DIALOG, async ({ ack, view }) => {
    const read = readReasons(view);
    if (read) parts.countFeedback({ channel: 'slack', reaction: 'dislike', reasons: read.reasons });
    await (read ? ack({ response_action: 'update', view: thanksDialog(read.language) }) : ack());
  });
}

/** Who pressed, as the conversation knows them, and the way back to the same place. */
function placed(parts: ListenerParts, press: Press, team: string, client: Client, respond: RespondFn) {
  const place = placeOf(press, team);
  const speaker = speakerAt(place, press.user.id, isDirectChannel(place.channel));
  const onlyToThem: Deliver = async (message) =>
    void (await respond({ ...besideOriginal(press), response_type: 'ephemeral', ...message }));
  const toAll: Deliver = async (message) => {
    try {
      await send(parts, client, place, message);
    } catch (error) {
      // An answer that was shared where we are no member has buttons too.
      if (!isOutside(error)) throw error;
      await onlyToThem(message);
    }
  };
  return { speaker, deliver: press.container.is_ephemeral ? onlyToThem : toAll };
}

/** Slack puts what is said at a response address outside of the thread unless told otherwise. */
function besideOriginal({ container, message }: Press) {
  const thread = message?.thread_ts ?? container.thread_ts;
  return { replace_original: false, ...(thread === undefined ? {} : { thread_ts: thread }) };
}

function isOutside(error: unknown): boolean {
  return OUTSIDE.includes(refusal(error) ?? '');
}

/** A message of ours in a channel is in a thread, or was shared and opens one; what only one person sees is in none. */
function placeOf({ channel, container, message }: Press, team: string): Place {
  const within = message?.thread_ts ?? container.thread_ts ?? null;
  if (container.is_ephemeral || isDirectChannel(channel.id)) return { team, channel: channel.id, thread: within };
  return { team, channel: channel.id, thread: within ?? message?.ts ?? container.message_ts ?? null };
}

async function share(
  parts: ListenerParts,
  press: Press,
  team: string,
  id: string,
  client: Client,
  respond: RespondFn,
): Promise<void> {
  const { conversation, patience } = parts;
  const channel = press.channel.id;
  const asker = speakerAt({ team, channel, thread: null }, press.user.id, false);
  const shareable = await conversation.share(asker, id);
  if (shareable === null) {
    await respond({ response_type: 'ephemeral', replace_original: false, ...gone() });
    return;
  }
  const { message, language } = shareable;
  try {
    const ts = await send(parts, client, { team, channel, thread: null }, message);
    if (ts !== null)
      await conversation.adopt(asker, id, speakerAt({ team, channel, thread: ts }, press.user.id, false));
  } catch (error) {
    if (!isOutside(error)) throw error;
    // Where we are no member, Slack takes it for the person who pressed.
    await respond({ response_type: 'in_channel', replace_original: false, ...message });
  }
  const shared = { response_type: 'ephemeral', replace_original: true, text: slackWords[language].shared } as const;
  await patience.ifPossible('saying that it is shared', () => respond(shared));
}
