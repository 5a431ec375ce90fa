import { buttonsIn } from '../channels/slack/service.js';
import { ask, openPlatforms, press, type Platform, type Platforms, type Told } from './platforms.js';
import { describeWithRedis, startRedis, startWire, type RedisServer } from './redis-server.js';
import { startReplica, type ReplicaProcess } from './replicas.js';
import { until } from './stores.js';

// Starting processes on a slow machine, in milliseconds.
jest.setTimeout(120_000);

const QUESTION = 'Hva mener Frp om heroinassistert behandling?';
const FOLLOW_UP = 'Og hva med Ap?';
const ABOUT_AP = /^Arbeiderpartiet|\nArbeiderpartiet|\*Arbeiderpartiet/;
const ASKS_BACK = /Hvilken sak vil du vite hva Arbeiderpartiet mener om\?/;

let redis: RedisServer;
let platforms: Platforms;
let wire: Awaited<ReturnType<typeof startWire>>;
let replicas: readonly ReplicaProcess[] = [];

const at = (number: number): string => replicas[number % replicas.length]?.address ?? '';
const are = (wanted: string) => async (): Promise<boolean> => {
  for (const { address } of replicas) {
    const { status } = await (await fetch(`${address}/readyz`)).json();
    if (status !== wanted) return false;
  }
  return true;
};
const bothOf = ({ teams, slack }: Platforms): readonly (readonly [Platform, string])[] => [
  [teams, 'a:'],
  [slack, 'D'],
];

/** Has the work done while Redis is away, and ends when it is back, however that went. */
async function whileAway(
  work: () => Promise<void>,
  take: () => Promise<void> = redis.stop,
  give: () => Promise<void> = redis.start,
): Promise<void> {
  await take();
  try {
    await work();
  } finally {
    await give();
    await until(are('ready'));
  }
}

describeWithRedis('Teams and Slack', () => {
  beforeAll(async () => {
    [redis, platforms] = await Promise.all([startRedis(), openPlatforms()]);
    wire = await startWire(redis.port);
    const start = () => startReplica(wire.url, platforms.environment);
    replicas = await Promise.all([start(), start()]);
    await until(are('ready'));
  });
  afterAll(async () => {
    await Promise.all(replicas.map(({ kill }) => kill()));
    await Promise.all([wire.stop(), platforms.stop(), redis.stop()]);
  });

  test.each([
    ['stopped', () => redis.stop(), () => redis.start()],
    ['frozen', async () => redis.freeze(), async () => redis.thaw()],
    ['cut off', async () => wire.cut(), async () => wire.mend()],
  ])('get one answer to every question while Redis is %s, and follow-ups when it is back', async (way, take, give) => {
    const name = way.replace(' ', '-');
    for (const [platform, prefix] of bothOf(platforms))
      expect(await ask(platform, at(0), `${prefix}${name}`, QUESTION)).toHaveLength(1);
    const meanwhile = async (): Promise<void> => {
      for (let number = 0; number < 8; number += 1)
        for (const [platform, prefix] of bothOf(platforms))
          expect(await ask(platform, at(number), `${prefix}${name}`, QUESTION)).toHaveLength(1);
      await until(are('degraded'));
      for (const [platform, prefix] of bothOf(platforms)) {
        const [answer] = await ask(platform, at(1), `${prefix}${name}`, FOLLOW_UP);
        expect(answer?.text).toMatch(ASKS_BACK);
      }
    };
    await whileAway(meanwhile, take, give);
    for (const [platform, prefix] of bothOf(platforms)) {
      await ask(platform, at(0), `${prefix}${name}`, QUESTION);
      const [answer] = await ask(platform, at(1), `${prefix}${name}`, FOLLOW_UP);
      expect(answer?.text).toMatch(ABOUT_AP);
      // One for each question, and none came late.
      expect(platform.answers(`${prefix}${name}`)).toHaveLength(12);
    }
    expect(replicas.map(({ child }) => child.exitCode)).toEqual([null, null]);
  });

  test('a message that is delivered again while Redis is away is answered once by a replica, and twice by two at most', () =>
    whileAway(async () => {
      for (const [platform, prefix] of bothOf(platforms)) {
        const conversation = `${prefix}again`;
        const message = platform.message(conversation, QUESTION);
        const quotes = () => platform.answers(conversation).filter(({ text }) => text.includes('heroinassistert'));
        for (const [number, address] of [at(0), at(1)].entries()) {
          await Promise.all([1, 2].map(() => platform.deliver(address, message)));
          await until(() => quotes().length > number);
          await platform.deliver(address, message);
          // Answers of a conversation keep their order: no other is on its way.
          await ask(platform, address, conversation, FOLLOW_UP);
          expect(quotes()).toHaveLength(number + 1);
        }
      }
    }));

  test('buttons are answered while Redis is away, and when it is back', async () => {
    const { slack, fake } = platforms;
    const [answer] = await ask(slack, at(0), 'Dpressed', 'Hva mener partiene om rus?');
    const pressed = async (told: Told | undefined, address: string, action: string) => {
      const button = buttonsIn(told?.body ?? {}).find(({ action_id }) => action_id === action);
      const before = slack.answers('Dpressed').length;
      await press(address, fake, 'Dpressed', { action_id: action, value: button?.value });
      await until(() => slack.answers('Dpressed').length > before);
      return slack.answers('Dpressed').at(-1)?.text;
    };
    const meanwhile = async (): Promise<void> => {
      const [other] = await ask(slack, at(1), 'Dpressed', 'Hva mener partiene om rus?');
      expect(await pressed(answer, at(0), 'more')).toMatch(/«/);
      expect(await pressed(other, at(1), 'more')).toMatch(/«/);
      expect(await pressed(other, at(0), 'ask_0')).toMatch(/«/);
      await press(at(0), fake, 'Dpressed', { type: 'feedback_buttons', action_id: 'feedback', value: 'like nb' });
      expect((await fake.called('respond'))[0]?.body['text']).toMatch(/Takk/);
    };
    await whileAway(meanwhile);
    // A Redis that was killed has lost it.
    expect(await pressed(answer, at(0), 'more')).toMatch(/ligger ikke lenger hos oss/);
    expect(await pressed(answer, at(1), 'ask_0')).toMatch(/«/);
  });

  test('what is to be erased while Redis is away is erased when it is back, and no follow-up leans on it', async () => {
    for (const [platform, prefix] of bothOf(platforms)) await ask(platform, at(0), `${prefix}erased`, QUESTION);
    await whileAway(
      async () => {
        for (const [platform, prefix] of bothOf(platforms)) await ask(platform, at(0), `${prefix}erased`, 'slett');
      },
      async () => wire.cut(),
      async () => wire.mend(),
    );
    for (const [platform, prefix] of bothOf(platforms)) {
      const [answer] = await ask(platform, at(1), `${prefix}erased`, FOLLOW_UP);
      expect(answer?.text).toMatch(ASKS_BACK);
    }
  });

  test('a thread in which we were mentioned while Redis was away is known to every replica when it is back', async () => {
    await whileAway(async () => void (await ask(platforms.slack, at(0), 'C1/1700000001.000100', `@${QUESTION}`)));
    expect(await ask(platforms.slack, at(1), 'C1/1700000001.000100', QUESTION)).toHaveLength(1);
  });
});
