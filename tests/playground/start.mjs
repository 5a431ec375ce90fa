// Our built server, a proxy that notes what comes in, the Agents Playground and a browser, for run.mjs.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const root = fileURLToPath(new URL('../..', import.meta.url));
const PACKAGE = '@microsoft/m365agentsplayground';
const VERSION = '0.2.28';
const START_MILLISECONDS = 60_000;

/**
 * The Playground's licence is for evaluation, so it is no dependency of ours.
 * @throws Error that says how to get it
 */
export function findPlayground(folder = process.env.PLAYGROUND_DIR ?? path.join(tmpdir(), 'agents-playground')) {
  const command = path.join(folder, 'node_modules', PACKAGE, 'cli.js');
  if (existsSync(command)) return command;
  throw new Error(
    `No Playground in ${folder}. Read its licence, then: npm install --prefix ${folder} ${PACKAGE}@${VERSION}; or name its folder in PLAYGROUND_DIR.`,
  );
}

/** Names and ids that belong to nobody, in the forms that Teams gives them. */
const people = ['Ola Nordmann', 'Anne Hansen', 'Lars Johansen', 'Inger Olsen', 'Per Larsen', 'Kari Nordmann'];
const user = (name, index) => ({
  id: `29:1-${name.split(' ')[0].toLowerCase()}`,
  name,
  userPrincipleName: `${name.split(' ')[0].toLowerCase()}@example.com`,
  aadObjectId: `00000000-0000-4000-8000-00000000002${index}`,
  givenName: name.split(' ')[0],
  surname: name.split(' ')[1],
  email: `${name.split(' ')[0].toLowerCase()}@example.com`,
});
const world = {
  version: '0.1.1',
  tenantId: '00000000-0000-4000-8000-000000000001',
  bot: { id: '28:00000000-0000-4000-8000-000000000010', name: 'Standpunkt' },
  currentUser: user(people[5], 5),
  users: people.slice(0, 5).map(user),
  personalChat: { id: 'a:1-personal' },
  groupChat: { id: '19:group@thread.v2', name: 'Valgkomiteen' },
  team: {
    id: '19:general@thread.tacv2',
    name: 'Redaksjonen',
    aadGroupId: '00000000-0000-4000-8000-000000000030',
    channels: [{ id: '19:valg@thread.tacv2', name: 'Valg' }],
  },
};

/** Everything on free ports; `stop` ends it. `received` grows with each activity that the Playground sends. */
export async function startAll() {
  const playground = findPlayground();
  const folder = await mkdtemp(path.join(tmpdir(), 'playground-'));
  const configuration = path.join(folder, 'world.yml');
  // JSON is YAML.
  await writeFile(configuration, JSON.stringify(world));
  const [botPort, playgroundPort] = [await freePort(), await freePort()];
  const bot = start([path.join(root, 'dist/main.js')], folder, {
    PORT: String(botPort),
    ALLOW_ANONYMOUS_BOT: 'true',
    OPERATOR_NAME: 'Eksempelavisa',
  });
  const received = [];
  const proxy = await startProxy(`http://127.0.0.1:${botPort}`, received);
  const address = `http://127.0.0.1:${playgroundPort}`;
  await answers(`http://127.0.0.1:${botPort}/`);
  const client = start(
    // prettier-ignore
    [playground, '-e', `${proxy.address}/api/messages`, '-c', 'msteams', '-p', String(playgroundPort), '--su', `${address}/_connector`, '--disable-telemetry'],
    folder,
    { M365_AGENTS_PLAYGROUND_CONFIG_PATH: configuration },
  );
  await answers(`${address}/`);
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-background-networking'],
  });
  const stop = async () => {
    await browser.close();
    for (const child of [client.child, bot.child]) child.kill();
    proxy.server.close();
    proxy.server.closeAllConnections();
    await rm(folder, { recursive: true, force: true });
  };
  return { address, endpoint: `${proxy.address}/api/messages`, browser, received, botLog: bot.log, stop };
}

function start(parameters, cwd, environment) {
  const child = spawn(process.execPath, parameters, { cwd, env: { ...process.env, ...environment } });
  const lines = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => lines.push(String(data)));
  return { child, log: () => lines.join('') };
}

async function startProxy(target, received) {
  const pass = async (request, response) => {
    const body = Buffer.concat(await request.toArray());
    const answer = await fetch(target + request.url, {
      method: request.method,
      headers: { 'content-type': request.headers['content-type'] ?? 'application/json' },
      ...(body.length > 0 ? { body } : {}),
    });
    if (body.length > 0) received.push({ activity: JSON.parse(body.toString()), status: answer.status });
    response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'text/plain' });
    response.end(Buffer.from(await answer.arrayBuffer()));
  };
  const server = createServer((request, response) => void pass(request, response));
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, address: `http://127.0.0.1:${server.address().port}` };
}

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function answers(address) {
  const until = Date.now() + START_MILLISECONDS;
  while (Date.now() < until) {
    const response = await fetch(address).catch(() => null);
    if (response !== null) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`${address} does not answer within a minute; npm run build, and look whether the port is taken.`);
}
