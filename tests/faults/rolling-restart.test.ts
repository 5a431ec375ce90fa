import { once } from 'node:events';
import { begin, read, say, startReplica, type Conversation, type ReplicaProcess } from '../redis/replicas.js';
import { describeWithRedis, startRedis, type RedisServer } from '../redis/redis-server.js';
import { until } from '../redis/stores.js';
import { startBalancer, type Balancer } from './balancer.js';
import { botMessage, startConnector, type Connector } from './connector.js';

// Starting processes on a slow machine, in milliseconds.
const PATIENCE = 120_000;
const CONVERSATIONS = 8;
const TURNS = ['Hva mener Frp om heroinassistert behandling?', 'Og hva med Ap?', 'Og Senterpartiet?'];
const ENVIRONMENT = { DRAIN_SECONDS: '1', ALLOW_ANONYMOUS_BOT: 'true' };

describeWithRedis('two replicas behind a load balancer', () => {
  let redis: RedisServer;
  let connector: Connector;
  let balancer: Balancer;
  let running: ReplicaProcess[] = [];

  beforeAll(async () => {
    redis = await startRedis();
    connector = await startConnector();
    running = [await start(), await start()];
    balancer = await startBalancer(running.map(({ address }) => address));
  }, PATIENCE);
  afterAll(async () => {
    await balancer.stop();
    await Promise.all(running.map(({ kill }) => kill()));
    await connector.stop();
    await redis.stop();
  });

  async function start(): Promise<ReplicaProcess> {
    const replica = await startReplica(redis.url, ENVIRONMENT);
    running.push(replica);
    await until(async () => (await (await fetch(`${replica.address}/readyz`)).json()).status === 'ready');
    return replica;
  }

  /** Ends it as an orchestrator does, and puts a new one in its place; its exit code. */
  async function restart(replica: ReplicaProcess): Promise<unknown> {
    const ended = once(replica.child, 'exit');
    replica.child.kill('SIGTERM');
    const [code] = await ended;
    await balancer.replace(replica.address, (await start()).address);
    return code;
  }

  test(
    'are restarted one after the other, and no request fails, no message is lost and none answered twice',
    async () => {
      const { address } = balancer;
      const traffic = { isOver: false };
      const chats = await Promise.all(Array.from({ length: CONVERSATIONS }, () => begin(address)));
      async function chat(conversation: Conversation): Promise<number> {
        let turn = 0;
        for (; !traffic.isOver; turn += 1)
          await say(address, conversation, `${TURNS[turn % 3]} ${turn}`, `${conversation.id} ${turn}`);
        return turn;
      }
      async function deliver(): Promise<readonly number[]> {
        const statuses: number[] = [];
        for (let at = 0; !traffic.isOver; at += 1) {
          const body = botMessage(connector.address, `a:${at}`);
          const headers = { 'Content-Type': 'application/json' };
          const response = await fetch(`${address}/api/messages`, { method: 'POST', headers, body });
          await response.text();
          statuses.push(response.status);
        }
        return statuses;
      }
      const talking = Promise.all([Promise.all(chats.map(chat)), deliver()]);
      const codes = [];
      for (const replica of running.slice(0, 2)) codes.push(await restart(replica));
      traffic.isOver = true;
      const [turns, statuses] = await talking;

      expect(codes).toEqual([0, 0]);
      expect(statuses.filter((status) => status !== 200)).toEqual([]);
      expect(connector.replies.size).toBe(statuses.length);
      expect(new Set([...connector.replies.values()].map(({ length }) => length)).size).toBe(1);
      for (const [at, conversation] of chats.entries()) {
        const { activities } = await read(address, conversation);
        const asked = activities.filter(({ from }) => from.role === 'user');
        const answers = activities.filter(({ replyToId }) => replyToId !== undefined);
        // The log keeps the last of a long conversation.
        const first = (turns[at] ?? 0) - asked.length;
        expect(asked.map(({ text }) => Number(/\d+$/.exec(text)?.[0]))).toEqual(asked.map((_, index) => first + index));
        expect(answers.slice(-asked.length).map(({ replyToId }) => replyToId)).toEqual(asked.map(({ id }) => id));
        // The question before was known to whichever replica answered.
        const follow = answers.find(({ replyToId }) =>
          asked.find(({ id }) => id === replyToId)?.text.startsWith('Og hva'),
        );
        expect(follow?.text).toContain('Arbeiderpartiet');
      }
    },
    PATIENCE,
  );
});
