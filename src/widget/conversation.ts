import type { ReceivedActivity } from './activity.js';
import type { Connection } from './connection.js';
import type { Failure } from './strings.js';

export type QuestionState =
  { readonly kind: 'sending' } | { readonly kind: 'sent' } | { readonly kind: 'failed'; readonly failure: Failure };

/** What the conversation shows itself through. */
export interface View {
  readonly asked: (id: string, question: string) => void;
  readonly questionIs: (id: string, state: QuestionState) => void;
  readonly answered: (activity: ReceivedActivity) => void;
  /** What the chat is busy with; null when it is idle. */
  readonly busyWith: (activity: 'connecting' | 'searching' | 'reconnecting' | null) => void;
  /** The conversation could not begin, or can. */
  readonly openedWith: (failure: Failure | null) => void;
}

export interface ConversationOptions {
  readonly connection: Connection;
  readonly view: View;
  readonly clock: { readonly now: () => number; readonly pause: (milliseconds: number) => Promise<void> };
  /** Unguessable, as the server uses it to tell a repeated message from a new one. */
  readonly newId: () => string;
}

/** All three may be called at any time; they take their turn. */
export interface Conversation {
  /** Begins and waits for the bot's first message. */
  readonly open: () => Promise<void>;
  readonly ask: (question: string) => Promise<void>;
  /** Sends a failed question again under the same id: the server answers it once even if the first try arrived. */
  readonly retry: (id: string) => Promise<void>;
}

interface Entry {
  readonly question: string;
  /** The server's id, once it is known to have arrived. */
  activityId: string | null;
  answered: boolean;
}

/** The options with what has happened so far. */
interface Talk extends ConversationOptions {
  readonly entries: Map<string, Entry>;
  welcomed: boolean;
}

interface Wait {
  readonly until: () => boolean;
  readonly longest: number;
  readonly meanwhile: 'connecting' | 'searching';
}

/** Milliseconds: how long an answer, and the first message, is waited for; the pauses between two looks. */
const waits = { answer: 30_000, welcome: 5_000, firstPause: 100, longestPause: 1_000 } as const;

export function createConversation(options: ConversationOptions): Conversation {
  const talk: Talk = { ...options, entries: new Map(), welcomed: false };
  let turn: Promise<void> = Promise.resolve();
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    const done = turn.then(work).finally(() => options.view.busyWith(null));
    turn = done.catch(() => undefined); // what comes after still gets its turn
    return done;
  };
  return {
    open: () => inTurn(() => open(talk)),
    ask: (question) => {
      const id = options.newId();
      const entry: Entry = { question, activityId: null, answered: false };
      talk.entries.set(id, entry);
      options.view.asked(id, question);
      return inTurn(() => deliver(talk, id, entry));
    },
    retry: (id) =>
      inTurn(async () => {
        const entry = talk.entries.get(id);
        if (entry !== undefined && !entry.answered) await deliver(talk, id, entry);
      }),
  };
}

async function open(talk: Talk): Promise<void> {
  talk.view.openedWith(null);
  const failure = await lookUntil(talk, {
    until: () => talk.welcomed,
    longest: waits.welcome,
    meanwhile: 'connecting',
  });
  // A bot that does not greet can still be asked.
  talk.view.openedWith(failure === 'unanswered' ? null : failure);
}

async function deliver(talk: Talk, id: string, entry: Entry): Promise<void> {
  talk.view.questionIs(id, { kind: 'sending' });
  const sent = await talk.connection.send(entry.question, id);
  if (!sent.ok) {
    talk.view.questionIs(id, { kind: 'failed', failure: sent.failure });
    return;
  }
  entry.activityId = sent.value;
  talk.view.openedWith(null);
  talk.view.questionIs(id, { kind: 'sent' });
  const failure = await lookUntil(talk, {
    until: () => entry.answered,
    longest: waits.answer,
    meanwhile: 'searching',
  });
  if (failure !== null) talk.view.questionIs(id, { kind: 'failed', failure: 'unanswered' });
}

/** Looks often at first, then less so. Null when what was waited for came, otherwise why it did not. */
async function lookUntil(talk: Talk, wait: Wait): Promise<Failure | null> {
  const end = talk.clock.now() + wait.longest;
  talk.view.busyWith(wait.meanwhile);
  for (let pause: number = waits.firstPause; ; pause = Math.min(pause * 1.5, waits.longestPause)) {
    const failure = await look(talk);
    if (wait.until()) return null;
    if (failure === 'refused') return failure;
    if (talk.clock.now() >= end) return failure ?? 'unanswered';
    talk.view.busyWith(failure === null ? wait.meanwhile : 'reconnecting');
    await talk.clock.pause(failure === null ? pause : waits.longestPause);
  }
}

async function look(talk: Talk): Promise<Failure | null> {
  const got = await talk.connection.receive();
  if (!got.ok) return got.failure;
  for (const activity of got.value) take(talk, activity);
  return null;
}

function take(talk: Talk, activity: ReceivedActivity): void {
  if (activity.type !== 'message') return;
  // The echo of what this page sent is on the page already.
  if (activity.clientActivityId !== null && talk.entries.has(activity.clientActivityId)) return;
  talk.welcomed = true;
  for (const entry of talk.entries.values()) {
    if (entry.activityId !== null && entry.activityId === activity.replyToId) entry.answered = true;
  }
  talk.view.answered(activity);
}
