import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readSnapshot, writeSnapshot } from '../../src/knowledge/snapshot.js';
import { root } from '../knowledge-fixture.js';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'standpunkt-'));
});

afterEach(() => rm(folder, { recursive: true }));

/** Writes one snapshot after the other, as fast as the disk takes them, and says when it has begun. */
const script = `
  const { writeSnapshot } = await import(process.argv[1]);
  process.stdout.write('begun');
  for (let round = 1; ; round += 1) await writeSnapshot(process.argv[2], 'print', { round, text: 'å'.repeat(3_000_000) });
`;

// The moment of the kill is random on purpose; whichever it is, the test must pass.
test('killed at fifty random moments while it is written, a snapshot is the old one or the new one, whole', async () => {
  const file = path.join(folder, 'index.json');
  await writeSnapshot(file, 'print', { round: 0, text: 'å'.repeat(3_000_000) });
  for (let kill = 0; kill < 50; kill += 1) {
    const module = path.join(root, 'dist/knowledge/snapshot.js');
    const writer = spawn(process.execPath, ['--input-type=module', '-e', script, module, file], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    await once(writer.stdout, 'data');
    const moment = new Promise((resolve) => setTimeout(resolve, Math.random() * 60));
    await moment;
    writer.kill('SIGKILL');
    await once(writer, 'exit');
    const snapshot = await readSnapshot<{ round: number; text: string }>(file, 'print');
    expect(snapshot?.text.length).toBe(3_000_000);
  }
}, 60_000);
