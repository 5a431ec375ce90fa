import type { ReceivedActivity } from './activity.js';
import type { Connection } from './connection.js';
import type { Failure } from './strings.js';

export type QuestionState =
  | { readonly kind: 'sending' }
  | { readonly kind: 'sent' }
  /** The server asked for a pause; it is sent again by itself. */
  | { readonly kind: 'waiting'; readonly seconds: number }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** What the conversation shows itself through. */
export interface View {
  readonly asked: (id: string, question: string) => void;
  readonly questionIs: (id: string, state: QuestionState) => void;
  /** `again`: it was shown before the page was loaded anew. */
  readonly answered: (activity: ReceivedActivity, again: boolean) => void;
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

/** All of it may be called at any time and takes its turn. */
export interface Conversation {
  /** Takes up the conversation from before a reload, or begins one and waits for the bot's first message. */
  readonly open: () => Promise<void>;
  readonly ask: (question: string) => Promise<void>;
  /** Sends a failed question again under the same id: the server answers it once even if the first try arrived. */
  readonly retry: (id: string) => Promise<void>;
  /** The network is back: fetches what was missed and sends what could not be sent. */
  readonly recover: () => Promise<void>;
  /** Nothing comes by itself any more, until `recover`. */
  readonly rest: () => void;
  /** Nothing has been asked, and the bot has greeted. */
  readonly isBlank: () => boolean;
  /** Shows what has come by itself. */
  readonly news: () => Promise<void>;
  /** True when it arrived. */
  readonly tell: (name: string, value: object) => Promise<boolean>;
  /** Forgets everything and begins anew. */
  readonly restart: () => Promise<void>;
  readonly keepAlive: () => Promise<void>;
}

interface Entry {
  readonly question: string;
  /** The server's id, once it is known to have arrived. */
  activityId: string | null;
  answered: boolean;
  failure: Failure | null;
}

/** The options with what has happened so far. */
interface Talk extends ConversationOptions {
  readonly entries: Map<string, Entry>;
  welcomed: boolean;
  /** What comes now was shown before. */
  again: boolean;
  /** Counts conversations: what a request of an earlier one brings is not shown in the next. */
  generation: number;
}

interface Wait {
  readonly until: () => boolean;
  readonly longest: number;
  readonly meanwhile: 'connecting' | 'searching';
}

/** Milliseconds: how long an answer, and the first message, is waited for; the pauses between two looks. */
const waits = { answer: 30_000, welcome: 5_000, firstPause: 100, longestPause: 1_000 } as const;
/** How often a question is sent while the server asks for a pause; seconds, where it does not say how long. */
const busy = { tries: 4, pause: 5, longestPause: 60 } as const;

export function createConversation(options: ConversationOptions): Conversation {
  const talk: Talk = { ...options, entries: new Map(), welcomed: false, again: false, generation: 0 };
  const inTurn = createTurns(() => options.view.busyWith(null));
  return {
    open: () => inTurn(() => open(talk)),
    ask: (question) => {
      const id = options.newId();
      const entry: Entry = { question, activityId: null, answered: false, failure: null };
      talk.entries.set(id, entry);
      options.view.asked(id, question);
      return inTurn(() => deliver(talk, id, entry));
    },
    retry: (id) => inTurn(() => deliverAgain(talk, id)),
    recover: () =>
      inTurn(async () => {
        talk.connection.reopen();
        if (!talk.welcomed && talk.entries.size === 0) {
          await open(talk);
          return;
        }
        if ((await look(talk)) === null) talk.view.openedWith(null);
        const failed = [...talk.entries].filter(
          ([, { failure }]) => failure === 'unreachable' || failure === 'unanswered',
        );
        for (const [id] of failed) await deliverAgain(talk, id);
      }),
    rest: () => talk.connection.rest(),
    isBlank: () => talk.welcomed && talk.entries.size === 0,
    news: () =>
      inTurn(async () => {
        for (const activity of talk.connection.arrived()) take(talk, activity);
      }),
    tell: (name, value) => inTurn(async () => (await talk.connection.sendEvent(name, value)).ok),
    restart: () => {
      talk.generation += 1;
      talk.connection.leave();
      talk.entries.clear();
      talk.welcomed = false;
      return inTurn(() => open(talk));
    },
    keepAlive: () => inTurn(() => talk.connection.keepAlive()),
  };
}

/** One thing after the other: calls on a connection must not overlap. */
function createTurns(idle: () => void) {
  let turn: Promise<unknown> = Promise.resolve();
  return <T>(work: () => Promise<T>): Promise<T> => {
    const done = turn.then(work).finally(idle);
    turn = done.catch(() => undefined); // what comes after still gets its turn
    return done;
  };
}

async function open(talk: Talk): Promise<void> {
  talk.view.openedWith(null);
  talk.view.busyWith('connecting');
  const resumed = await talk.connection.resume();
  if (!resumed.ok) {
    talk.view.openedWith(resumed.failure);
    return;
  }
  talk.again = resumed.value;
  const failure = await lookUntil(talk, {
    until: () => talk.welcomed || arrived(talk) !== undefined,
    longest: waits.welcome,
    meanwhile: 'connecting',
  }).finally(() => (talk.again = false));
  // A bot that does not greet can still be asked.
  talk.view.openedWith(failure === 'unanswered' ? null : failure);
  const [id, entry] = arrived(talk) ?? [];
  if (id !== undefined && entry !== undefined && !entry.answered) await awaitAnswer(talk, id, entry);
}

/** The last question that the server has. */
function arrived({ entries }: Talk): readonly [string, Entry] | undefined {
  return [...entries].findLast(([, { activityId }]) => activityId !== null);
}

async function deliverAgain(talk: Talk, id: string): Promise<void> {
  const entry = talk.entries.get(id);
  if (entry !== undefined && !entry.answered) await deliver(talk, id, entry);
}

async function deliver(talk: Talk, id: string, entry: Entry): Promise<void> {
  const sent = await sendPatiently(talk, id, entry.question);
  if (!sent.ok) {
    fail(talk, id, entry, sent.failure);
    return;
  }
  entry.activityId = sent.value;
  talk.view.openedWith(null);
  talk.view.questionIs(id, { kind: 'sent' });
  await awaitAnswer(talk, id, entry);
}

async function sendPatiently(talk: Talk, id: string, question: string): ReturnType<Connection['send']> {
  for (let attempt = 1; ; attempt += 1) {
    talk.view.questionIs(id, { kind: 'sending' });
    const sent = await talk.connection.send(question, id);
    if (sent.ok || sent.failure !== 'busy' || attempt === busy.tries) return sent;
    const seconds = Math.max(1, Math.ceil(sent.after ?? busy.pause));
    if (seconds > busy.longestPause) return sent;
    talk.view.questionIs(id, { kind: 'waiting', seconds });
    await talk.clock.pause(seconds * 1_000);
  }
}

async function awaitAnswer(talk: Talk, id: string, entry: Entry): Promise<void> {
  const failure = await lookUntil(talk, {
    until: () => entry.answered || !talk.entries.has(id),
    longest: waits.answer,
    meanwhile: 'searching',
  });
  if (failure !== null) fail(talk, id, entry, 'unanswered');
}

function fail(talk: Talk, id: string, entry: Entry, failure: Failure): void {
  entry.failure = failure;
  talk.view.questionIs(id, { kind: 'failed', failure });
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
    talk.view.busyWith(failure === null || failure === 'busy' ? wait.meanwhile : 'reconnecting');
    await talk.clock.pause(failure === null ? pause : waits.longestPause);
  }
}

