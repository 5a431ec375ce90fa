import type { ReceivedActivity } from '../../src/widget/activity.js';
import type { Connection } from '../../src/widget/connection.js';
import { createConversation, type QuestionState } from '../../src/widget/conversation.js';

type Received = Awaited<ReturnType<Connection['receive']>>;
type Sent = Awaited<ReturnType<Connection['send']>>;

const nothing: Received = { ok: true, value: [] };
const unreachable = { ok: false, failure: 'unreachable' } as const;

function activity(known: Partial<ReceivedActivity>): ReceivedActivity {
  return { id: null, type: 'message', text: '', replyToId: null, clientActivityId: null, reply: null, ...known };
}

function got(...activities: readonly Partial<ReceivedActivity>[]): Received {
  return { ok: true, value: activities.map(activity) };
}

/** A conversation over scripted answers, the last one again and again; `told` is what a person would see, in order. */
function talk(script: { readonly sends?: readonly Sent[]; readonly receives: readonly Received[] }) {
  const told: string[] = [];
  const posted: (readonly [question: string, id: string])[] = [];
  const pauses: number[] = [];
  let received = 0;
  let now = 0;
  let ids = 0;
  const connection: Connection = {
    send: async (question, id) => {
      posted.push([question, id]);
      return (
        script.sends?.[Math.min(posted.length, script.sends.length) - 1] ?? { ok: true, value: `c|${posted.length}` }
      );
    },
    receive: async () => script.receives[Math.min((received += 1), script.receives.length) - 1] ?? nothing,
  };
  const view = {
    asked: (id: string, question: string) => void told.push(`asked ${id}: ${question}`),
    questionIs: (id: string, state: QuestionState) =>
      void told.push(`${id} ${state.kind}${state.kind === 'failed' ? `: ${state.failure}` : ''}`),
    answered: ({ text }: ReceivedActivity) => void told.push(`bot: ${text}`),
    busyWith: (what: string | null) => void told.push(what ?? 'idle'),
    openedWith: (failure: string | null) => void told.push(failure === null ? 'open' : `closed: ${failure}`),
  };
  const conversation = createConversation({
    connection,
    view,
    clock: {
      now: () => now,
      pause: async (milliseconds) => {
        pauses.push(milliseconds);
        now += milliseconds;
      },
    },
    newId: () => `q${(ids += 1)}`,
  });
  return { conversation, view, told, posted, pauses };
}

describe('opening', () => {
  test('waits for the first message of the bot', async () => {
    const { conversation, told } = talk({ receives: [nothing, got({ text: 'Hei!' })] });
    await conversation.open();
    expect(told).toEqual(['open', 'connecting', 'connecting', 'bot: Hei!', 'open', 'idle']);
  });

  test('lets people ask a bot that does not greet', async () => {
    const { conversation, told } = talk({ receives: [nothing] });
    await conversation.open();
    expect(told.slice(-2)).toEqual(['open', 'idle']);
  });

  test('says so when the service cannot be reached', async () => {
    const { conversation, told } = talk({ receives: [unreachable] });
    await conversation.open();
    expect(told).toContain('reconnecting');
    expect(told.slice(-2)).toEqual(['closed: unreachable', 'idle']);
  });

  test('does not go on knocking where it was refused', async () => {
    const { conversation, told, pauses } = talk({ receives: [{ ok: false, failure: 'refused' }] });
    await conversation.open();
    expect(told).toContain('closed: refused');
    expect(pauses).toEqual([]);
  });
});

describe('a question', () => {
  test('is shown at once, sent, and answered; its echo is not shown again', async () => {
    const { conversation, told } = talk({
      receives: [got({ id: 'c|1', clientActivityId: 'q1', text: 'Hva?' }, { replyToId: 'c|1', text: 'Svar' })],
    });
    await conversation.ask('Hva?');
    expect(told).toEqual(['asked q1: Hva?', 'q1 sending', 'open', 'q1 sent', 'searching', 'bot: Svar', 'idle']);
  });

  test('is waited for until the message that replies to it, ever more patiently', async () => {
    const { conversation, told, pauses } = talk({
      receives: [
        ...Array.from({ length: 9 }, () => nothing),
        got({ text: 'Hei!' }),
        got({ replyToId: 'c|1', text: 'Svar' }),
      ],
    });
    await conversation.ask('Hva?');
    expect(told.slice(-4)).toEqual(['bot: Hei!', 'searching', 'bot: Svar', 'idle']);
    expect(pauses[0]).toBe(100);
    expect(pauses).toEqual(pauses.toSorted((a, b) => a - b));
    expect(pauses.at(-1)).toBe(1_000);
  });

  test('waits its turn, so that answers come in the order asked', async () => {
    const { conversation, posted, told } = talk({
      receives: [nothing, got({ replyToId: 'c|1', text: 'Én' }), got({ replyToId: 'c|2', text: 'To' })],
    });
    await Promise.all([conversation.ask('Først?'), conversation.ask('Så?')]);
    expect(posted.map(([question]) => question)).toEqual(['Først?', 'Så?']);
    expect(told.filter((line) => /^asked|^bot|sending/.test(line))).toEqual([
      'asked q1: Først?',
      'asked q2: Så?',
      'q1 sending',
      'bot: Én',
      'q2 sending',
      'bot: To',
    ]);
  });

  test('that could not be sent is sent again under the same id', async () => {
    const { conversation, told, posted } = talk({
      sends: [unreachable, { ok: true, value: 'c|1' }],
      receives: [got({ replyToId: 'c|1', text: 'Svar' })],
    });
    await conversation.ask('Hva?');
    expect(told.slice(-2)).toEqual(['q1 failed: unreachable', 'idle']);
    await conversation.retry('q1');
    expect(posted).toEqual([
      ['Hva?', 'q1'],
      ['Hva?', 'q1'],
    ]);
    expect(told.slice(-2)).toEqual(['bot: Svar', 'idle']);
  });

  test('is not sent again once it is answered', async () => {
    const { conversation, posted } = talk({ receives: [got({ replyToId: 'c|1', text: 'Svar' })] });
    await conversation.ask('Hva?');
    await conversation.retry('q1');
    await conversation.retry('unknown');
    expect(posted).toHaveLength(1);
  });

  test('that gets no answer is told as failed', async () => {
    const { conversation, told, pauses } = talk({ receives: [nothing] });
    await conversation.ask('Hva?');
    expect(told.slice(-2)).toEqual(['q1 failed: unanswered', 'idle']);
    expect(pauses.reduce((sum, pause) => sum + pause, 0)).toBeGreaterThanOrEqual(30_000);
  });

  test('survives a break while it waits', async () => {
    const { conversation, told } = talk({
      receives: [unreachable, nothing, got({ replyToId: 'c|1', text: 'Svar' })],
    });
    await conversation.ask('Hva?');
    expect(told.slice(3)).toEqual(['q1 sent', 'searching', 'reconnecting', 'searching', 'bot: Svar', 'idle']);
  });

  test('gets its turn although showing the one before went wrong', async () => {
    const { conversation, told, view } = talk({
      receives: [got({ replyToId: 'c|1', text: 'Én' }), got({ replyToId: 'c|2', text: 'To' })],
    });
    const show = view.answered;
    view.answered = () => {
      view.answered = show;
      throw new Error('cannot be shown');
    };
    await expect(conversation.ask('Først?')).rejects.toThrow('cannot be shown');
    await conversation.ask('Så?');
    expect(told.slice(-2)).toEqual(['bot: To', 'idle']);
  });
});
