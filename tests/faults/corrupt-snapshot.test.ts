import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { readSnapshot, writeSnapshot } from '../../src/knowledge/snapshot.js';
import { startService } from '../insight/service.js';
import { ask } from './ask.js';
import { install, QUESTION, QUOTE, type Installation } from './installation.js';

// Reading the knowledge on a slow machine, in milliseconds.
jest.setTimeout(60_000);

interface Damage {
  readonly kind: 'flip' | 'zeros' | 'cut' | 'lose' | 'repeat';
  readonly at: number;
  readonly length: number;
  readonly bit: number;
}

/** What storage does to a file. */
const damage: fc.Arbitrary<Damage> = fc.record({
  kind: fc.constantFrom('flip', 'zeros', 'cut', 'lose', 'repeat'),
  at: fc.nat(),
  length: fc.integer({ min: 1, max: 4_096 }),
  bit: fc.integer({ min: 0, max: 7 }),
});

function damaged(whole: Buffer, { kind, length, bit, ...how }: Damage): Buffer {
  const at = how.at % whole.length;
  const [before, after] = [whole.subarray(0, at), whole.subarray(at)];
  const copy = Buffer.from(whole);
  if (kind === 'flip') copy.writeUInt8(whole.readUInt8(at) ^ (1 << bit), at);
  if (kind === 'zeros') copy.fill(0, at, Math.min(at + length, whole.length));
  if (kind === 'cut') return before;
  if (kind === 'lose') return Buffer.concat([before, after.subarray(length)]);
  if (kind === 'repeat') return Buffer.concat([before, after.subarray(0, length), after]);
  return copy;
}

test('whatever happens to its bytes, a snapshot is read as it was written or not at all', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'standpunkt-'));
  const file = path.join(folder, 'index.json');
  const content = { quote: '«Nei» til 2,4 mrd. – på øyer', list: Array.from({ length: 500 }, (_, at) => at) };
  await writeSnapshot(file, 'print', content);
  const whole = await readFile(file);
  await fc.assert(
    fc.asyncProperty(damage, async (how) => {
      const bytes = damaged(whole, how);
      await writeFile(file, bytes);
      expect(await readSnapshot(file, 'print')).toEqual(bytes.equals(whole) ? content : null);
    }),
    { numRuns: 500 },
  );
  await rm(folder, { recursive: true });
});

describe('the service', () => {
  let installation: Installation;
  let file = '';
  let whole = Buffer.of();
  let right = '';

  /** Answers one question as the service would, and says what it has to say. */
  function answer(): string {
    const command = path.join(installation.folder, 'dist/cli/ask.js');
    const { stdout, stderr } = spawnSync(process.execPath, [command, '--json', QUESTION], { encoding: 'utf8' });
    expect(stderr).toBe('');
    return stdout;
  }

  beforeAll(() => {
    installation = install();
    right = answer();
    expect(right).toContain(QUOTE);
    file = installation.snapshot();
    whole = readFileSync(file);
  });
  afterEach(() => rmSync(file, { recursive: true, force: true }));
  afterAll(() => rmSync(installation.folder, { recursive: true }));

  const cases: readonly (readonly [string, () => void])[] = [
    ['empty', () => writeFileSync(file, '')],
    ['cut off', () => writeFileSync(file, whole.subarray(0, whole.length / 2))],
    ['changed in a quote', () => writeFileSync(file, whole.toString().replace('sier nei til', 'sier ja til'))],
    ['of another version', () => writeFileSync(file, whole.toString().replace(/^standpunkt \d+/, 'standpunkt 999'))],
    ['no snapshot at all', () => writeFileSync(file, 'PK\u0003\u0004 something else')],
    ['a link that leads to itself', () => symlinkSync(file, file)],
  ];
  test.each(cases)('gives the right answer and puts a whole one in its place when the snapshot is %s', (_, spoil) => {
    spoil();
    expect(answer()).toBe(right);
    expect(readFileSync(file).equals(whole)).toBe(true);
  });

  const isRoot = process.getuid?.() === 0;
  (isRoot ? test.skip : test)(
    `gives the right answer when it may not read the snapshot${isRoot ? ' (skipped: root may read everything)' : ''}`,
    () => {
      writeFileSync(file, whole);
      chmodSync(file, 0);
      expect(answer()).toBe(right);
    },
  );

  test('gives the right answer and says what to do when a folder stands in its place', async () => {
    mkdirSync(path.join(file, 'something'), { recursive: true });
    const program = [process.execPath, installation.entry];
    const { address, child, ended, written } = await startService(installation.folder, { DRAIN_SECONDS: '0' }, program);
    expect(await ask(address, QUESTION)).toContain(QUOTE);
    expect(written()).toContain(`${file} was not written (EISDIR): each start reads the documents anew. Remove what`);
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  });
});
