import { spawnSync } from 'node:child_process';
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** `describe` where libfaketime is installed, otherwise its skipped form with the reason in the name. */
export const describeWithFaketime: (name: string, tests: () => void) => void =
  spawnSync('faketime', ['--version']).status === 0
    ? describe
    : (name, tests) => describe.skip(`${name} (skipped: faketime is not installed)`, tests);

export interface Clock {
  /** For the process whose clock it is. */
  readonly environment: Readonly<Record<string, string>>;
  /** Sets the clock so many seconds before or after the real one, at once. */
  readonly set: (seconds: number) => void;
  readonly remove: () => void;
}

/** The wall clock of one process. Its monotonic clock stays as it is, as when somebody sets the clock of a machine. */
export function createClock(): Clock {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'standpunkt-clock-'));
  const file = path.join(folder, 'offset');
  const set = (seconds: number): void => {
    const sign = seconds < 0 ? '-' : '+';
    writeFileSync(`${file}.new`, `${sign}${Math.abs(seconds)}\n`);
    renameSync(`${file}.new`, file);
  };
  set(0);
  // The wrapper knows where the library lies.
  const library = spawnSync('faketime', ['-f', '+0', 'printenv', 'LD_PRELOAD'], { encoding: 'utf8' }).stdout.trim();
  return {
    environment: {
      LD_PRELOAD: library,
      FAKETIME_TIMESTAMP_FILE: file,
      FAKETIME_NO_CACHE: '1',
      DONT_FAKE_MONOTONIC: '1',
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
      NO_FAKE_STAT: '1',
    },
    set,
    remove: () => rmSync(folder, { recursive: true }),
  };
}