async function look(talk: Talk): Promise<Failure | null> {
  const { generation } = talk;
  const got = await talk.connection.receive();
  if (generation !== talk.generation) return null;
  if (!got.ok) return got.failure;
  for (const activity of got.value) take(talk, activity);
  return null;
}

function take(talk: Talk, activity: ReceivedActivity): void {
  if (activity.type === 'endOfConversation') talk.connection.leave();
  if (activity.type !== 'message') return;
  if (activity.own || activity.clientActivityId !== null) takeEcho(talk, activity);
  else takeAnswer(talk, activity);
}

/** The echo of what this page sent is on the page already; what was sent before a reload is not. */
function takeEcho(talk: Talk, { id, clientActivityId, text }: ReceivedActivity): void {
  const key = clientActivityId ?? id ?? talk.newId();
  const known = talk.entries.get(key);
  if (known !== undefined) {
    known.activityId = id ?? known.activityId;
    return;
  }
  talk.entries.set(key, { question: text, activityId: id, answered: false, failure: null });
  talk.view.asked(key, text);
}

function takeAnswer(talk: Talk, activity: ReceivedActivity): void {
  talk.welcomed = true;
  for (const [id, entry] of talk.entries) {
    if (entry.activityId === null || entry.activityId !== activity.replyToId) continue;
    if (entry.failure !== null) talk.view.questionIs(id, { kind: 'sent' });
    entry.answered = true;
    entry.failure = null;
  }
  talk.view.answered(activity, talk.again);
}
