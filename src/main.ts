import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import { z } from 'zod';
import { answerUpgrades } from './channels/answer-upgrades.js';
import { describeFailure, framesOf } from './channels/failure.js';
import { compose, type Composed } from './compose.js';
import { ConfigError, readConfig, type Config } from './config.js';
import { createDrain, type Drain } from './insight/drain.js';
import { createLog, type Log } from './insight/log.js';
import { serveMetrics } from './insight/serve-metrics.js';
import { KnowledgeError } from './knowledge/knowledge-error.js';
import { openServer } from './server.js';

/** Thrown when the service cannot start for a reason that the operator can mend; the message says how. */
class StartError extends Error {
  override readonly name = 'StartError';
}

const write = (line: string) => void process.stderr.write(line);
const wait = (milliseconds: number) => new Promise<void>((resolve) => void setTimeout(resolve, milliseconds));

async function main(): Promise<void> {
  // A full disk or a log collector that went away must not take the service along.
  for (const output of [process.stdout, process.stderr]) output.on('error', () => undefined);
  if (existsSync('.env')) process.loadEnvFile('.env');
  const config = readChecked(process.env);
  const version = await readVersion();
  const format = config.LOG_FORMAT ?? (config.NODE_ENV === 'production' ? 'json' : 'text');
  const log = createLog({ level: config.LOG_LEVEL, format, write, version });
  const server = openServer();
  const drain = createDrain(server);
  const composed = await compose(config, { version, log, isDraining: drain.isDraining });
  const { app, directLine, slack, teams, warm } = composed;
  server.on('request', app);
  answerUpgrades(server, directLine.upgrade);
  await listen(server, 'PORT', config.PORT, 'HOST', config.HOST);
  if (config.METRICS_PORT !== undefined) await openMetrics(config.METRICS_PORT, config.METRICS_HOST, composed, log);
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : config.PORT;
  const { HOST: host = 'localhost' } = config;
  process.stdout.write(`Standpunkt svarer på http://${host.includes(':') ? `[${host}]` : host}:${port}\n`);
  stopOnSignal(drain, composed, config, log);
  endOnCrash(log);
  process.on('SIGHUP', composed.reload);
  warm();
  teams
    .warm()
    .catch((error: unknown) => log.error(`Teams: the SDK does not load (${describeFailure(error)}); npm install`));
  slack?.start().catch((error: unknown) => log.error(`Slack: does not start (${describeFailure(error)}); npm install`));
}

/** A folder that is not there is told with the other problems; alone, the reader of the folder tells it. */
function readChecked(environment: NodeJS.ProcessEnv): Config {
  try {
    return readConfig(environment);
  } catch (error) {
    const folder = environment['KNOWLEDGE_DIR']?.trim();
    if (!(error instanceof ConfigError) || !folder || existsSync(folder)) throw error;
    throw new ConfigError([
      ...error.problems,
      'KNOWLEDGE_DIR: not there; write a folder that holds documents/<party-id>/',
    ]);
  }
}

async function openMetrics(port: number, host: string, { insight }: Composed, log: Log): Promise<void> {
  const server = serveMetrics(insight.metrics);
  await listen(server, 'METRICS_PORT', port, 'METRICS_HOST', host);
  // Scraped until the very end, and no reason to stay.
  server.unref();
  const address = server.address();
  const shown = host.includes(':') ? `[${host}]` : host;
  if (typeof address === 'object' && address) log.info(`Metrics on http://${shown}:${address.port}/metrics`);
}

async function readVersion(): Promise<string> {
  const file = await readFile(new URL('../package.json', import.meta.url), 'utf8');
  return z.object({ version: z.string() }).parse(JSON.parse(file)).version;
}

function listen(server: Server, portName: string, port: number, hostName: string, host?: string): Promise<void> {
  const cures: Readonly<Record<string, string>> = {
    EADDRINUSE: `Port ${port} is in use. Stop the other program, or choose another port: ${portName}=${port + 1} npm start`,
    EACCES: `Port ${port} may not be used by this user. Choose one above 1023: ${portName}=3979 npm start`,
    EADDRNOTAVAIL: `${hostName}=${host ?? ''} is no address of this machine. Leave ${hostName} out.`,
    ENOTFOUND: `${hostName}=${host ?? ''} is not known. Leave ${hostName} out.`,
  };
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const cure = cures[error.code ?? ''];
      reject(cure === undefined ? error : new StartError(cure));
    });
    server.listen(port, host, resolve);
  });
}

/** SIGTERM comes from what starts and stops us and waits for a load balancer, SIGINT from a person who does not. */
function stopOnSignal({ drain }: Drain, { directLine, slack, insight }: Composed, config: Config, log: Log): void {
  const stop = (grace: number) => () => {
    log.info('Stopping: what is under way is finished.');
    const { idle } = insight.inFlight;
    const endStreams = () => {
      directLine.close();
      slack?.stop().catch(() => undefined);
    };
    void drain({ grace, idle, endStreams, wait }).then(() => process.exit(0));
  };
  process.once('SIGTERM', stop(config.DRAIN_SECONDS * 1_000));
  process.once('SIGINT', stop(0));
}

/** Node's own last words are the error with its message, which may quote what a person wrote. */
function endOnCrash(log: Log): void {
  process.on('uncaughtException', (error: unknown) => {
    log.error(`Standpunkt crashed: ${describeFailure(error)}${framesOf(error)}; restart it, and report this line`);
    process.exit(1);
  });
}

try {
  await main();
} catch (error) {
  const known = error instanceof ConfigError || error instanceof KnowledgeError || error instanceof StartError;
  const why = error instanceof Error ? error.stack : String(error);
  write(`${known ? error.message : `Standpunkt could not start: ${why}`}\n`);
  process.exit(1);
}
