import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import { describeWithRedis, portOf, startRedis, startWire, type RedisServer } from './redis-server.js';
import {
  begin,
  call,
  isAnswer,
  read,
  readiness,
  say,
  startReplicas,
  textsOf,
  type Conversation,
  type ReplicaProcess,
} from './replicas.js';
import { until } from './stores.js';

// Starting processes on a slow machine, in milliseconds.
const PATIENCE = 120_000;
const TURNS = [
  'Hva mener Frp om heroinassistert behandling?',
  'Og hva med Ap?',
  'Og Høyre?',
  'Hva mener Senterpartiet om rus?',
];

let redis: RedisServer;
let started: ReplicaProcess[] = [];

async function start(number: number, environment: Readonly<Record<string, string>> = {}, url = redis.url) {
  const replicas = await startReplicas(number, url, environment);
  started.push(...replicas);
  return replicas;
}

describeWithRedis('replicas that share a Redis', () => {
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterEach(async () => {
    await Promise.all(started.map(({ kill }) => kill()));
    started = [];
  });
  afterAll(() => redis.stop());

  test(
    'a conversation moves between them turn by turn, and answers as one alone does',
    async () => {
      const three = await start(3);
      const at = (turn: number): string => three[turn % 3]?.address ?? '';
      const moving = await begin(at(0));
      const staying = await begin(at(0));
      let watermark = '';
      for (const [turn, text] of TURNS.entries()) {
        await say(at(turn), moving, text);
        await say(at(0), staying, text);
        const seen = await read(at(turn + 1), moving, watermark);
        ({ watermark } = seen);
        expect(seen.activities.slice(-2)[0]?.text).toBe(text);
        expect(seen.activities).toHaveLength(turn === 0 ? 3 : 2);
      }
      const texts = async (conversation: Conversation) => textsOf((await read(at(1), conversation)).activities);
      expect(await texts(moving)).toEqual(await texts(staying));
      await say(at(1), moving, 'slett');
      expect((await read(at(2), moving)).activities).toHaveLength(1);
    },
    PATIENCE,
  );

  test(
    'a thousand deliveries that come to two of them at once get one reply each',
    async () => {
      const replies = new Map<string, number>();
      const connector = await startConnector((conversation) =>
        replies.set(conversation, (replies.get(conversation) ?? 0) + 1),
      );
      const [one, other] = await start(2, { ALLOW_ANONYMOUS_BOT: 'true' });
      const deliver = async (address: string, at: number): Promise<number> => {
        const response = await fetch(`${address}/api/messages`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify(teamsMessage(connector.url, at)),
        });
        await response.text();
        return response.status;
      };
      let next = 0;
      const statuses: number[] = [];
      const worker = async (): Promise<void> => {
        for (let at = next++; at < 1_000; at = next++) {
          const addresses = [one?.address ?? '', other?.address ?? ''];
          statuses.push(...(await Promise.all(addresses.map((address) => deliver(address, at)))));
        }
      };
      await Promise.all(Array.from({ length: 20 }, worker));
      await connector.stop();
      expect(new Set(statuses.map((status) => Math.floor(status / 100)))).toEqual(new Set([2]));
      expect([replies.size, new Set(replies.values())]).toEqual([1_000, new Set([1])]);
    },
    PATIENCE,
  );

  test(
    'a limit is one for all of them',
    async () => {
      const two = await start(2, { MESSAGES_PER_MINUTE: '100' });
      const conversation = await begin(two[0]?.address ?? '');
      const tries = Array.from({ length: 200 }, (_, at) =>
        call(two[at % 2]?.address ?? '', 'POST', `/conversations/${conversation.id}/activities`, conversation.token, {
          type: 'event',
          name: 'anything',
        }).then(
          () => 1,
          () => 0,
        ),
      );
      const taken = (await Promise.all(tries)).reduce<number>((sum, one) => sum + one, 0);
      expect(taken).toBeGreaterThanOrEqual(95);
      expect(taken).toBeLessThanOrEqual(105);
    },
    PATIENCE,
  );

  test.each([
    ['stopped', () => redis.stop(), () => redis.start()],
    ['frozen', async () => redis.freeze(), async () => redis.thaw()],
    ['cut off', null, null],
  ])(
    'with a Redis that is %s every question is answered, and all is well when it is back',
    async (_, take, give) => {
      const wire = await startWire(redis.port);
      const [replica] = await start(1, {}, wire.url);
      const { address } = replica ?? { address: '' };
      const conversation = await begin(address);
      let watermark = '';
      const ask = async (text: string) => {
        await say(address, conversation, text);
        const seen = await read(address, conversation, watermark);
        ({ watermark } = seen);
        return seen.activities.filter(isAnswer).map(({ text: said }) => said);
      };
      expect(await ask(TURNS[0] ?? '')).toHaveLength(1);
      await (take ?? (async () => wire.cut()))();
      for (let turn = 0; turn < 10; turn += 1) expect(await ask(TURNS[0] ?? '')).toHaveLength(1);
      await until(async () => (await readiness(address)) === 'degraded');
      const fresh = await begin(address);
      await say(address, fresh, TURNS[0] ?? '');
      expect((await read(address, fresh)).activities).toHaveLength(3);
      await (give ?? (async () => wire.mend()))();
      await until(async () => (await readiness(address)) === 'ready');
      expect(await ask(TURNS[0] ?? '')).toHaveLength(1);
      expect((await ask(TURNS[1] ?? ''))[0]).toMatch(/Arbeiderpartiet/);
      expect(replica?.child.exitCode).toBeNull();
      await wire.stop();
    },
    PATIENCE,
  );
});

/** The Bot Framework's side: takes replies and counts them by conversation. */
async function startConnector(onReply: (conversation: string) => void) {
  const server: Server = createServer((request, response) => {
    request.resume().on('end', () => {
      const conversation = /conversations\/([^/]+)\/activities/.exec(decodeURIComponent(request.url ?? ''))?.[1];
      if (request.method === 'POST' && conversation !== undefined) onReply(conversation);
      response.writeHead(200, { 'Content-Type': 'application/json' }).end('{"id":"reply"}');
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const port = portOf(server);
  return {
    url: `http://127.0.0.1:${port}/`,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function teamsMessage(serviceUrl: string, at: number) {
  return {
    type: 'message',
    id: `delivery-${at}`,
    channelId: 'msteams',
    serviceUrl,
    text: 'Hva kan du?',
    from: { id: `29:person-${at}`, name: 'Kari' },
    recipient: { id: '28:bot', name: 'Standpunkt' },
    conversation: { id: `a:${at}`, conversationType: 'personal' },
  };
}
