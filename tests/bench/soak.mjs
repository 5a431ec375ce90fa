import path from 'node:path';
import { dialoguesOf } from './asking.mjs';
import { watchMachine } from './machine.mjs';
import { freePort, hasRedis, sharing, startRedis } from './redis.mjs';
import { startServer } from './servers.mjs';
import { createCrowd, perSecond, turnsEach } from './soak-crowd.mjs';
import { kindsOfPeople, serveReplies, signingSecret } from './soak-people.mjs';
import { percentile } from './table.mjs';

/** Seconds between two looks. */
const looking = 10;

const title = (
  minutes,
  hasShared,
) => `one replica ${hasShared ? 'with Redis' : 'in memory, as Redis is not installed'}, ${perSecond} messages a second for ${minutes} minutes, in Teams, in
Slack and on the web, a new person after every ${turnsEach} messages. State is forgotten after ${short(stateMinutes(minutes))} minutes, so that it goes as
fast as it comes; which messages came, for them not to be answered twice, is remembered for 11 and 15, and fills memory for so
long. The first ${short(minutes / 3)} minutes are for warmth. Growth is the slope of the least squares over looks that are ${looking} s apart, with
its standard error: of heap and buffers after collection, and of all that the process holds of the machine's memory. Lag is
the 99th percentile of the time between two looks of the event loop, which are 10 ms apart when nothing holds it up: of the
whole run, and of the worst ${looking} s as the service's own metric tells it. What else the machine does shows in it, less in the
processor's time for each message, which has the start in it.`;

const answers = `from when a message was due to its answer, of the whole run. What asks, the connector, the Slack and Redis
share the machine with the service. "failed" is refused, or not answered in time.`;

export async function* soak({ dist, knowledge, gold, workplace, minutes }) {
  const running = [];
  try {
    const replies = await serveReplies();
    running.push(replies);
    const redis = hasRedis() ? await startRedis(workplace) : null;
    if (redis) running.push(redis);
    const metrics = await freePort();
    const service = await startService({ dist, knowledge, workplace, minutes, replies, redis, metrics });
    running.push(service);
    const lines = (await dialoguesOf(gold)).flat();
    const crowd = createCrowd(kindsOfPeople(service.address, replies), lines);
    const talk = crowd.talk(minutes * 60);
    const looks = await lookOn(minutes, service, `http://127.0.0.1:${metrics}/metrics`, crowd);
    await talk;
    yield { title: title(minutes, redis !== null) + whyFailed(crowd), rows: [growthOf(looks, crowd, minutes)] };
    yield { title: answers, rows: rowsOf(crowd) };
  } finally {
    // The service first: when it loses its Redis it says so.
    for (const { stop } of running.toReversed()) await stop();
  }
}

/** From the middle of the warm-up on, as much is forgotten as is said. */
function stateMinutes(minutes) {
  return minutes / 6;
}

const short = (minutes) => String(Number(minutes.toFixed(2)));

async function startService({ dist, knowledge, workplace, minutes, replies, redis, metrics }) {
  const port = await freePort();
  const settings = {
    KNOWLEDGE_DIR: knowledge,
    PORT: String(port),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    METRICS_PORT: String(metrics),
    STATE_MINUTES: String(stateMinutes(minutes)),
    MESSAGES_PER_MINUTE: '1000000',
    TOKENS_PER_MINUTE: '1000000',
    SLACK_BOT_TOKEN: 'xoxb-bench',
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_STANDS_IN: replies.address,
    ...(redis ? sharing(redis, 'soak') : {}),
  };
  return startServer(workplace, path.join(dist, 'main.js'), settings, [
    new URL('soak-slack.mjs', import.meta.url).href,
  ]);
}

async function lookOn(minutes, service, metrics, crowd) {
  const looks = [];
  let taken = watchMachine();
  const began = performance.now();
  for (let second = looking; second <= minutes * 60; second += looking) {
    const due = began + second * 1_000;
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
    const look = { minute: second / 60, ...(await lookAt(service, metrics)) };
    const { used, resident, worst, streams, sockets, worked } = look;
    const own = (worked - (looks.at(-1)?.worked ?? 0)) / (looking * 10);
    looks.push(look);
    const { said, failed } = crowd.counts();
    process.stderr.write(
      `${second} s: ${said} messages, ${failed} failed, heap ${used.toFixed(1)} MB, resident ${resident.toFixed(0)} MB, ` +
        `processor ${own.toFixed(0)} %, machine ${(taken() * 100).toFixed(0)} %, lag p99 ${worst.toFixed(0)} ms, ${sockets} sockets, ${streams} WebSockets\n`,
    );
    taken = watchMachine();
  }
  return looks;
}

async function lookAt(service, metrics) {
  const told = await scrape(metrics);
  const usage = await service.usage({ collect: true });
  // The metric is of the time since it was read: a collection that we asked for is not in it.
  await scrape(metrics);
  return {
    ...usage,
    worst: told('nodejs_eventloop_lag_p99_seconds') * 1_000,
    streams: told('standpunkt_streams_open'),
    sockets: told('nodejs_active_resources\\{type="TCPSocketWrap"\\}'),
  };
}

async function scrape(metrics) {
  const text = await (await fetch(metrics)).text();
  return (name) => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1] ?? 0);
}

function whyFailed(crowd) {
  const { why } = crowd.counts();
  return why === null ? '' : `\nThe first that failed: ${why}`;
}

function growthOf(looks, crowd, minutes) {
  const warm = looks.filter(({ minute }) => minute >= minutes / 3);
  const { said, failed } = crowd.counts();
  const of = (field) => slopeOf(warm.map((look) => [look.minute, look[field]]));
  const shown = ({ slope, error }) => `${slope.toFixed(2)} ± ${error.toFixed(2)}`;
  return {
    'heap MB/minute': shown(of('used')),
    'resident MB/minute': shown(of('resident')),
    'heap MB': warm.at(-1).used,
    'resident MB': warm.at(-1).resident,
    'processor ms each': warm.at(-1).worked / said,
    'lag p99 ms': warm.at(-1).lag,
    'of the worst ms': Math.max(...looks.map(({ worst }) => worst)),
    sockets: Math.max(...looks.map(({ sockets }) => sockets)),
    messages: said,
    failed,
  };
}

/** Of the straight line through the points, by least squares, with its standard error. */
function slopeOf(points) {
  const mean = (of) => points.reduce((sum, point) => sum + of(point), 0) / points.length;
  const [x0, y0] = [mean(([x]) => x), mean(([, y]) => y)];
  const spread = mean(([x]) => (x - x0) ** 2);
  const slope = mean(([x, y]) => (x - x0) * (y - y0)) / spread;
  const rest = mean(([x, y]) => (y - y0 - slope * (x - x0)) ** 2);
  return { slope, error: Math.sqrt(rest / spread / (points.length - 2)) };
}

function rowsOf(crowd) {
  return crowd.kinds.map((kind) => {
    const { took, failed } = crowd.heard(kind);
    return {
      people: kind,
      messages: took.length + failed,
      failed,
      'p50 ms': percentile(took, 0.5),
      'p99 ms': percentile(took, 0.99),
      'slowest ms': took.reduce((most, each) => Math.max(most, each), 0),
    };
  });
}
