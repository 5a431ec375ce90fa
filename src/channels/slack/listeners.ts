import type { App, AssistantConfig, Context, InstallationQuery, webApi } from '@slack/bolt';
import { z } from 'zod';
import type { Bot } from '../../bot.js';
import type { Feedback, Speaker } from '../../domain.js';
import { shorten } from '../citations.js';
import type { SlackMessage } from './blocks.js';
import { isNew, type Conversation, type Deliver } from './conversation.js';
import { homeView } from './home.js';
import {
  commandSchema,
  isDirectChannel,
  readDeletion,
  readDirect,
  readMention,
  readOpened,
  readReply,
  speakerAt,
  type Asked,
  type Place,
} from './inbound.js';
import type { KeySet } from './key-set.js';
import type { Patience } from './patience.js';
import { escapeWithin, onOneLine, readText } from './plain.js';
import { slackWords } from './words.js';

/** Of a prompt and of a conversation's title in the assistant pane. */
const TITLE = 75;
const PROMPTS = 4;

export interface ListenerParts {
  readonly bot: Bot;
  readonly conversation: Conversation;
  readonly patience: Patience;
  /** Runs the work unless it was done under this key before; what failed may be done again. */
  readonly once: (key: string, work: () => Promise<void>) => Promise<void>;
  /** Conversations that we have spoken in, and those of the assistant pane that have a title. */
  readonly known: KeySet;
  readonly keyOf: (speaker: Speaker) => string;
  /** A keyed hash of any ids. */
  readonly hash: (ids: readonly string[]) => string;
  readonly publicUrl: string;
  readonly countFeedback: (feedback: Feedback) => void;
  readonly uninstall: (installation: InstallationQuery<boolean>) => Promise<void>;
}

export type Client = webApi.WebClient;

/** The ways in that are events: mentions, threads, direct messages, the App Home, and the end of an installation. */
export function addEvents(app: App, parts: ListenerParts): void {
  const { conversation, patience } = parts;
  everyDeliveryOnce(app, parts);
  app.event('app_mention', async ({ event, client, context }) => {
    const asked = readMention(event, teamOf(context));
    if (asked) await answer(parts, client, asked, speakerAt(asked.place, asked.user, false));
  });
  app.event('message', async ({ event, client, context }) => {
    const team = teamOf(context);
    const deleted = readDeletion(event, team);
    if (deleted) await patience.ifPossible('forgetting', () => conversation.forget(deleted));
    const direct = readDirect(event, team);
    if (direct) await answer(parts, client, direct, speakerAt(direct.place, direct.user, true));
    const reply = readReply(event, team);
    const speaker = reply && speakerAt(reply.place, reply.user, false);
    if (reply && speaker && (await conversation.isKnown(speaker))) await answer(parts, client, reply, speaker);
  });
  app.event('app_home_opened', async ({ event, client }) => {
    if (event.tab !== 'home') return;
    const view = await homeView(parts.bot, parts.publicUrl);
    await patience.ifPossible('views.publish', () => client.views.publish({ user_id: event.user, view }));
  });
  app.event('app_uninstalled', ({ context }) => parts.uninstall(installationOf(context)));
  app.event('tokens_revoked', async ({ event, context }) => {
    if ((event.tokens.bot ?? []).length > 0) await parts.uninstall(installationOf(context));
  });
}

/** The assistant pane: a greeting with prompts, then a title, a status and an answer for each question. */
export function assistantConfig(parts: ListenerParts): AssistantConfig {
  const { conversation, patience, keyOf, known } = parts;
  return {
    // What channel a person looks at meanwhile is none of our business.
    threadContextStore: { get: async () => ({}), save: async () => undefined },
    async threadStarted({ event, client, context }) {
      const opened = readOpened(event, teamOf(context));
      if (opened?.place.thread == null) return;
      const { place, user } = opened;
      const suggestions = await conversation.welcome(speakerAt(place, user, true), posting(parts, client, place));
      const prompts = suggestions.slice(0, PROMPTS).map((message) => ({ title: shorten(message, TITLE), message }));
      const [first, ...others] = prompts;
      const title = slackWords.nb.promptsTitle;
      if (first === undefined) return;
      await patience.ifPossible('assistant.threads.setSuggestedPrompts', () =>
        client.assistant.threads.setSuggestedPrompts({ ...threadOf(place), title, prompts: [first, ...others] }),
      );
    },
    async userMessage({ event, client, context }) {
      const asked = readDirect(event, teamOf(context));
      if (!asked) return;
      const speaker = speakerAt(asked.place, asked.user, true);
      await answer(parts, client, asked, speaker, async () => {
        const status = slackWords.nb.looking;
        await patience.ifPossible('assistant.threads.setStatus', () =>
          client.assistant.threads.setStatus({ ...threadOf(asked.place), status }),
        );
        if (asked.text === '' || !(await isNew(known, keyOf({ ...speaker, thread: 'title' })))) return;
        const title = escapeWithin(onOneLine(asked.text), TITLE);
        await patience.ifPossible('assistant.threads.setTitle', () =>
          client.assistant.threads.setTitle({ ...threadOf(asked.place), title }),
        );
      });
    },
  };
}

