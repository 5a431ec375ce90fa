import { Redis } from 'ioredis';
import type { Installation, InstallationStore } from '@slack/bolt';
import { createMemoryKeptAnswers } from '../../src/channels/slack/kept-answers.js';
import { createMemoryKeySet } from '../../src/channels/slack/key-set.js';
import type { RedisParts } from '../../src/redis/open-redis.js';
import { createDeliveries } from '../../src/state/deliveries.js';
import { createRateLimit } from '../../src/state/rate-limit.js';
import { createSentMessages } from '../../src/state/sent-messages.js';
import { turn } from '../channels/sample.js';
import { describeDeliveries, describeFirstTime, describeSentMessages, describeTurnStore } from '../state/contracts.js';
import { describeWithRedis, startRedis, type RedisServer } from './redis-server.js';
import { openReplica, passTime, SECRET, until, type Replica } from './stores.js';

let server: RedisServer;
let redis: Redis;
let runs = 0;
const replicas: Replica[] = [];

const newPrefix = (): string => `s${(runs += 1)}`;
async function open(prefix: string, change: Partial<RedisParts> = {}): Promise<Replica> {
  const replica = await openReplica(server.url, prefix, change);
  replicas.push(replica);
  return replica;
}

/** One replica, and a way to make everything older: what it keeps in Redis and in its process. */
async function aged() {
  const prefix = newPrefix();
  let passed = 0;
  const now = (): number => Date.now() + passed * 60_000;
  const { stores } = await open(prefix, { now });
  const pass = async (minutes: number): Promise<void> => {
    passed += minutes;
    await passTime(redis, prefix, minutes);
  };
  return { stores, now, pass };
}

