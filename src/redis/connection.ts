import { Redis } from 'ioredis';

/** Milliseconds for a command. With 200 a busy machine looks like a dead Redis; a question has a second. */
const PATIENCE = 350;
/** Milliseconds between looks at a connection. */
const LOOKING = 500;
/** Looks without an answer after which the connection is made anew: what has been cut off does not say so. */
const MOST_SILENT = 3;
/** Milliseconds between two lines about the same connection. */
const REPORTING = 60_000;
/** Milliseconds after the start in which nothing is said: reading the knowledge keeps the processor for a second. */
const STARTING = 3_000;
/** Keys whose removal may wait for Redis to come back. */
const MOST_OWED = 10_000;

/** Thrown for a command that Redis did not carry out. Its message is a short code and never holds content. */
export class RedisAway extends Error {
  override readonly name = 'RedisAway';
}

export type RedisState = 'up' | 'down';

export interface RedisConnection {
  readonly state: () => RedisState;
  /** Carries out a command: in a third of a second, or not at all. While Redis is away it is refused at once. @throws RedisAway */
  readonly run: <Result>(command: (client: Redis) => Promise<Result>) => Promise<Result>;
  /** By the clock of Redis, the one that all replicas share, in milliseconds since 1970. */
  readonly now: () => number;
  /** By the same: from then on a command that is given now must not be carried out. */
  readonly deadline: () => number;
  /** Has something done whenever Redis is back. */
  readonly onBack: (work: () => void) => void;
  /** Removes keys: now, or before anything else is asked when Redis is back. */
  readonly remove: (...keys: string[]) => Promise<void>;
  readonly close: () => void;
}

export interface ConnectionParts {
  readonly url: string;
  /** What the connection is for, in the line about it. */
  readonly purpose: string;
  /** Milliseconds since any fixed point. */
  readonly now: () => number;
  /** Takes one line for the log of the operator. */
  readonly report: (line: string) => void;
  /** For a connection that listens and is asked nothing. */
  readonly listening?: Listening;
}

export interface Listening {
  readonly channel: string;
  readonly onMessage: (message: string) => void;
  /** Called whenever Redis is back: messages may have been missed. */
  readonly onBack: () => void;
}

/**
 * One connection that knows within half a second that Redis is away, fails fast until it is back, and does not end.
 * Nothing waits in a queue: what could not be done in time is not done later.
 */
export function connectRedis(parts: ConnectionParts): RedisConnection {
  const client = openClient(parts.url);
  const say = reporting(parts);
  const owed = new Set<string>();
  const whenBack: (() => void)[] = [];
  let state: RedisState = 'down';
  let ahead = 0; // milliseconds that the clock of Redis is before ours
  let silent = 0;
  let closed = false;
  let isLooking = false;
  let timer: NodeJS.Timeout | undefined;

  function lose(error: unknown): void {
    state = 'down';
    if (!closed) say.away(codeOf(error));
  }

  async function look(): Promise<void> {
    if (client.status === 'ready') {
      if (parts.listening) await inTime(client.ping());
      else {
        const asked = parts.now();
        const [seconds, microseconds] = await inTime(client.time());
        ahead = Number(seconds) * 1_000 + Number(microseconds) / 1_000 - asked;
      }
      if (state === 'down') await welcomeBack();
      silent = 0;
    } else {
      // Connected and never greeted: it is frozen, or not a Redis.
      silent = client.status === 'connect' ? silent + 1 : 0;
      lose(new RedisAway('not connected'));
    }
  }

  async function welcomeBack(): Promise<void> {
    while (owed.size > 0) {
      const keys = [...owed].slice(0, 500);
      await inTime(client.unlink(...keys));
      for (const key of keys) owed.delete(key);
    }
    if (parts.listening) await inTime(client.subscribe(parts.listening.channel));
    state = 'up';
    parts.listening?.onBack();
    for (const work of whenBack) work();
    say.back();
  }

  function lookLater(): void {
    clearTimeout(timer);
    if (!closed) timer = setTimeout(() => void keepLooking(), LOOKING).unref();
  }

  async function keepLooking(): Promise<void> {
    if (isLooking) return;
    isLooking = true;
    clearTimeout(timer);
    await look().catch((error: unknown) => {
      silent += 1;
      lose(error);
    });
    if (silent >= MOST_SILENT && !closed) {
      silent = 0;
      client.disconnect(true);
    }
    isLooking = false;
    lookLater();
  }

  const run: RedisConnection['run'] = async (command) => {
    if (state === 'down') throw new RedisAway('away');
    try {
      return await inTime(command(client));
    } catch (error) {
      if (isRefusal(error)) say.refused(codeOf(error));
      else {
        lose(error);
        // It may have been a moment only.
        void keepLooking();
      }
      throw error instanceof RedisAway ? error : new RedisAway(codeOf(error), { cause: error });
    }
  };

  client.on('error', lose);
  client.on('close', () => lose(new RedisAway('connection closed')));
  if (parts.listening) {
    const { onMessage } = parts.listening;
    client.on('message', (_channel: string, message: string) => onMessage(message));
  }
  client.on('ready', () => void keepLooking());
  client.connect().catch(lose);
  lookLater();

  const redisNow = () => Math.round(parts.now() + ahead);

  return {
    state: () => state,
    run,
    now: redisNow,
    onBack: (work) => void whenBack.push(work),
    deadline: () => redisNow() + PATIENCE,
    async remove(...keys) {
      for (const key of keys) owed.add(key);
      for (const key of owed) {
        if (owed.size <= MOST_OWED) break;
        owed.delete(key);
      }
      const removed = await run((redis) => redis.unlink(...keys)).catch(() => null);
      if (removed !== null) for (const key of keys) owed.delete(key);
    },
    close() {
      closed = true;
      clearTimeout(timer);
      client.disconnect();
    },
  };
}

