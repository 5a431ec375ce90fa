import fc from 'fast-check';
import { Redis } from 'ioredis';
import type { Appended } from '../../src/channels/direct-line/log.js';
import type { RedisParts } from '../../src/redis/open-redis.js';
import { citation } from '../channels/sample.js';
import { describeTurnOrder, gate } from '../channels/direct-line/turn-order-contract.js';
import { describeWithRedis, startRedis, type RedisServer } from './redis-server.js';
import { openReplica, until, type Replica } from './stores.js';

let server: RedisServer;
let redis: Redis;
let runs = 0;
const replicas: Replica[] = [];

async function open(number: number, change: Partial<RedisParts> = {}) {
  const prefix = `o${(runs += 1)}`;
  const opened = await Promise.all(Array.from({ length: number }, () => openReplica(server.url, prefix, change)));
  replicas.push(...opened);
  const [one, other, third] = opened.map(({ stores }) => stores);
  if (one === undefined || other === undefined || third === undefined) throw new Error('open three');
  const log = async ({ log: through } = one): Promise<Appended> => {
    await through.open('c');
    const appended = await through.append('c', { text: 'a' }, null, true);
    if (appended === null) throw new Error('not logged');
    return appended;
  };
  return { prefix, three: [one, other, third] as const, log };
}

/** A replica that has died is known by what it does not do any more: its messages grow old. */
async function growOld(prefix: string, { id }: Appended): Promise<void> {
  const [key = ''] = await redis.keys(`${prefix}:*:order:*`);
  const place = id.split('|')[1] ?? '';
  const [owner = '', end = ''] = ((await redis.hget(key, place)) ?? '').split(' ');
  await redis.hset(key, place, `${owner} ${Number(end) - 3_000}`);
}

/** What a replica was asked before has been asked of Redis and has had its effect. */
async function settled({ log }: Replica['stores']): Promise<void> {
  for (let times = 0; times < 5; times += 1) await log.has('c');
}

