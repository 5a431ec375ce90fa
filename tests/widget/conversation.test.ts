import type { ReceivedActivity } from '../../src/widget/activity.js';
import type { Connection } from '../../src/widget/connection.js';
import { createConversation, type QuestionState } from '../../src/widget/conversation.js';

type Received = Awaited<ReturnType<Connection['receive']>>;
type Sent = Awaited<ReturnType<Connection['send']>>;

const nothing: Received = { ok: true, value: [] };
const unreachable = { ok: false, failure: 'unreachable' } as const;

function activity(known: Partial<ReceivedActivity>): ReceivedActivity {
  const nothingKnown = { id: null, type: 'message', text: '', replyToId: null, clientActivityId: null, own: false };
  return { ...nothingKnown, answerId: null, reply: null, ...known };
}

function got(...activities: readonly Partial<ReceivedActivity>[]): Received {
  return { ok: true, value: activities.map(activity) };
}

/** A conversation over scripted answers, the last one again and again; `told` is what a person would see, in order. */
function talk(script: {
  readonly sends?: readonly Sent[];
  readonly receives: readonly Received[];
  readonly resumed?: Awaited<ReturnType<Connection['resume']>>;
}) {
  const told: string[] = [];
  const posted: (readonly [question: string, id: string])[] = [];
  const pauses: number[] = [];
  let received = 0;
  let now = 0;
  let ids = 0;
  let left = 0;
  const events: (readonly [string, object])[] = [];
  const connection: Connection = {
    resume: async () => (left > 0 ? { ok: true, value: false } : (script.resumed ?? { ok: true, value: false })),
    sendEvent: async (name, value) => {
      events.push([name, value]);
      return script.sends?.[0] ?? { ok: true, value: 'e1' };
    },
    arrived: () => {
      const next = script.receives[(received += 1) - 1] ?? nothing;
      return next.ok ? next.value : [];
    },
    keepAlive: async () => undefined,
    reopen: () => void told.push('reopened'),
    rest: () => void told.push('resting'),
    leave: () => (left += 1),
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
      void told.push(
        `${id} ${state.kind}${state.kind === 'failed' ? `: ${state.failure}` : ''}${state.kind === 'waiting' ? `: ${state.seconds}` : ''}`,
      ),
    answered: ({ text }: ReceivedActivity, again: boolean) => void told.push(`bot${again ? ' again' : ''}: ${text}`),
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
  return { conversation, view, told, posted, pauses, events, left: () => left };
}

describe('opening', () => {
  test('waits for the first message of the bot', async () => {
    const { conversation, told } = talk({ receives: [nothing, got({ text: 'Hei!' })] });
    await conversation.open();
    expect(told).toEqual(['open', 'connecting', 'connecting', 'connecting', 'bot: Hei!', 'open', 'idle']);
  });

  test('after a reload shows what was said, and does not tell of it as news', async () => {
    const { conversation, told, posted } = talk({
      resumed: { ok: true, value: true },
      receives: [
        got(
          { id: 'c|0', text: 'Hei!' },
          { id: 'c|1', clientActivityId: 'old', own: true, text: 'Hva?' },
          { id: 'c|2', replyToId: 'c|1', text: 'Svar' },
        ),
      ],
    });
    await conversation.open();
    expect(told.filter((line) => !/open|idle|connecting/.test(line))).toEqual([
      'bot again: Hei!',
      'asked old: Hva?',
      'bot again: Svar',
    ]);
    expect(posted).toEqual([]);
  });

  test('after a reload waits for the answer that had not come, and tells of that one', async () => {
    const { conversation, told } = talk({
      resumed: { ok: true, value: true },
      receives: [
        got({ id: 'c|1', clientActivityId: 'old', own: true, text: 'Hva?' }),
        nothing,
        got({ replyToId: 'c|1', text: 'Svar' }),
      ],
    });
    await conversation.open();
    expect(told.slice(-4)).toEqual(['searching', 'searching', 'bot: Svar', 'idle']);
  });

  test('after a reload without a network says so', async () => {
    const { conversation, told } = talk({ resumed: unreachable, receives: [nothing] });
    await conversation.open();
    expect(told.slice(-2)).toEqual(['closed: unreachable', 'idle']);
  });

  test('goes well with a question asked meanwhile: it is sent at once after', async () => {
    const { conversation, told, pauses } = talk({
      receives: [got({ text: 'Hei!' }), got({ replyToId: 'c|1', text: 'Svar' })],
    });
    await Promise.all([conversation.open(), conversation.ask('Hva?')]);
    expect(told.filter((line) => /^bot|^q1|^asked/.test(line))).toEqual([
      'asked q1: Hva?',
      'bot: Hei!',
      'q1 sending',
      'q1 sent',
      'bot: Svar',
    ]);
    expect(pauses).toEqual([]);
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

  test('is answered over a stream that is quicker than the receipt', async () => {
    const { conversation, told } = talk({
      sends: [unreachable],
      receives: [
        got({ id: 'c|7', clientActivityId: 'q1', own: true }, { id: 'c|8', replyToId: 'c|7', text: 'Svar' }),
        nothing,
      ],
    });
    await conversation.ask('Hva?');
    await conversation.news();
    expect(told.slice(-3)).toEqual(['q1 sent', 'bot: Svar', 'idle']);
  });

  test('waits as long as the server asks, and is sent again under the same id', async () => {
    const { conversation, told, posted, pauses } = talk({
      sends: [
        { ok: false, failure: 'busy', after: 7 },
        { ok: false, failure: 'busy' },
        { ok: true, value: 'c|1' },
      ],
      receives: [got({ replyToId: 'c|1', text: 'Svar' })],
    });
    await conversation.ask('Hva?');
    expect(told.filter((line) => /q1/.test(line))).toEqual([
      'asked q1: Hva?',
      'q1 sending',
      'q1 waiting: 7',
      'q1 sending',
      'q1 waiting: 5',
      'q1 sending',
      'q1 sent',
    ]);
    expect(pauses).toEqual([7_000, 5_000]);
    expect(new Set(posted.map(([, id]) => id))).toEqual(new Set(['q1']));
  });

  test.each([
    ['the pause is longer than anybody waits', [{ ok: false, failure: 'busy', after: 3_600 }], 1],
    ['it goes on', [{ ok: false, failure: 'busy', after: 1 }], 4],
  ] as const)('is told as failed when %s', async (_what, sends, tries) => {
    const { conversation, told, posted } = talk({ sends, receives: [nothing] });
    await conversation.ask('Hva?');
    expect(posted).toHaveLength(tries);
    expect(told.slice(-2)).toEqual(['q1 failed: busy', 'idle']);
  });

  test('that could not be sent goes by itself when the network is back, and what was missed comes', async () => {
    const { conversation, told, posted } = talk({
      sends: [unreachable, unreachable, { ok: true, value: 'c|3' }, { ok: true, value: 'c|4' }],
      receives: [nothing, got({ replyToId: 'c|3', text: 'Én' }), got({ replyToId: 'c|4', text: 'To' })],
    });
    await conversation.ask('Først?');
    await conversation.ask('Så?');
    await conversation.recover();
    expect(posted.map(([, id]) => id)).toEqual(['q1', 'q2', 'q1', 'q2']);
    expect(told.filter((line) => line.startsWith('bot'))).toEqual(['bot: Én', 'bot: To']);
    await conversation.recover();
    expect(posted).toHaveLength(4);
  });

  test('that could not even begin begins when the network is back', async () => {
    const { conversation, told } = talk({
      receives: [...Array.from({ length: 9 }, () => unreachable), got({ text: 'Hei!' })],
    });
    await conversation.open();
    expect(told.at(-2)).toBe('closed: unreachable');
    await conversation.recover();
    expect(told).toContain('reopened');
    expect(told.slice(-3)).toEqual(['bot: Hei!', 'open', 'idle']);
  });

  test('that was refused is not sent again by itself', async () => {
    const { conversation, posted } = talk({ sends: [{ ok: false, failure: 'refused' }], receives: [nothing] });
    await conversation.ask('Hva?');
    await conversation.recover();
    expect(posted).toHaveLength(1);
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

describe('a new conversation', () => {
  test('leaves the old one, whose late answers are not shown', async () => {
    const { conversation, told, left } = talk({
      receives: [got({ text: 'Hei!' }), got({ replyToId: 'c|1', text: 'Sent' }), got({ text: 'Hei igjen!' })],
    });
    await conversation.open();
    const asked = conversation.ask('Hva?');
    const restarted = conversation.restart();
    await Promise.all([asked, restarted]);
    expect(left()).toBe(1);
    expect(told.filter((line) => line.startsWith('bot')).at(-1)).toBe('bot: Hei igjen!');
  });

  test('is begun where the bot has ended this one', async () => {
    const { conversation, left } = talk({
      receives: [got({ text: 'Hei!' }), got({ type: 'endOfConversation' }, { replyToId: 'c|1', text: 'Ha det!' })],
    });
    await conversation.open();
    await conversation.ask('Ha det');
    expect(left()).toBe(1);
  });
});

test('feedback takes its turn, and it is told whether it arrived', async () => {
  const value = { answerId: 'a1', reaction: 'like', reasons: [] };
  const arrived = talk({ receives: [nothing] });
  expect(await arrived.conversation.tell('standpunkt/feedback', value)).toBe(true);
  expect(arrived.events).toEqual([['standpunkt/feedback', value]]);
  expect(await talk({ sends: [unreachable], receives: [] }).conversation.tell('x', value)).toBe(false);
});