function openClient(url: string): Redis {
  return new Redis(url, {
    lazyConnect: true,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 1,
    autoResendUnfulfilledCommands: false,
    autoResubscribe: false,
    // Frees what was asked; who asked is told by `inTime` before. Shorter, it would run out in a busy stretch of the
    // processor, while the answer is there unread.
    commandTimeout: 5_000,
    connectTimeout: 2_000,
    disconnectTimeout: PATIENCE,
    keepAlive: 5_000,
    retryStrategy: (attempts) => Math.min(100 * attempts, 1_000),
  });
}

/**
 * Fails when there is no answer in time. Timers run before what came in is read, so after a busy stretch of the processor
 * an answer may be there unread: it is read before the time counts as up.
 */
export function inTime<Result>(work: Promise<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    const late = () => reject(new RedisAway('timeout'));
    const timer = setTimeout(() => setImmediate(late), PATIENCE);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** Redis is there, and did not want to: no memory left, a wrong password, a disk that is full. */
function isRefusal(error: unknown): boolean {
  return error instanceof Error && error.name === 'ReplyError';
}

/** "ECONNREFUSED", "OOM", "timeout": the messages of Redis may hold what was sent. */
function codeOf(error: unknown): string {
  if (error instanceof RedisAway) return error.message;
  if (isRefusal(error) && error instanceof Error) return /^[A-Z]{2,20}\b/.exec(error.message)?.[0] ?? 'ERR';
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : null;
  return typeof code === 'string' && /^\w{1,40}$/.test(code) ? code : 'connection lost';
}

function reporting({ purpose, now, report }: ConnectionParts) {
  const started = now();
  let last = -Infinity;
  let isAwayReported = false;
  let wasThere = false;
  const line = (text: string): boolean => {
    if (now() - last < REPORTING) return false;
    last = now();
    report(text);
    return true;
  };
  return {
    away(code: string): void {
      if (!wasThere && now() - started < STARTING) return;
      const told = line(
        `Redis: not reached for ${purpose} (${code}); it is tried again, and questions are answered without it. See that it runs and that REDIS_URL leads to it.`,
      );
      isAwayReported ||= told;
    },
    refused: (code: string) =>
      void line(`Redis: refuses a command for ${purpose} (${code}); look at its memory, its disk and its rights.`),
    back(): void {
      wasThere = true;
      if (isAwayReported) report(`Redis: is back for ${purpose}`);
      isAwayReported = false;
    },
  };
}
