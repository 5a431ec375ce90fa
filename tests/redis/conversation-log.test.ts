import { Redis } from 'ioredis';
import { describeConversationLog } from '../channels/direct-line/log-contract.js';
import { describeWithRedis, startRedis, type RedisServer } from './redis-server.js';
import type { RedisParts } from '../../src/redis/open-redis.js';
import { createRateLimit } from '../../src/state/rate-limit.js';
import { openReplica, passTime, SECRET, until, type Replica } from './stores.js';

let server: RedisServer;
let redis: Redis;
let runs = 0;
const replicas: Replica[] = [];

const newPrefix = (): string => `t${(runs += 1)}`;
async function open(prefix: string, change: Partial<RedisParts> = {}): Promise<Replica> {
  const replica = await openReplica(server.url, prefix, change);
  replicas.push(replica);
  return replica;
}

describeWithRedis('conversations in Redis', () => {
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

  describeConversationLog('the log of conversations in Redis', async () => {
    const prefix = newPrefix();
    let passed = 0;
    const { stores } = await open(prefix, { now: () => Date.now() + passed * 60_000 });
    const pass = async (minutes: number): Promise<void> => {
      passed += minutes;
      await passTime(redis, prefix, minutes);
    };
    return { log: stores.log, pass };
  });

  test('what is said through one replica is read and watched through another', async () => {
    const prefix = newPrefix();
    const [one, other] = [await open(prefix), await open(prefix)];
    await one.stores.log.open('c');
    let appended = 0;
    const passed: unknown[] = [];
    await other.stores.log.watch('c', {
      onAppended: () => (appended += 1),
      onPassing: (activity) => passed.push(activity),
    });
    const said = await one.stores.log.append('c', { text: 'a' }, 'x');
    expect(await other.stores.log.append('c', { text: 'again' }, 'x')).toEqual({ id: said?.id, fresh: false });
    await one.stores.log.pass('c', { type: 'typing' });
    await until(() => appended === 1 && passed.length === 1);
    expect(passed).toEqual([{ type: 'typing' }]);
    // Nobody falls over what a stranger publishes.
    const [channel = ''] = await redis.pubsub('CHANNELS', `${prefix}:*`).then((found) => found.map(String));
    for (const junk of ['', '{', '[1,2]', '["a","b","c"]']) expect(await redis.publish(channel, junk)).toBe(2);
    await one.stores.log.append('c', { text: 'b' }, null);
    await until(() => appended === 2);
    const activities = [{ text: 'a', id: said?.id }, { text: 'b' }];
    expect(await other.stores.log.since('c', '')).toMatchObject({ activities });
  });

  test('of a client id that two replicas get at once one is added', async () => {
    const prefix = newPrefix();
    const [one, other] = [await open(prefix), await open(prefix)];
    await one.stores.log.open('c');
    const tries = Array.from({ length: 20 }, () => [one, other])
      .flat()
      .map(({ stores }) => stores.log.append('c', { text: 'a' }, 'x'));
    const fresh = (await Promise.all(tries)).filter((appended) => appended?.fresh);
    expect(fresh).toHaveLength(1);
  });

  test('everything expires, and neither keys nor values show what was said or by whom', async () => {
    const prefix = newPrefix();
    const { stores } = await open(prefix);
    const secretive = ['kanarifugl', 'dl_kari', 'samtale-7', 'klient-9'];
    await stores.log.open('samtale-7');
    await stores.log.append('samtale-7', { text: 'kanarifugl', from: { id: 'dl_kari' } }, 'klient-9', true);
    await stores.turns.write('samtale-7', { question: null, sources: [], language: 'nb' });
    const limiter = stores.limiter('messages', 20);
    await createRateLimit({ perMinute: 20, secret: SECRET, limiter }).take('message', 'dl_kari');
    const keys = await redis.keys(`${prefix}:*`);
    expect(keys.length).toBeGreaterThan(4);
    for (const key of keys) {
      expect([key, (await redis.pttl(key)) > 0]).toEqual([key, true]);
      const dump = (await redis.dumpBuffer(key))?.toString('latin1') ?? '';
      const type = await redis.type(key);
      const entries = type === 'stream' ? JSON.stringify(await redis.xrange(key, '-', '+')) : '';
      for (const word of secretive) expect(key + dump + entries).not.toContain(word);
    }
  });

  test('what was sealed with another secret is not found', async () => {
    const prefix = newPrefix();
    const [one, stranger] = [await open(prefix), await open(prefix, { secret: 'a secret of somebody else entirely.' })];
    await one.stores.log.open('c');
    expect(await stranger.stores.log.has('c')).toBe(false);
  });

  test('a conversation goes on through an outage: what was said before, in it and after it is read once and in order', async () => {
    const prefix = newPrefix();
    const { stores } = await open(prefix);
    const say = async (text: string) => stores.log.append('c', { text, timestamp: new Date().toISOString() }, null);
    const read = async (watermark: string) => {
      const found = await stores.log.since('c', watermark);
      if (found.state !== 'found') throw new Error(found.state);
      return { watermark: found.watermark, texts: found.activities.map(({ text }) => text) };
    };
    await stores.log.open('c');
    await say('before');
    const first = await read('');
    await say('before, unread');
    server.freeze();
    await say('in it');
    await until(() => stores.state() === 'down');
    const second = await read(first.watermark);
    await say('in it, unread');
    server.thaw();
    await until(() => stores.state() === 'up');
    await say('after');
    const third = await read(second.watermark);
    const other = await open(prefix);
    const elsewhere = await other.stores.log.since('c', second.watermark);
    expect(elsewhere).toMatchObject({ activities: third.texts.map((text) => ({ text })) });
    expect(first.texts).toEqual(['before']);
    expect(second.texts).toEqual(['in it']);
    expect(third.texts).toEqual(['before, unread', 'in it, unread', 'after']);
    expect((await read(third.watermark)).texts).toEqual([]);
    expect((await read('')).texts).toEqual(['before', 'before, unread', 'in it', 'in it, unread', 'after']);
  });

  test('a conversation that Redis has lost goes on with who was served here', async () => {
    const prefix = newPrefix();
    const { stores } = await open(prefix);
    await stores.log.open('c');
    await stores.log.append('c', { text: 'lost' }, null);
    await server.stop();
    await server.start();
    await until(() => stores.state() === 'up');
    expect((await stores.log.append('c', { text: 'new' }, null))?.fresh).toBe(true);
    expect(await stores.log.since('c', '')).toMatchObject({ activities: [{ text: 'new' }] });
    expect(await stores.log.append('never opened', { text: 'x' }, null)).toBeNull();
  });
});
