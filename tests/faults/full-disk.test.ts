import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { startService, type StartedService } from '../insight/service.js';
import { freePort } from '../redis/redis-server.js';
import { until } from '../redis/stores.js';
import { environment } from '../teams-app/settings.js';
import { ask } from './ask.js';
import { install, QUESTION, QUOTE, type Installation } from './installation.js';

// Starting processes on a slow machine, in milliseconds.
jest.setTimeout(60_000);

let installation: Installation;
let service: StartedService | null = null;
beforeAll(() => {
  installation = install();
});
beforeEach(() => {
  rmSync(installation.snapshots, { recursive: true, force: true });
  mkdirSync(installation.snapshots);
});
afterEach(() => {
  service?.child.kill('SIGKILL');
  service = null;
});
afterAll(() => rmSync(installation.folder, { recursive: true }));

/** Runs a line of shell before the program that follows in `"$@"`. */
const behind = (line: string, ...program: readonly string[]) => ['sh', '-c', `${line} && exec "$@"`, 'sh', ...program];
/** No file may grow: what writes one fails as on a full disk, for any user. */
const NO_ROOM = 'ulimit -f 0';

/** A file system of 16 KB in the place of the snapshots, which only the process sees. */
function tiny(program: readonly string[]): readonly string[] {
  const mount = `mount -t tmpfs -o size=16k tmpfs '${installation?.snapshots ?? '/tmp'}'`;
  return ['unshare', '--user', '--map-root-user', '--mount', ...behind(mount, ...program)];
}

interface Disk {
  readonly name: string;
  readonly code: string;
  readonly wrap: (program: readonly string[]) => readonly string[];
}
const disks: readonly Disk[] = [
  { name: 'a disk of 16 KB', code: 'ENOSPC', wrap: tiny },
  { name: 'a limit on files', code: 'EFBIG', wrap: (program) => behind(NO_ROOM, ...program) },
];

describe.each(disks)('with $name', ({ name, code, wrap }) => {
  const [command = '', ...parameters] = wrap(['true']);
  const run = spawnSync(command, parameters, { encoding: 'utf8' });
  const canRun = run.status === 0;
  const testWhere = canRun ? test : test.skip;
  const reason = canRun ? '' : ` (skipped: ${name} cannot be had here, ${(run.stderr ?? String(run.error)).trim()})`;

  testWhere(`the service starts without its snapshot, says once what to do, and answers${reason}`, async () => {
    service = await startService(
      installation.folder,
      { DRAIN_SECONDS: '0' },
      wrap([process.execPath, installation.entry]),
    );
    expect(await ask(service.address, QUESTION)).toContain(QUOTE);
    const lines = service
      .written()
      .split('\n')
      .filter((line) => line.includes('was not written'));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(
      new RegExp(`snapshots/[0-9a-f]{16}\\.json was not written \\(${code}\\).*Free space on that disk`),
    );
    expect(readdirSync(installation.snapshots)).toEqual([]);
    service.child.kill('SIGTERM');
    expect(await service.ended).toBe(0);
  });
});

/** Starts the service with these for standard output and standard error; where it listens is known beforehand. */
async function startUnheard(output: number | 'pipe') {
  const port = await freePort();
  const child = spawn(process.execPath, [installation.entry], {
    cwd: installation.folder,
    env: {
      PATH: process.env['PATH'] ?? '',
      PORT: String(port),
      HOST: '127.0.0.1',
      DRAIN_SECONDS: '0',
      // A line for every request.
      LOG_LEVEL: 'debug',
    },
    stdio: ['ignore', output, output],
  });
  child.stdout?.destroy();
  child.stderr?.destroy();
  return { child, ended: once(child, 'exit'), address: `http://127.0.0.1:${port}` };
}

describe('with a log that cannot be written', () => {
  const full = '/dev/full';
  const testWithFull = existsSync(full) ? test : test.skip;
  const reason = existsSync(full) ? '' : ` (skipped: there is no ${full} here)`;

  async function expectService({ child, ended, address }: Awaited<ReturnType<typeof startUnheard>>): Promise<void> {
    const isReady = () =>
      fetch(`${address}/readyz`).then(
        ({ ok }) => ok,
        () => false,
      );
    await until(async () => child.exitCode !== null || (await isReady()));
    expect(await ask(address, QUESTION)).toContain(QUOTE);
    child.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
  }

  testWithFull(`as the disk is full, the service starts, answers and stops${reason}`, async () => {
    const output = openSync(full, 'w');
    await expectService(await startUnheard(output));
    closeSync(output);
  });

  test('as nobody reads it any more, the service starts, answers and stops', async () => {
    await expectService(await startUnheard('pipe'));
  });
});

describe('what a command writes on a full disk', () => {
  const out = () => path.join(installation.folder, 'written');
  beforeEach(() => writeFileSync(out(), 'the old one'));

  function command(script: string, ...words: readonly string[]) {
    const program = behind(NO_ROOM, process.execPath, path.join(installation.folder, 'dist/cli', script), ...words);
    const [shell = '', ...parameters] = program;
    const env = { PATH: process.env['PATH'] ?? '', ...environment };
    return spawnSync(shell, parameters, { cwd: installation.folder, encoding: 'utf8', env });
  }

  test.each(['teams-package.js', 'slack-manifest.js'])('leaves the old file, and says what to do: %s', (script) => {
    const before = readdirSync(installation.folder);
    const { status, stderr } = command(script, '--out', out());
    expect([status, stderr]).toEqual([
      1,
      expect.stringContaining('(EFBIG); free space on its disk, or choose another'),
    ]);
    expect(readFileSync(out(), 'utf8')).toBe('the old one');
    expect(readdirSync(installation.folder)).toEqual(before);
  });

  const store = `
    const { createFileInstallations } = await import(process.argv[1]);
    const { storeInstallation } = createFileInstallations(process.argv[2], () => 'new');
    await storeInstallation({ team: { id: 'T1' }, bot: { token: 'xoxb-2' } }).catch(({ name, message, cause }) =>
      process.stdout.write([name, cause.code, message].join(' ')),
    );
  `;
  test('leaves the installation of a Slack workspace that was there, and says what to do', () => {
    const folder = path.join(installation.folder, 'installations');
    mkdirSync(folder);
    writeFileSync(path.join(folder, 'T1.json'), 'the old one');
    const module = path.join(installation.folder, 'dist/channels/slack/file-installations.js');
    const parameters = ['--input-type=module', '-e', store, module, folder];
    const [shell = '', ...words] = behind(NO_ROOM, process.execPath, ...parameters);
    const { stdout } = spawnSync(shell, words, { encoding: 'utf8' });
    expect(stdout).toBe(
      'InstallationNotKept EFBIG Free space in SLACK_INSTALLATIONS_DIR and let the service write there.',
    );
    expect(readdirSync(folder)).toEqual(['T1.json']);
    expect(readFileSync(path.join(folder, 'T1.json'), 'utf8')).toBe('the old one');
  });
});