describeWithRedis('the order of turns over all replicas', () => {
  beforeAll(async () => {
    server = await startRedis();
    redis = new Redis(server.url);
  });
  afterEach(() => {
    for (const { stores } of replicas.splice(0)) stores.close();
  });
  afterAll(async () => {
    redis.disconnect();
    await server.stop();
  });

  describeTurnOrder('the order of turns in Redis', async () => {
    const { three } = await open(3);
    const [{ order, log }] = three;
    for (const conversation of ['a', 'b']) await log.open(conversation);
    return {
      order,
      async log(conversation) {
        const appended = await log.append(conversation, { text: 'a' }, null, true);
        if (appended === null) throw new Error('not logged');
        return appended;
      },
    };
  });

  test('is that of the log, whoever comes first, and one at a time', async () => {
    const property = fc.asyncProperty(
      fc.array(fc.nat({ max: 2 }), { minLength: 2, maxLength: 9 }),
      fc.shuffledSubarray([0, 1, 2], { minLength: 3 }),
      async (takers, comers) => {
        const { prefix, three, log } = await open(3);
        const messages: { readonly taker: number; readonly message: Appended }[] = [];
        for (const taker of takers) messages.push({ taker, message: await log(three[taker]) });
        const done: string[] = [];
        let inside = 0;
        let most = 0;
        const turns: Promise<void>[] = [];
        for (const comer of comers) {
          for (const { taker, message } of messages) {
            if (taker !== comer) continue;
            const turn = async (): Promise<void> => {
              most = Math.max(most, (inside += 1));
              done.push(message.id);
              await redis.ping();
              inside -= 1;
            };
            turns.push(three[comer]?.order.run('c', message, turn) ?? Promise.reject(new Error('no such replica')));
          }
          // Who has come asks before the next one does.
          await settled(three[comer] ?? three[0]);
        }
        await Promise.all(turns);
        expect(done).toEqual(messages.map(({ message }) => message.id));
        expect([most, await redis.keys(`${prefix}:*:order:*`)]).toEqual([1, []]);
        for (const { stores } of replicas.splice(0)) stores.close();
      },
    );
    await fc.assert(property, { numRuns: 20 });
  });

  test('goes on as soon as another replica has finished, without looking again', async () => {
    const { three, log } = await open(3, { wait: () => new Promise(() => undefined) });
    const [one, other] = three;
    const [first, second] = [await log(one), await log(other)];
    const slow = gate();
    const done: string[] = [];
    const later = other.order.run('c', second, async () => void done.push('second'));
    const sooner = one.order.run('c', first, async () => {
      await slow.opened;
      done.push('first');
    });
    await settled(other);
    slow.open();
    await Promise.all([sooner, later]);
    expect(done).toEqual(['first', 'second']);
  });

  test('waits for a replica that is there, and not for one that has died', async () => {
    const { prefix, three, log } = await open(3);
    const [, other, third] = three;
    const [lost, second, next] = [await log(), await log(other), await log(third)];
    const done: string[] = [];
    const turns = [
      third.order.run('c', next, async () => void done.push('third')),
      other.order.run('c', second, async () => void done.push('second')),
    ];
    await settled(third);
    expect(done).toEqual([]);
    await growOld(prefix, lost);
    await Promise.all(turns);
    expect(done).toEqual(['second', 'third']);
  });

  test('a message that is sent again waits for the replica that has it, which may wait itself', async () => {
    const { three, log } = await open(3);
    const [one, other, third] = three;
    const [before, message] = [await log(third), await log(one)];
    const slow = gate();
    const seen: [string, boolean][] = [];
    const see = (who: string) => async (isUnanswered: boolean) => void seen.push([who, isUnanswered]);
    const running = third.order.run('c', before, () => slow.opened);
    const again = other.order.run('c', { ...message, fresh: false }, see('other'));
    await settled(other);
    const first = one.order.run('c', message, see('one'));
    slow.open();
    await Promise.all([running, first, again]);
    expect(seen).toEqual([
      ['one', true],
      ['other', false],
    ]);
  });

  test('a message of a replica that has died waits, sent again, for the turn that runs, and goes before later ones', async () => {
    const { prefix, three, log } = await open(3);
    const [one, other, third] = three;
    const [lost, second, next] = [await log(one), await log(other), await log(one)];
    await growOld(prefix, lost);
    const [began, slow] = [gate(), gate()];
    const done: string[] = [];
    const running = other.order.run('c', second, async () => {
      began.open();
      await slow.opened;
      done.push('second');
    });
    await began.opened;
    const later = one.order.run('c', next, async () => void done.push('next'));
    await settled(one);
    const again = third.order.run('c', { ...lost, fresh: false }, async () => void done.push('lost'));
    await settled(third);
    expect(done).toEqual([]);
    slow.open();
    await Promise.all([running, later, again]);
    expect(done).toEqual(['second', 'lost', 'next']);
  });

  test('a replica that was away for too long is told that another may have answered', async () => {
    const { prefix, three, log } = await open(3);
    const [one, other] = three;
    const message = await log(one);
    await growOld(prefix, message);
    const seen: boolean[] = [];
    const see = async (isUnanswered: boolean): Promise<void> => void seen.push(isUnanswered);
    await other.order.run('c', { ...message, fresh: false }, see);
    await one.order.run('c', message, see);
    expect(seen).toEqual([false, false]);
  });

  test('nothing is waited for while Redis is away', async () => {
    const { three, log } = await open(3);
    const [, other] = three;
    await log();
    const second = await log(other);
    server.freeze();
    const seen: boolean[] = [];
    await other.order.run('c', second, async (isUnanswered) => void seen.push(isUnanswered));
    server.thaw();
    await until(() => replicas.every(({ stores }) => stores.state() === 'up'));
    expect(seen).toEqual([true]);
  });

  test('what has no log takes its turns as it comes: what one leaves is there for the next', async () => {
    const { three } = await open(3);
    const add = ({ inTurn, turns }: (typeof three)[number]) =>
      inTurn('k', async () => {
        const sources = (await turns.read('k'))?.sources ?? [];
        await turns.write('k', { question: null, sources: [...sources, citation()], language: 'nb' });
      });
    await Promise.all([...three, ...three, ...three].map(add));
    expect((await three[0].turns.read('k'))?.sources).toHaveLength(9);
  });
});
