// node --expose-gc measure-service.mjs DIST: the service as `npm start` runs it; tells what it uses when asked.
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const [dist] = process.argv.slice(2);
process.on('message', () => {
  globalThis.gc();
  const { rss, heapUsed, external } = process.memoryUsage();
  const { user, system } = process.cpuUsage();
  // Bytes, and milliseconds.
  process.send({ resident: rss, used: heapUsed + external, worked: (user + system) / 1_000 });
});
await import(pathToFileURL(path.join(dist, 'main.js')).href);
