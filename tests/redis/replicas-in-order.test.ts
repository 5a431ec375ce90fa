import fc from 'fast-check';
import { describeWithRedis, startRedis, type RedisServer } from './redis-server.js';
import {
  begin,
  isAnswer,
  isAsked,
  read,
  readiness,
  say,
  startReplicas,
  textsOf,
  type Conversation,
  type ReplicaProcess,
} from './replicas.js';
import { until } from './stores.js';

// On a machine that is busy with other things, in milliseconds.
jest.setTimeout(240_000);

const TURNS = [
  'Hva mener Frp om heroinassistert behandling?',
  'Og hva med Ap?',
  'Og Høyre?',
  'Hva mener Senterpartiet om rus?',
];
const CONVERSATIONS = 20;

/** Set REPLICAS_SEED to see the same replica killed at the same message again. */
const SEED = Number(process.env['REPLICAS_SEED'] ?? Math.floor(Math.random() * 1_000_000));
const [doom = { victim: 0, share: 0 }] = fc.sample(
  fc.record({ victim: fc.nat({ max: 2 }), share: fc.double({ min: 0.01, max: 0.95, noNaN: true }) }),
  { seed: SEED, numRuns: 1 },
);

let redis: RedisServer;
let three: readonly ReplicaProcess[] = [];
let alive: readonly ReplicaProcess[] = [];

const addresses = (): readonly string[] => alive.map(({ address }) => address);
const anyone = (): string => addresses()[0] ?? '';
const beginAll = () => Promise.all(Array.from({ length: CONVERSATIONS }, () => begin(anyone())));

/** To be called for every message that is answered, of so many: it kills a replica after some of them. */
function killing(messages: number): () => void {
  const moment = Math.ceil(messages * doom.share);
  let answered = 0;
  return () => {
    answered += 1;
    if (answered !== moment) return;
    three[doom.victim]?.child.kill('SIGKILL');
    alive = three.filter((_, at) => at !== doom.victim);
  };
}

/** Sends it until some replica takes it, as clients do; `first` is tried first. */
async function insist(first: number, conversation: Conversation, text: string, client: string): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      await say(addresses()[(attempt + first) % alive.length] ?? '', conversation, text, client);
      return;
    } catch (error) {
      if (attempt > 20) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

/** Twelve messages, spread over the replicas; none waits for another. */
async function sayAtOnce(
  conversation: Conversation,
  number: number,
  onAnswered = (): void => undefined,
): Promise<void> {
  const sent = Array.from({ length: 12 }, async (_, at) => {
    await insist((at * 7 + number) % 5, conversation, TURNS[at % TURNS.length] ?? '', `${number} ${at}`);
    onAnswered();
  });
  await Promise.all(sent);
}

async function readAll(conversation: Conversation) {
  // A replica that takes Redis for dead shows what it has kept itself.
  await until(async () => (await readiness(anyone())) === 'ready');
  const { activities } = await read(anyone(), conversation);
  const [asked, answers] = [activities.filter(isAsked), activities.filter(isAnswer)];
  return { asked, answers, ids: asked.map(({ id }) => id), answered: answers.map(({ replyToId }) => replyToId ?? '') };
}

describeWithRedis('what is said to three replicas', () => {
  beforeAll(async () => {
    redis = await startRedis();
  });
  beforeEach(async () => {
    three = await startReplicas(3, redis.url);
    alive = three;
  });
  afterEach(async () => {
    await Promise.all(three.map(({ kill }) => kill()));
  });
  afterAll(() => redis.stop());

  test('messages of one conversation sent at once to different replicas are answered in the order they were logged', async () => {
    // One after the other: a replica that lacks the processor for a third of a second takes Redis for dead.
    for (let number = 0, seen = 0; seen < CONVERSATIONS; number += 1) {
      const conversation = await begin(anyone());
      await sayAtOnce(conversation, number);
      const { asked, answers, ids, answered } = await readAll(conversation);
      // Then it has the conversation to itself, and gives ids of its own.
      if (!ids.every((id) => /\|\d+-\d+$/.test(id))) continue;
      seen += 1;
      expect([answered, ids.length]).toEqual([ids, 12]);
      const alone = await begin(anyone());
      for (const { text } of asked) await say(anyone(), alone, text);
      expect(textsOf(answers)).toEqual(textsOf((await readAll(alone)).answers));
    }
  });

  test(`when one is killed while messages come at once, each is answered once (REPLICAS_SEED=${SEED})`, async () => {
    const conversations = await beginAll();
    const onAnswered = killing(12 * CONVERSATIONS);
    const some = async (first: number): Promise<void> => {
      for (const [number, conversation] of conversations.entries())
        if (number % 4 === first) await sayAtOnce(conversation, number, onAnswered);
    };
    await Promise.all([0, 1, 2, 3].map(some));
    for (const conversation of conversations) {
      const { ids, answered } = await readAll(conversation);
      expect([answered.toSorted(), ids.length]).toEqual([ids.toSorted(), 12]);
    }
  });

  test(`when one is killed among 500 messages, none is lost, none is answered twice, and the order is kept (REPLICAS_SEED=${SEED})`, async () => {
    const conversations = await beginAll();
    const onAnswered = killing(25 * CONVERSATIONS);
    const talk = async (conversation: Conversation, number: number): Promise<void> => {
      for (let turn = 0; turn < 25; turn += 1) {
        const text = `${TURNS[turn % TURNS.length]} ${turn}`;
        await insist((turn * 7) % 11, conversation, text, `${number} ${turn}`);
        onAnswered();
      }
    };
    await Promise.all(conversations.map(talk));
    for (const conversation of conversations) {
      const { asked, ids, answered } = await readAll(conversation);
      expect(asked.map(({ text }) => Number(/\d+$/.exec(text)?.[0]))).toEqual(
        Array.from({ length: 25 }, (_, at) => at),
      );
      expect(answered).toEqual(ids);
    }
  });
});
