import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { until } from './stores.js';

const entry = path.join(process.env['STANDPUNKT_DIST'] ?? path.join(__dirname, '..', '..', 'dist'), 'main.js');
const shared = 'a secret that all replicas share, long enough';

export interface ReplicaProcess {
  readonly child: ChildProcess;
  readonly address: string;
  /** What it reported, line by line. */
  readonly reported: readonly string[];
  /** As in a power cut. */
  readonly kill: () => Promise<void>;
}

/** The compiled service as a process of its own. */
export async function startReplica(
  redisUrl: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<ReplicaProcess> {
  const child = spawn(process.execPath, [entry], {
    cwd: os.tmpdir(),
    env: {
      PATH: process.env['PATH'] ?? '',
      PORT: '0',
      HOST: '127.0.0.1',
      REDIS_URL: redisUrl,
      STATE_SECRET: shared,
      DIRECT_LINE_SECRET: shared,
      MESSAGES_PER_MINUTE: '100000',
      TOKENS_PER_MINUTE: '100000',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const reported: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => reported.push(line));
  for await (const line of createInterface({ input: child.stdout })) {
    const address = /^Standpunkt svarer på (http:\S+)$/.exec(line)?.[1];
    if (address === undefined) continue;
    child.stdout.resume();
    const kill = async (): Promise<void> => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    };
    return { child, address, reported, kill };
  }
  throw new Error(`the service ended before it listened: ${reported.join('\n')}`);
}

export async function readiness(address: string): Promise<string> {
  const { status } = await (await fetch(`${address}/readyz`)).json();
  return status;
}

/** Some replicas that are ready. */
export async function startReplicas(
  number: number,
  redisUrl: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<readonly ReplicaProcess[]> {
  const replicas = await Promise.all(Array.from({ length: number }, () => startReplica(redisUrl, environment)));
  for (const { address } of replicas) await until(async () => (await readiness(address)) === 'ready');
  return replicas;
}

export interface Conversation {
  readonly id: string;
  readonly token: string;
}

export interface Said {
  readonly id: string;
  readonly text: string;
  readonly replyToId?: string;
  readonly from: { readonly role: string };
}

export async function call(address: string, method: string, route: string, token: string | null, body?: unknown) {
  const response = await fetch(`${address}/v3/directline${route}`, {
    method,
    headers: {
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(token === null ? {} : { Authorization: `Bearer ${token}` }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(10_000),
  });
  if (!response.ok) throw new Error(`${route} ${response.status}`);
  return response.json();
}

export async function begin(address: string): Promise<Conversation> {
  const { token } = await call(address, 'POST', '/tokens/generate', null, {});
  const started = await call(address, 'POST', '/conversations', token, {});
  return { id: started.conversationId, token: started.token };
}

export async function say(address: string, { id, token }: Conversation, text: string, client?: string): Promise<void> {
  const channelData = client === undefined ? {} : { channelData: { clientActivityID: client } };
  await call(address, 'POST', `/conversations/${id}/activities`, token, { type: 'message', text, ...channelData });
}

export async function read(
  address: string,
  { id, token }: Conversation,
  watermark = '',
): Promise<{ readonly activities: readonly Said[]; readonly watermark: string }> {
  const query = watermark === '' ? '' : `?watermark=${watermark}`;
  return call(address, 'GET', `/conversations/${id}/activities${query}`, token);
}

export const isAsked = ({ from }: Said): boolean => from.role === 'user';
export const isAnswer = ({ replyToId }: Said): boolean => replyToId !== undefined;

/** What was said, whichever replica said it. */
export function textsOf(said: readonly Said[]): readonly string[] {
  return said.map(({ text }) => text.replaceAll(/127\.0\.0\.1:\d+/g, ''));
}