describeWithRedis('state in Redis', () => {
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

  describeTurnStore('turn state', async () => {
    const { stores, pass } = await aged();
    return { store: stores.turns, pass };
  });
  describeDeliveries('deliveries', async () => {
    const { stores, now, pass } = await aged();
    return { ...stores.deliveries('teams', 15, createDeliveries({ now, minutes: 15 })), pass };
  });
  describeFirstTime('the first time', async () => {
    const { stores, now, pass } = await aged();
    const keys = stores.keySet('welcome', 10, createMemoryKeySet({ now, minutes: 10 }));
    return { isFirst: (key) => keys.add(key), pass };
  });
  describeSentMessages('sent messages', async () => {
    const { stores, now, pass } = await aged();
    return { sent: stores.sent(createSentMessages({ now, minutes: 60 })), pass };
  });

  test('work that a dead replica has begun is taken over, and work that goes on is waited for', async () => {
    const prefix = newPrefix();
    const [one, other] = [await open(prefix), await open(prefix)];
    const local = () => createDeliveries({ now: () => 0, minutes: 15 });
    let finish = (): void => undefined;
    let began = (): void => undefined;
    const beginning = new Promise<void>((resolve) => (began = resolve));
    const first = one.stores.deliveries('teams', 15, local()).once('a', () => {
      began();
      return new Promise<void>((resolve) => (finish = resolve));
    });
    await beginning;
    const ran: string[] = [];
    const second = other.stores.deliveries('teams', 15, local()).once('a', async () => void ran.push('other'));
    one.stores.close();
    await passTime(redis, prefix, 1);
    await second;
    expect(ran).toEqual(['other']);
    finish();
    await first;
  });

  test('answers that are kept for buttons are found by another replica, the last eight of a conversation', async () => {
    const prefix = newPrefix();
    const keptBy = async () => (await open(prefix)).stores.kept(createMemoryKeptAnswers({ now: () => 0, minutes: 60 }));
    const [one, other] = [await keptBy(), await keptBy()];
    for (let at = 0; at < 9; at += 1) await one.keep('c', `a${at}`, turn({ text: String(at) }));
    expect(await other.find('c', 'a0')).toBeNull();
    expect((await other.find('c', 'a8'))?.reply.text).toBe('8');
    server.freeze();
    expect((await one.find('c', 'a8'))?.reply.text).toBe('8');
    expect(await other.find('c', 'a8')).toBeNull();
    server.thaw();
    await until(() => replicas.every(({ stores }) => stores.state() === 'up'));
    await other.erase('c');
    expect(await one.find('c', 'a8')).toBeNull();
  });

  test('an installation is known to all replicas, also when Redis has lost it, and is gone everywhere when it is', async () => {
    const prefix = newPrefix();
    const [one, other] = [await open(prefix), await open(prefix)];
    const [disk, otherDisk] = [fakeDisk(), fakeDisk()];
    const [here, there] = [one.stores.installations(disk.store), other.stores.installations(otherDisk.store)];
    const query = { teamId: 'T1', enterpriseId: undefined, isEnterpriseInstall: false };
    await here.storeInstallation(installation);
    expect(await there.fetchInstallation(query)).toEqual(installation);
    await redis.flushall();
    expect(await there.fetchInstallation(query)).toEqual(installation);
    expect(await redis.keys(`${prefix}:*`)).toHaveLength(1);
    await here.deleteInstallation?.(query);
    await expect(there.fetchInstallation(query)).rejects.toThrow('not installed');
    expect(otherDisk.kept.size).toBe(0);
  });

  test('a limit counts for all replicas, and for one alone while Redis is away', async () => {
    const prefix = newPrefix();
    const two = [await open(prefix), await open(prefix)];
    const limits = two.map(({ stores }) =>
      createRateLimit({ perMinute: 10, secret: SECRET, limiter: stores.limiter('messages', 10) }),
    );
    const takeAll = async () =>
      (
        await Promise.all(
          [...limits, ...limits].flatMap((limit) => Array.from({ length: 10 }, () => limit.take('message', 'kari'))),
        )
      ).filter((seconds) => seconds === 0).length;
    expect(await takeAll()).toBe(10);
    await server.stop();
    await until(() => two.every(({ stores }) => stores.state() === 'down'));
    expect(await takeAll()).toBe(20);
    await server.start();
  });

  test('without Redis state is empty at once, one line tells of it, and what was owed is removed when it is back', async () => {
    const prefix = newPrefix();
    const { stores, reported } = await open(prefix);
    await stores.turns.write('a', { question: null, sources: [], language: 'nb' });
    await stores.turns.write('b', { question: null, sources: [], language: 'nb' });
    server.freeze();
    await expect(stores.turns.erase('a')).resolves.toBeUndefined();
    await expect(stores.turns.read('a')).rejects.toThrow('away');
    await expect(stores.turns.write('b', { question: null, sources: [], language: 'nn' })).rejects.toThrow('away');
    server.thaw();
    await until(() => stores.state() === 'up');
    expect([await stores.turns.read('a'), await stores.turns.read('b')]).toEqual([null, null]);
    expect(reported.filter((line) => line.startsWith('Redis: not reached for shared state'))).toHaveLength(1);
  });

  test('every replica sees which knowledge the others serve, and is asked with them to take up the new', async () => {
    const prefix = newPrefix();
    const [one, other] = [await open(prefix), await open(prefix)];
    await one.stores.replicas.announce('old');
    await other.stores.replicas.announce('old');
    await other.stores.replicas.announce('new');
    await one.stores.replicas.announce('old');
    expect(one.stores.replicas.prints()).toEqual({ old: 1, new: 1 });
    await one.stores.askAllToReload();
    await until(() => one.reloads() === 1 && other.reloads() === 1);
    expect([one.reloads(), other.reloads()]).toEqual([1, 1]);
  });
});

const installation: Installation<'v2', false> = {
  team: { id: 'T1', name: 'Avisa' },
  enterprise: undefined,
  user: { id: 'U1', token: undefined, scopes: undefined },
  bot: { token: 'xoxb-1', scopes: ['chat:write'], id: 'B1', userId: 'U2' },
};

function fakeDisk(): { readonly store: InstallationStore; readonly kept: Map<string, unknown> } {
  const kept = new Map<string, unknown>();
  return {
    kept,
    store: {
      async storeInstallation(given) {
        kept.set(given.team?.id ?? '', given);
      },
      async fetchInstallation({ teamId }) {
        const found = kept.get(teamId ?? '');
        if (found === undefined) throw new Error('not installed');
        return JSON.parse(JSON.stringify(found));
      },
      async deleteInstallation({ teamId }) {
        kept.delete(teamId ?? '');
      },
    },
  };
}
