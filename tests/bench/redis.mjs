import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { Redis } from 'ioredis';

const program = 'redis-server';

export const hasRedis = () => spawnSync(program, ['--version']).status === 0;

export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/** A Redis of our own that keeps nothing on disk; `worked` tells the milliseconds of processor time it has taken. */
export async function startRedis(folder) {
  const port = await freePort();
  const flags = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  const child = spawn(program, flags, { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
  process.once('exit', () => child.kill());
  const url = `redis://127.0.0.1:${port}`;
  for await (const line of createInterface({ input: child.stdout })) {
    if (!line.includes('Ready to accept connections')) continue;
    child.stdout.resume();
    const client = new Redis(url);
    const worked = async () => {
      const told = await client.info('cpu');
      const seconds = (what) => Number(new RegExp(`^used_cpu_${what}:(\\S+)`, 'm').exec(told)?.[1]);
      return (seconds('sys') + seconds('user')) * 1_000;
    };
    const stop = () => {
      client.disconnect();
      child.kill();
    };
    return { url, worked, stop };
  }
  throw new Error(`${program} ended before it was ready; what it said stands above.`);
}

/** What every replica that shares a Redis is given. */
export function sharing({ url }, prefix) {
  const secret = 'a secret that all replicas share, long enough';
  return { REDIS_URL: url, REDIS_PREFIX: prefix, STATE_SECRET: secret, DIRECT_LINE_SECRET: secret };
}
