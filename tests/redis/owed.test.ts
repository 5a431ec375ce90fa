import type { Installation, InstallationStore } from '@slack/bolt';
import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { createMemoryKeptAnswers } from '../../src/channels/slack/kept-answers.js';
import { createMemoryKeySet } from '../../src/channels/slack/key-set.js';
import { turn } from '../channels/sample.js';
import { describeWithRedis, portOf, startRedis, type RedisServer } from './redis-server.js';
import { openReplica, until, type Replica } from './stores.js';

// Until a connection is given up, and made again, in milliseconds.
jest.setTimeout(60_000);

let redis: RedisServer;
let wire: Awaited<ReturnType<typeof startSlowWire>>;
let replicas: readonly Replica[] = [];
let runs = 0;

const isAll = (state: 'up' | 'down') => until(() => replicas.every(({ stores }) => stores.state() === state));

/** Two replicas, of which the first is behind the wire. */
async function openTwo() {
  runs += 1;
  const [one, other] = await Promise.all([wire.url, redis.url].map((url) => openReplica(url, `o${runs}`)));
  if (one === undefined || other === undefined) throw new Error('two were opened');
  replicas = [one, other];
  return [one.stores, other.stores] as const;
}

describeWithRedis('what Redis is owed', () => {
  beforeAll(async () => {
    redis = await startRedis();
    wire = await startSlowWire(redis.port);
  });
  afterEach(() => {
    for (const { stores } of replicas) stores.close();
    replicas = [];
  });
  afterAll(async () => {
    await wire.stop();
    await redis.stop();
  });

  test('what arrives late does not undo what was erased since', async () => {
    const [one, other] = await openTwo();
    const keep = (at: typeof one) => at.kept(createMemoryKeptAnswers({ now: () => 0, minutes: 60 }));
    const [kept, keptThere] = [keep(one), keep(other)];
    const state = { question: null, sources: [], language: 'nb' } as const;
    await one.turns.write('a', state);
    await kept.keep('a', 'id', turn({}));
    wire.hold();
    await Promise.all([
      expect(one.turns.write('a', state)).rejects.toThrow(/away|timeout/),
      kept.keep('a', 'id', turn({})),
    ]);
    await other.turns.erase('a');
    await keptThere.erase('a');
    wire.mend();
    await isAll('up');
    wire.deliver();
    await kept.keep('b', 'id', turn({}));
    expect([await other.turns.read('a'), await keptThere.find('a', 'id')]).toEqual([null, null]);
  });

  test('an uninstallation and an installation while Redis is away are known to all when it is back', async () => {
    const [one, other] = await openTwo();
    const [here, there] = [one, other].map((stores) => stores.installations(fakeDisk()));
    if (here === undefined || there === undefined) throw new Error('two were opened');
    for (const team of ['T1', 'T2']) await there.storeInstallation(installation(team, 'old'));
    await here.fetchInstallation(query('T1'));
    redis.freeze();
    await here.deleteInstallation?.(query('T1'));
    await here.storeInstallation(installation('T2', 'new'));
    expect((await here.fetchInstallation(query('T2'))).bot?.token).toBe('new');
    await isAll('down');
    redis.thaw();
    await isAll('up');
    await until(async () => (await there.fetchInstallation(query('T2'))).bot?.token === 'new');
    for (const store of [here, there]) {
      await expect(store.fetchInstallation(query('T1'))).rejects.toThrow('not installed');
      expect((await store.fetchInstallation(query('T2'))).bot?.token).toBe('new');
    }
  });

  test('a key that was added while Redis was away is known to all when it is back', async () => {
    const [one, other] = await openTwo();
    const keys = (stores: typeof one) => stores.keySet('thread', 10, createMemoryKeySet({ now: () => 0, minutes: 10 }));
    const [here, there] = [keys(one), keys(other)];
    await redis.stop();
    await isAll('down');
    expect([await here.add('a'), await here.add('a'), await here.add('b')]).toEqual([true, false, true]);
    await here.remove('b');
    await redis.start();
    await isAll('up');
    await until(() => there.has('a'));
    expect([await there.has('b'), await there.add('a')]).toEqual([false, false]);
  });
});

const query = (teamId: string) => ({ teamId, enterpriseId: undefined, isEnterpriseInstall: false });

function installation(team: string, token: string): Installation<'v2', false> {
  return {
    team: { id: team, name: 'Avisa' },
    enterprise: undefined,
    user: { id: 'U1', token: undefined, scopes: undefined },
    bot: { token, scopes: ['chat:write'], id: 'B1', userId: 'U2' },
  };
}

function fakeDisk(): InstallationStore {
  const kept = new Map<string, Installation>();
  return {
    storeInstallation: async (given) => void kept.set(given.team?.id ?? '', given),
    async fetchInstallation({ teamId }) {
      const found = kept.get(teamId ?? '');
      if (found === undefined) throw new Error('not installed');
      return JSON.parse(JSON.stringify(found));
    },
    deleteInstallation: async ({ teamId }) => void kept.delete(teamId ?? ''),
  };
}

/** A wire that can hold what is sent and deliver it after all, as TCP does a while after a network is back. */
async function startSlowWire(to: number) {
  let isHolding = false;
  const late: (() => void)[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(to, '127.0.0.1');
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
    }
    near.on('data', (data) => void (isHolding ? late.push(() => void far.write(data)) : far.write(data)));
    far.on('data', (data) => void (near.destroyed || near.write(data)));
    far.on('close', () => near.destroy());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `redis://127.0.0.1:${portOf(server)}`,
    hold: () => void (isHolding = true),
    mend: () => void (isHolding = false),
    deliver() {
      for (const send of late) send();
    },
    async stop() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
