import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { createHash } from 'node:crypto';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { ConfigError, readConfig, type Config } from '../config.js';
import { load } from '../knowledge/load.js';
import { compiledChild, readApart } from '../knowledge/read-apart.js';
import { fingerprint, readSnapshot } from '../knowledge/snapshot.js';
import { detectLanguage } from '../language/detect-language.js';
import { recognise } from '../language/recognise.js';
import { buildingCode, projectKnowledge } from '../open-bot.js';
import {
  configFindings,
  knowledgeFindings,
  nodeFinding,
  portFinding,
  reportFindings,
  snapshotFinding,
  textFindings,
  type Finding,
} from './doctor-findings.js';
import { pingRedis } from './doctor-redis.js';
import { terminalOf } from './knowledge-terminal.js';

/** Milliseconds. The service gives Redis a fifth of a second. */
const REDIS_PATIENCE = 2_000;

async function run(): Promise<void> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const { config, findings } = checkConfig();
  const folder = path.resolve(config?.KNOWLEDGE_DIR ?? process.env['KNOWLEDGE_DIR']?.trim() ?? projectKnowledge);
  const all: readonly Finding[] = [
    nodeFinding(process.versions.node),
    ...findings,
    ...(config === null ? [] : textFindings(config)),
    ...(await checkKnowledge(folder)),
    await checkSnapshot(folder),
    ...(config === null ? [] : await checkSurroundings(config)),
  ];
  process.stdout.write(`${reportFindings(all, terminalOf(process.stdout))}\n`);
  if (all.some(({ severity }) => severity === 'error')) process.exitCode = 1;
}

function checkConfig(): { readonly config: Config | null; readonly findings: readonly Finding[] } {
  try {
    return { config: readConfig(process.env), findings: configFindings([]) };
  } catch (error) {
    if (error instanceof ConfigError) return { config: null, findings: configFindings(error.problems) };
    throw error;
  }
}

async function checkKnowledge(folder: string): Promise<readonly Finding[]> {
  try {
    const readFile = readApart(compiledChild);
    const knowledge = await load({ folder, fallback: projectKnowledge, readFile, detectLanguage, recognise });
    return knowledgeFindings(knowledge, new Date().getFullYear());
  } catch (error) {
    return [{ severity: 'error', about: 'knowledge', what: error instanceof Error ? error.message : String(error) }];
  }
}

/** The same file and mark that the service looks for when it starts. */
async function checkSnapshot(folder: string): Promise<Finding> {
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 16);
  const file = fileURLToPath(new URL(`../snapshots/${name}.json`, import.meta.url));
  if (!existsSync(file)) return snapshotFinding('missing');
  const print = await fingerprint([...new Set([folder, projectKnowledge]), ...buildingCode]);
  return snapshotFinding((await readSnapshot(file, print)) === null ? 'old' : 'current');
}

async function checkSurroundings(config: Config): Promise<readonly Finding[]> {
  const redis: Finding =
    config.REDIS_URL === undefined
      ? { severity: 'note', about: 'Redis', what: 'not configured; one replica keeps its state in memory.' }
      : await pingRedis(config.REDIS_URL, REDIS_PATIENCE);
  const ports = [portFinding('PORT', config.PORT, await portState(config.PORT, config.HOST))];
  const { METRICS_PORT: metrics } = config;
  if (metrics !== undefined)
    ports.push(portFinding('METRICS_PORT', metrics, await portState(metrics, config.METRICS_HOST)));
  return [redis, ...ports];
}

/** The code of the error with which it cannot be listened on; null when it can. */
function portState(port: number, host?: string): Promise<string | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'unknown'));
    server.listen(port, host, () => server.close(() => resolve(null)));
  });
}

await new Command('doctor')
  .description('Looks at everything the service needs, and says what to do; ends with 1 when it could not start.')
  .action(run)
  .parseAsync();
