import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';

const root = path.join(__dirname, '..', '..');

export interface Service {
  readonly child: ChildProcess;
  readonly address: string;
}

/** The built service on a free port, built where it is stale, away from the `.env` of whoever runs the tests. */
export async function startService(environment: Readonly<Record<string, string>> = {}): Promise<Service> {
  const built = spawnSync(process.execPath, ['src/cli/launch.mjs', '--build'], { cwd: root, encoding: 'utf8' });
  if (built.status !== 0) throw new Error(built.stderr);
  const child = spawn(process.execPath, [path.join(root, 'dist', 'main.js')], {
    cwd: os.tmpdir(),
    env: { PATH: process.env['PATH'] ?? '', PORT: '0', HOST: '127.0.0.1', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const address = /http:\S+/.exec(line)?.[0];
    if (address !== undefined) return { child, address };
  }
  throw new Error('the service ended before it listened');
}
