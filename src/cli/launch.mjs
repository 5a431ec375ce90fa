// Starts a compiled entry (`main`, `cli/ask`, …) and compiles first when `dist` is missing or older than `src`.
// Plain JavaScript because it is what runs before there is anything compiled.
import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, statSync, existsSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import path from 'node:path';

const root = fileURLToPath(new URL('../..', import.meta.url));
const stamp = path.join(root, 'dist', '.built');

function newest(folder) {
  let latest = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const full = path.join(folder, entry.name);
    latest = Math.max(latest, entry.isDirectory() ? newest(full) : statSync(full).mtimeMs);
  }
  return latest;
}

function stale() {
  if (!existsSync(stamp)) return true;
  if (!existsSync(path.join(root, 'src'))) return false; // a container that ships only `dist`
  const inputs = ['package.json', 'tsconfig.json'].map((file) => statSync(path.join(root, file)).mtimeMs);
  return Math.max(newest(path.join(root, 'src')), ...inputs) > statSync(stamp).mtimeMs;
}

async function compile() {
  const began = Date.now();
  const tsc = path.join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  if (!existsSync(tsc)) {
    process.stderr.write('TypeScript is not installed. Run: npm install\n');
    process.exit(1);
  }
  for (const project of [['.'], ['src/widget', '--noEmit']]) {
    const run = spawnSync(process.execPath, [tsc, '-p', ...project], { cwd: root, encoding: 'utf8' });
    if (run.status !== 0) {
      process.stderr.write(`${run.stdout}${run.stderr}The code does not compile; mend what is listed above.\n`);
      process.exit(1);
    }
  }
  // Loaded here, as a container that ships only `dist` has no bundler.
  const { bundleWidget } = await import('./bundle-widget.mjs');
  await bundleWidget(path.join(root, 'dist', 'widget'));
  const icons = path.join('teams-app', 'icons');
  cpSync(path.join(root, 'src', icons), path.join(root, 'dist', icons), { recursive: true });
  // Any question makes the snapshot. What is wrong with the knowledge is said by the command that was asked for.
  spawnSync(process.execPath, [path.join(root, 'dist', 'cli', 'ask.js'), 'hei'], { stdio: 'ignore' });
  writeFileSync(stamp, `${new Date(began).toISOString()}\n`);
}

const entry = process.argv[2];
if (stale()) await compile();
if (entry !== '--build') {
  process.argv.splice(1, 2, path.join(root, 'dist', `${entry}.js`));
  await import(pathToFileURL(process.argv[1]).href);
}
