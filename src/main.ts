import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { z } from 'zod';
import { describeFailure } from './channels/failure.js';
import { compose } from './compose.js';
import { ConfigError, readConfig, type Config } from './config.js';
import { KnowledgeError } from './knowledge/knowledge-error.js';

// Open requests get this long before they are cut; orchestrators kill after 10 s.
const STOPPING_SECONDS = 8;

/** Thrown when the service cannot start for a reason that the operator can mend; the message says how. */
class StartError extends Error {
  override readonly name = 'StartError';
}

const report = (line: string) => void process.stderr.write(`${line}\n`);

async function main(): Promise<void> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const config = readConfig(process.env);
  const { app, directLine, slack, teams, warm } = await compose(config, await readVersion(), report);
  const server = createServer(app);
  server.on('upgrade', directLine.upgrade);
  await listen(server, config);
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : config.PORT;
  const { HOST: host = 'localhost' } = config;
  process.stdout.write(`Standpunkt svarer på http://${host.includes(':') ? `[${host}]` : host}:${port}\n`);
  stopOnSignal(server, directLine.close);
  warm();
  teams
    .warm()
    .catch((error: unknown) => report(`Teams: the SDK does not load (${describeFailure(error)}); npm install`));
  slack?.start().catch((error: unknown) => report(`Slack: does not start (${describeFailure(error)}); npm install`));
}

async function readVersion(): Promise<string> {
  const file = await readFile(new URL('../package.json', import.meta.url), 'utf8');
  return z.object({ version: z.string() }).parse(JSON.parse(file)).version;
}

function listen(server: Server, { PORT, HOST }: Config): Promise<void> {
  const cures: Readonly<Record<string, string>> = {
    EADDRINUSE: `Port ${PORT} is in use. Stop the other program, or choose another port: PORT=3979 npm start`,
    EACCES: `Port ${PORT} may not be used by this user. Choose one above 1023: PORT=3979 npm start`,
    EADDRNOTAVAIL: `HOST=${HOST ?? ''} is no address of this machine. Leave HOST out to listen on every interface.`,
    ENOTFOUND: `HOST=${HOST ?? ''} is not known. Leave HOST out to listen on every interface.`,
  };
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const cure = cures[error.code ?? ''];
      reject(cure === undefined ? error : new StartError(cure));
    });
    server.listen(PORT, HOST, resolve);
  });
}

/** Stops taking requests, lets the open ones finish, and ends. Streams have no end of their own. */
function stopOnSignal(server: Server, endStreams: () => void): void {
  const stop = () => {
    server.close(() => process.exit(0));
    endStreams();
    setTimeout(() => server.closeAllConnections(), STOPPING_SECONDS * 1_000).unref();
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

try {
  await main();
} catch (error) {
  const known = error instanceof ConfigError || error instanceof KnowledgeError || error instanceof StartError;
  report(known ? error.message : `Standpunkt could not start: ${error instanceof Error ? error.stack : String(error)}`);
  process.exit(1);
}
