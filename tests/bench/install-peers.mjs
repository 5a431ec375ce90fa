import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));

/**
 * Installs the libraries that ours is measured beside, once for each state of their lockfile. They lie in a folder of
 * their own: the product depends on none of them.
 * @throws Error that says what to do instead
 */
export function installPeers() {
  const wanted = path.join(here, 'package-lock.json');
  // npm writes this file last.
  const installed = path.join(here, 'node_modules', '.package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(wanted).mtimeMs) return;
  process.stderr.write('Installing the libraries of tests/bench, some 20 MB, once …\n');
  // On Windows npm is a script that only a shell starts.
  const npm = { stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' };
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--prefix', here], npm);
  if (status === 0) return;
  throw new Error(
    'The libraries cannot be installed. Run `npm ci --prefix tests/bench` where the npm registry can be reached, ' +
      'or leave them out: npm run bench -- reading questions',
  );
}
