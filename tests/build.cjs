// Compiles once before the tests that start the built service, so that no two of them compile at the same time.
const { spawnSync } = require('node:child_process');
const path = require('node:path');

module.exports = () => {
  const launcher = path.join(__dirname, '..', 'src', 'cli', 'launch.mjs');
  const run = spawnSync(process.execPath, [launcher, '--build'], { stdio: 'inherit' });
  if (run.status !== 0) throw new Error('The code does not compile; run: npm run build');
};
