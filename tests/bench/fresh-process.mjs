import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/**
 * Runs a script of this folder in a new process. It prints one line of JSON when it is ready; `milliseconds` is from
 * the start of the process until then.
 * @param flags of Node.js itself
 */
export async function inFreshProcess(script, parameters, flags = []) {
  const began = performance.now();
  const file = fileURLToPath(new URL(script, import.meta.url));
  const child = spawn(process.execPath, [...flags, file, ...parameters], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  let result = null;
  for await (const line of createInterface({ input: child.stdout })) {
    result ??= { milliseconds: performance.now() - began, ...JSON.parse(line) };
  }
  const code = await ended;
  if (code !== 0 || result === null) throw new Error(`${script} ended with ${code}; what it said stands above.`);
  return result;
}

/** Works through the items two at a time, and gives the results in the order of the items. */
export async function twoAtATime(items, work) {
  const results = [];
  const queue = items.entries();
  const worker = async () => {
    for (const [at, item] of queue) results[at] = await work(item);
  };
  await Promise.all([worker(), worker()]);
  return results;
}
