import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { nodeFinding, portFinding, reportFindings, snapshotFinding } from '../../src/cli/doctor-findings.js';
import { pingRedis } from '../../src/cli/doctor-redis.js';

const root = path.join(__dirname, '..', '..');
const entry = path.join(root, 'dist', 'cli', 'doctor.js');
// A process, which reads every document in one of its own, on a slow machine. Milliseconds.
jest.setTimeout(60_000);

let home = '';
beforeEach(() => {
  home = mkdtempSync(path.join(os.tmpdir(), 'standpunkt-doctor-'));
});
afterEach(() => rmSync(home, { recursive: true }));

const operator = {
  OPERATOR_NAME: 'Avisa',
  OPERATOR_URL: 'https://avisa.no',
  PRIVACY_URL: 'https://avisa.no/personvern',
  TERMS_URL: 'https://avisa.no/vilkar',
};

function doctor(environment: Record<string, string>): SpawnSyncReturns<string> {
  const env = { PATH: process.env['PATH'] ?? '', PORT: '0', ...environment };
  return spawnSync(process.execPath, [entry], { cwd: home, env, encoding: 'utf8' });
}

test('finds nothing to mend where everything is in place', () => {
  const { status, stdout, stderr } = doctor(operator);
  expect(stderr).toBe('');
  expect(stdout).toMatch(/^ok +configuration: can be used\.$/m);
  expect(stdout).toMatch(/^ok +operator: name and addresses are there\.$/m);
  expect(stdout).toMatch(/^ok +knowledge: 5 documents of 4 of \d+ parties\.$/m);
  expect(stdout).toMatch(/^ok +vocabulary: \d+ groups/m);
  expect(stdout).toMatch(/^note +Redis: not configured/m);
  expect(stdout).toMatch(/^ok +ports: PORT 0 is free\.$/m);
  expect(stdout).toMatch(/^0 errors, /m);
  expect(status).toBe(0);
});

test('names every problem of the configuration and of the knowledge at once, and ends with 1', () => {
  const folder = path.join(home, 'knowledge');
  mkdirSync(path.join(folder, 'documents', 'ap'), { recursive: true });
  const front = 'title: Rus\nkind: programme\npublished: 2013\nperiod: { from: 2013, to: 2017 }';
  writeFileSync(path.join(folder, 'documents', 'ap', 'rus.md'), `---\n${front}\n---\n\n# Rus\n\nVi vil hjelpe.\n`);
  writeFileSync(path.join(folder, 'documents', 'ap', 'feil.md'), '---\ntitle: Feil\n---\n\n# Feil\n');
  const secret = 'kort-hemmelighet';
  const environment = { NODE_ENV: 'production', KNOWLEDGE_DIR: folder, PORT: 'abc', STATE_SECRET: secret };
  const { status, stdout } = doctor(environment);
  for (const name of ['PORT', 'STATE_SECRET', 'OPERATOR_NAME', 'PRIVACY_URL', 'TERMS_URL'])
    expect(stdout).toMatch(new RegExp(`^error +configuration: ${name}: .*write `, 'm'));
  expect(stdout).toMatch(/^error +knowledge: \d+ errors?; npm run knowledge -- check/m);
  expect(stdout).toMatch(/^warning +knowledge: ap\/rus \(Rus\) expired in 2017/m);
  expect(stdout).toMatch(/^warning +snapshot: there is none; npm run build/m);
  expect(stdout).not.toContain(secret);
  expect(status).toBe(1);
});

test('says what a folder of knowledge needs that is not there', () => {
  const { status, stdout } = doctor({ ...operator, KNOWLEDGE_DIR: path.join(home, 'borte') });
  expect(stdout).toMatch(/^error +knowledge: The knowledge folder .*borte does not exist; name one/m);
  expect(status).toBe(1);
});

describe('Redis', () => {
  let server: Server;
  const sockets: Socket[] = [];
  const heard: string[] = [];
  async function answering(answer: (said: string) => string | null): Promise<string> {
    server = createServer((socket) => {
      sockets.push(socket);
      socket.on('error', () => undefined);
      socket.on('data', (chunk: Buffer) => {
        heard.push(chunk.toString());
        const said = answer(chunk.toString());
        if (said !== null) socket.write(said);
      });
    });
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    return `127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  }
  afterEach(async () => {
    for (const socket of sockets.splice(0)) socket.destroy();
    heard.length = 0;
    await new Promise((resolve) => server.close(resolve));
  });

  test('that answers is found, with the name and password of its address', async () => {
    const at = await answering(() => '+OK\r\n+PONG\r\n');
    expect(await pingRedis(`redis://ola:p%40ss@${at}`, 10_000)).toMatchObject({ severity: 'ok' });
    expect(heard.join('')).toBe('*3\r\n$4\r\nAUTH\r\n$3\r\nola\r\n$4\r\np@ss\r\n*1\r\n$4\r\nPING\r\n');
  });

  test('that refuses the password is told apart from one that is not there, and no password is shown', async () => {
    const at = await answering(
      () => '-WRONGPASS invalid username-password pair\r\n-NOAUTH Authentication required.\r\n',
    );
    const refused = await pingRedis(`redis://:hemmelig@${at}`, 10_000);
    expect(refused).toMatchObject({ severity: 'error', what: expect.stringContaining('REDIS_URL') });
    expect(refused.what).toContain('refuses');
    expect(JSON.stringify(refused)).not.toContain('hemmelig');
  });

  test('that is silent, or is something else, is an error within the time given', async () => {
    const silent = await answering(() => null);
    expect(await pingRedis(`redis://${silent}`, 50)).toMatchObject({
      severity: 'error',
      what: expect.stringContaining('ETIMEDOUT'),
    });
    await new Promise((resolve) => {
      for (const socket of sockets.splice(0)) socket.destroy();
      server.close(resolve);
    });
    expect((await pingRedis(`redis://${silent}`, 10_000)).what).toContain('ECONNREFUSED');
    const web = await answering(() => `HTTP/1.1 400 Bad Request\r\n${'x'.repeat(2_000)}`);
    expect(await pingRedis(`redis://${web}`, 10_000)).toMatchObject({
      severity: 'error',
      what: expect.stringContaining('no answer that Redis gives'),
    });
  });
});

test('an old Node, a port that is taken and a snapshot of other code each have their cure', () => {
  expect(nodeFinding('20.19.0')).toMatchObject({ severity: 'ok' });
  expect(nodeFinding('22.1.0')).toMatchObject({ severity: 'ok' });
  for (const old of ['18.20.0', '20.18.3']) expect(nodeFinding(old)).toMatchObject({ severity: 'error' });
  expect(portFinding('PORT', 80, 'EACCES')).toMatchObject({ severity: 'error', what: expect.stringContaining('1023') });
  expect(portFinding('PORT', 3978, 'EADDRINUSE')).toMatchObject({ severity: 'warning' });
  expect(snapshotFinding('old').what).toContain('npm run build');
  const report = reportFindings([nodeFinding('18.0.0'), snapshotFinding('old')], { columns: 80, colours: false });
  expect(report.split('\n').at(-1)).toBe('1 error, 1 warning.');
});
