import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

const entry = path.join(__dirname, '..', '..', 'dist', 'main.js');

export interface StartedService {
  readonly child: ChildProcess;
  readonly address: string;
  /** Where Prometheus asks. */
  readonly metrics: string;
  /** Everything that it has written so far. */
  readonly written: () => string;
  /** Its exit code, or the signal that ended it. */
  readonly ended: Promise<number | string>;
}

/**
 * Starts the compiled service on free ports, with every line of its log, in a folder of its own.
 * @param program another copy of it, or what it is to be run with
 */
export async function startService(
  folder: string,
  environment: Record<string, string> = {},
  program: readonly string[] = [process.execPath, entry],
): Promise<StartedService> {
  const [command = '', ...parameters] = program;
  const child = spawn(command, parameters, {
    cwd: folder,
    env: {
      PATH: process.env['PATH'] ?? '',
      PORT: '0',
      HOST: '127.0.0.1',
      METRICS_PORT: '0',
      LOG_LEVEL: 'debug',
      LOG_FORMAT: 'json',
      MESSAGES_PER_MINUTE: '1000000',
      TOKENS_PER_MINUTE: '1000000',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let written = '';
  const ended = new Promise<number | string>((resolve) =>
    child.once('close', (code, signal) => resolve(code ?? signal ?? 'unknown')),
  );
  child.stderr.on('data', (chunk: Buffer) => (written += chunk.toString()));
  const addressIn = (pattern: RegExp): string | undefined => pattern.exec(written)?.[1];
  child.stdout.on('data', (chunk: Buffer) => (written += chunk.toString()));
  for (;;) {
    const address = addressIn(/^Standpunkt svarer på (http:\S+)$/m);
    const metrics = addressIn(/Metrics on (http:[^\s"]+)/);
    if (address !== undefined && metrics !== undefined)
      return { child, address, metrics, written: () => written, ended };
    const which = await Promise.race([
      once(child.stdout, 'data').then(() => 'more'),
      once(child.stderr, 'data').then(() => 'more'),
      ended,
    ]);
    if (which !== 'more') throw new Error(`the service ended before it listened: ${written}`);
  }
}

/** What Direct Line gives for a token and for a conversation. */
export interface Opened {
  readonly token: string;
  readonly conversationId: string;
  readonly streamUrl: string;
}

/** POSTs JSON and gives the JSON of the response. */
export async function post(address: string, body: unknown, token?: string): Promise<Opened> {
  const response = await fetch(address, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return response.json();
}
