import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export const scriptBeside = (name) => fileURLToPath(new URL(name, import.meta.url));

/** Starts a server as it runs in production, in a process of its own; it prints its address when it is ready. */
export async function startServer(folder, script, settings = {}, modules = []) {
  const env = {
    PATH: process.env.PATH,
    NODE_ENV: 'production',
    PORT: '0',
    HOST: '127.0.0.1',
    OPERATOR_NAME: 'bench',
    PRIVACY_URL: 'https://bench.example/privacy',
    TERMS_URL: 'https://bench.example/terms',
    ALLOW_ANONYMOUS_BOT: 'true',
    LOG_LEVEL: 'warn',
    DRAIN_SECONDS: '0',
    ...settings,
  };
  const execArgv = ['--expose-gc', ...modules.flatMap((module) => ['--import', module])];
  const stdio = ['ignore', 'pipe', 'inherit', 'ipc'];
  const child = fork(scriptBeside('measure-service.mjs'), [script], { cwd: folder, env, stdio, execArgv });
  for await (const line of createInterface({ input: child.stdout })) {
    const [address] = /http:\/\/[\w.:]+/.exec(line) ?? [];
    if (address !== undefined) return { address, usage: usageOf(child), stop: stopping(child) };
  }
  throw new Error(`${path.basename(script)} ended before it was ready; what it said stands above.`);
}

/**
 * What a server uses: `resident` and `used` memory in MB, `worked` and `lag` in milliseconds, where lag is the 99th
 * percentile of the time between two looks of its event loop that are 10 ms apart. To collect takes it a while.
 */
function usageOf(child) {
  return async ({ collect }) => {
    const told = once(child, 'message');
    child.send({ collect });
    const [{ resident, used, worked, lag }] = await told;
    return { resident: resident / 2 ** 20, used: used / 2 ** 20, worked, lag };
  };
}

function stopping(child) {
  return async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
  };
}
