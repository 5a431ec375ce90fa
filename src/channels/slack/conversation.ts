import type { Bot } from '../../bot.js';
import type { Language, Speaker, Turn } from '../../domain.js';
import { createTurnLine } from '../one-at-a-time.js';
import { context, type SlackMessage } from './blocks.js';
import type { KeptAnswers } from './kept-answers.js';
import type { KeySet } from './key-set.js';
import { renderSlack, toMessage, type Rendering } from './render.js';
import { slackWords } from './words.js';

/** Messages of one conversation that may wait for an answer; nobody types faster. */
const WAITING = 10;
/** Messages in all that may wait: for their turn, or for a Slack that is slow. Each holds some 100 kB. */
const WAITING_IN_ALL = 1_000;

export interface ConversationParts {
  readonly bot: Bot;
  readonly keyOf: (speaker: Speaker) => string;
  readonly publicUrl: string;
  /** Conversations that we have spoken in. */
  readonly known: KeySet;
  readonly kept: KeptAnswers;
  /** Unguessable text without blanks. */
  readonly newId: () => string;
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly report: (line: string) => void;
}

/** Puts a message where it belongs; fails when Slack does not take it. */
export type Deliver = (message: SlackMessage) => Promise<void>;

export interface Question {
  readonly speaker: Speaker;
  readonly text: string;
  /** Whether those who read the answer see the question above it anyway. */
  readonly isSeen: boolean;
  readonly shareable: boolean;
  /** Whether it was said to us, or in a thread that we take part in. */
  readonly isToUs: boolean;
  readonly deliver: Deliver;
}

export interface Conversation {
  readonly ask: (question: Question) => Promise<void>;
  readonly welcome: (speaker: Speaker, deliver: Deliver) => Promise<readonly string[]>;
  /** Whether we have spoken in the conversation within a day. */
  readonly isKnown: (speaker: Speaker) => Promise<boolean>;
  /** What the value of "Vis mer" names. */
  readonly goOn: (speaker: Speaker, value: string, deliver: Deliver) => Promise<void>;
  /** An answer of the speaker's as others may see it; null when it is no longer kept. */
  readonly share: (
    speaker: Speaker,
    id: string,
  ) => Promise<{ readonly message: SlackMessage; readonly language: Language } | null>;
  /** Lets the thread below a shared answer go on from it. */
  readonly adopt: (speaker: Speaker, id: string, thread: Speaker) => Promise<void>;
  readonly forget: (speaker: Speaker) => Promise<void>;
}

/** Sentences that present the service, unless we have spoken in the conversation before. */
type Present = (speaker: Speaker, language: Language) => Promise<readonly string[]>;

/** Talks with the bot: one turn at a time in each conversation, and each as fast as Slack takes its messages. */
export function createConversation(parts: ConversationParts): Conversation {
  const { bot, keyOf, kept, known } = parts;
  const line = createTurnLine();
  const takeTurn = oneAfterTheOther(parts);
  const hasRoom = roomFor(parts.report);
  // In a thread it is of everybody; the user is part of the key only where each talks for themselves.
  const present: Present = async (speaker, language) =>
    (await isNew(known, keyOf(speaker))) ? bot.welcome(language).reply.opening : [];

  return {
    async ask(question) {
      const key = keyOf(question.speaker);
      if (hasRoom(line.length(key), line.total()))
        await line.run(key, () => answer({ ...parts, turn: takeTurn }, key, question, present));
    },
    async welcome(speaker, deliver) {
      await known.add(keyOf(speaker)).catch(() => false);
      const turn = bot.welcome(null);
      await send(parts, turn, { id: parts.newId() }, deliver);
      return turn.reply.suggestions;
    },
    isKnown: (speaker) => known.has(keyOf(speaker)).catch(() => false),
    async goOn(speaker, value, deliver) {
      const [id = '', page = ''] = value.split(' ');
      const turn = await kept.find(keyOf(speaker), id).catch(() => null);
      await (turn === null ? deliver(gone()) : send(parts, turn, { id, page: Number(page) }, deliver));
    },
    async share(speaker, id) {
      const turn = await kept.find(keyOf(speaker), id).catch(() => null);
      if (turn === null) return null;
      const asked = turn.answer.question.resolved;
      const introduction = bot.welcome(turn.reply.language).reply.opening;
      const message = renderSlack(turn.reply, { ...firstPage(parts.publicUrl, id), asked, introduction });
      return message && { message, language: turn.reply.language };
    },
    async adopt(speaker, id, thread) {
      const shared = await kept.find(keyOf(speaker), id).catch(() => null);
      await known.add(keyOf(thread)).catch(() => false);
      if (shared === null) return;
      await kept.keep(keyOf(thread), id, shared).catch(() => undefined);
      await takeTurn({ text: shared.answer.question.resolved, locale: shared.reply.language }, thread);
    },
    async forget(speaker) {
      await kept.erase(keyOf(speaker));
      await bot.forget(speaker);
    },
  };
}

/** Whether one more message may wait. The first that is dropped is reported, and then none until all have been let in again. */
function roomFor(report: (line: string) => void): (inConversation: number, inAll: number) => boolean {
  let dropped = false;
  return (inConversation, inAll) => {
    const isFull = inConversation >= WAITING || inAll >= WAITING_IN_ALL;
    if (isFull && !dropped) report('Slack: too many messages wait for an answer; some are dropped');
    dropped = isFull || (dropped && inAll > 0);
    return !isFull;
  };
}

/**
 * A turn keeps the processor for some milliseconds. Between any two, what came in meanwhile is read and acknowledged;
 * a turn that waits for its state does not hold up the next.
 */
function oneAfterTheOther({ bot, wait }: ConversationParts): Bot['turn'] {
  const processor = createTurnLine();
  return async (message, speaker) => {
    const { turn } = await processor.run('', async () => {
      await wait(0);
      const begun = bot.turn(message, speaker);
      await Promise.race([begun.catch(() => undefined), wait(0)]);
      return { turn: begun };
    });
    return turn;
  };
}

async function answer(
  parts: ConversationParts & Pick<Bot, 'turn'>,
  key: string,
  { speaker, text, isSeen, shareable, isToUs, deliver }: Question,
  present: Present,
): Promise<void> {
  const turn = await parts.turn({ text, locale: null, ...(isToUs ? {} : { overheard: true }) }, speaker);
  const { detail, question } = turn.answer;
  if (turn.ignored) return;
  const id = parts.newId();
  if (detail.kind === 'help' && detail.reason === 'erased') await parts.kept.erase(key).catch(() => undefined);
  else await parts.kept.keep(key, id, turn).catch(() => undefined);
  const introduction = await present(speaker, turn.reply.language);
  const asked = isSeen || question.text === '' ? null : question.text;
  await send(parts, turn, { id, asked, introduction, shareable }, deliver);
}

async function send(
  { publicUrl }: ConversationParts,
  { reply }: Turn,
  about: Pick<Rendering, 'id'> & Partial<Rendering>,
  deliver: Deliver,
): Promise<void> {
  await deliver(renderSlack(reply, { ...firstPage(publicUrl, about.id), ...about }) ?? gone());
}

function firstPage(publicUrl: string, id: string): Rendering {
  return { publicUrl, id, page: 0, asked: null, introduction: [], shareable: false };
}

/** Said for a button whose answer has been forgotten: which language it was in is forgotten too. */
export function gone(): SlackMessage {
  return toMessage(context(slackWords.nb.gone));
}

/** A set that cannot be reached counts as new: said twice is better than not at all. */
export function isNew(keys: KeySet, key: string): Promise<boolean> {
  return keys.add(key).catch(() => true);
}
