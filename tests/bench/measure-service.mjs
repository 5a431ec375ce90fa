// node --expose-gc measure-service.mjs SCRIPT: a server as it runs by itself; tells what it uses when asked.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';

const [script] = process.argv.slice(2);
const lag = monitorEventLoopDelay({ resolution: 10 });
lag.enable();
process.on('message', ({ collect }) => {
  if (collect) globalThis.gc();
  const { rss, heapUsed, external } = process.memoryUsage();
  const { user, system } = process.cpuUsage();
  // Bytes, milliseconds, and nanoseconds made milliseconds.
  const worked = (user + system) / 1_000;
  process.send({ resident: rss, used: heapUsed + external, worked, lag: lag.percentile(99) / 1e6 });
});
// Nobody is left to ask.
process.on('disconnect', () => process.exit());
await import(pathToFileURL(script).href);
