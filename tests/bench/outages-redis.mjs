import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { freePort } from './redis.mjs';

/** A Redis of our own, at the end of a wire, and the ways in which it can be taken and given back. */
export async function startBreakable(folder) {
  const port = await freePort();
  const wire = await startWire(port);
  let child = await startRedis(folder, port);
  return {
    url: wire.url,
    ways: {
      stopped: {
        async take() {
          const ended = once(child, 'exit');
          child.kill('SIGKILL');
          await ended;
        },
        give: async () => void (child = await startRedis(folder, port)),
      },
      frozen: { take: async () => child.kill('SIGSTOP'), give: async () => child.kill('SIGCONT') },
      'cut off': { take: async () => wire.cut(), give: async () => wire.mend() },
    },
    stop() {
      wire.stop();
      child.kill('SIGKILL');
    },
  };
}

async function startRedis(folder, port) {
  const flags = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  const child = spawn('redis-server', flags, { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const line of createInterface({ input: child.stdout })) {
    if (!line.includes('Ready to accept connections')) continue;
    child.stdout.resume();
    return child;
  }
  throw new Error('redis-server ended before it was ready; what it said stands above.');
}

/** A wire that can be cut: nobody is told, and what is sent is swallowed. */
async function startWire(to) {
  let isCut = false;
  const sockets = new Set();
  const server = createServer((near) => {
    const far = connect(to, '127.0.0.1');
    const pairs = [
      [near, far],
      [far, near],
    ];
    for (const [from, into] of pairs) {
      sockets.add(from);
      from.on('data', (data) => void (isCut || into.write(data)));
      from.on('error', () => undefined);
      from.on('close', () => {
        sockets.delete(from);
        into.destroy();
      });
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `redis://127.0.0.1:${server.address().port}`,
    cut: () => (isCut = true),
    mend: () => (isCut = false),
    stop() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