/** `/parti hva mener …`: only the asker sees the answer, and may share it. */
export function addCommand(app: App, { conversation }: ListenerParts): void {
  // Every command that comes here is this app's; a workspace may have had to rename it.
  app.command(/^\//, async ({ ack, command, respond, context }) => {
    await ack();
    const { channel_id: channel, user_id: user, text } = commandSchema.parse(command);
    const speaker = speakerAt({ team: teamOf(context), channel, thread: null }, user, false);
    const deliver: Deliver = async (message) => void (await respond({ response_type: 'ephemeral', ...message }));
    const shareable = !isDirectChannel(channel);
    if (text.trim() === '') await conversation.welcome(speaker, deliver);
    else await conversation.ask({ speaker, text: readText(text), isSeen: false, shareable, isToUs: true, deliver });
  });
}

/** Each message is answered once: a reply that mentions us comes as two events. */
async function answer(
  parts: ListenerParts,
  client: Client,
  asked: Asked,
  speaker: Speaker,
  before: () => Promise<void> = async () => undefined,
): Promise<void> {
  const { place, ts, text } = asked;
  await once(parts, ['message', place.team, place.channel, ts], async () => {
    await before();
    const deliver = posting(parts, client, place);
    // A bare mention says hello.
    if (text === '' && speaker.thread !== null) await parts.conversation.welcome(speaker, deliver);
    else await parts.conversation.ask({ speaker, text, isSeen: true, shareable: false, isToUs: asked.isToUs, deliver });
  });
}

export function posting(parts: ListenerParts, client: Client, place: Place): Deliver {
  return async (message) => void (await send(parts, client, place, message));
}

/** The id of the message, when Slack says it. */
export async function send(
  { patience }: ListenerParts,
  client: Client,
  { channel, thread }: Place,
  message: SlackMessage,
): Promise<string | null> {
  const where = thread === null ? { channel } : { channel, thread_ts: thread };
  const { postMessage: post } = client.chat;
  const { ts = null } = await patience.insist(async () => post({ ...where, ...message }));
  return ts;
}

const deliverySchema = z.object({
  event_id: z.string().max(128).optional(),
  trigger_id: z.string().max(256).optional(),
});

/** Slack sends an event again when our acknowledgement got lost. What failed may come again and is then answered. */
function everyDeliveryOnce(app: App, parts: ListenerParts): void {
  app.use(async (args) => {
    const { event_id, trigger_id } = deliverySchema.catch({}).parse(args.body);
    const id = event_id ?? trigger_id;
    const isFirst = id === undefined || (await once(parts, ['delivery', id], () => args.next()));
    if (id === undefined) await args.next();
    else if (!isFirst && 'ack' in args && args.ack !== undefined) await args.ack();
  });
}

/** False when it was done before. */
async function once(
  { once: unlessDone, hash }: ListenerParts,
  ids: readonly string[],
  work: () => Promise<void>,
): Promise<boolean> {
  let isFirst = false;
  await unlessDone(hash(['slack', ...ids]), () => {
    isFirst = true;
    return work();
  });
  return isFirst;
}

export function teamOf({ teamId, enterpriseId }: Context): string {
  return teamId ?? enterpriseId ?? '';
}

function installationOf({ teamId, enterpriseId, isEnterpriseInstall }: Context): InstallationQuery<boolean> {
  return { teamId, enterpriseId, isEnterpriseInstall };
}

function threadOf({ channel, thread }: Place) {
  return { channel_id: channel, thread_ts: thread ?? '' };
}
