import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { z } from 'zod';
import { packageApp } from '../teams-app/package-app.js';
import { readSettings, type AppSettings } from '../teams-app/read-settings.js';
import { writeWhole } from './write-whole.js';

const defaultFile = fileURLToPath(new URL('../teams/standpunkt.zip', import.meta.url));

/** Thrown when there is no package to write; the message lists every problem at once. */
class RefusedError extends Error {
  override readonly name = 'RefusedError';
}

const refuse = (what: string, problems: readonly string[]): RefusedError =>
  new RefusedError([`${what} Nothing was written.`, ...problems.map((line) => `  - ${line}`)].join('\n'));

async function run({ out }: { readonly out: string }): Promise<void> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const read = readSettings(process.env);
  if (read.kind === 'incomplete')
    throw refuse('The Teams app package needs these in .env or the environment.', read.problems);
  const icon = (name: string) => readFile(new URL(`../teams-app/icons/${name}.png`, import.meta.url));
  const icons = { color: await icon('color'), outline: await icon('outline') };
  const made = packageApp(read.settings, icons, await readVersion());
  if (made.kind === 'invalid') throw refuse('Microsoft’s schema does not accept the Teams app package.', made.problems);
  const file = path.resolve(out);
  await writeWhole(file, made.zip, '--out');
  process.stdout.write(`Wrote ${file}: ${made.files.join(', ')}.\n\n${nextSteps(read.settings)}\n`);
}

async function readVersion(): Promise<string> {
  const file = await readFile(new URL('../../package.json', import.meta.url), 'utf8');
  return z.object({ version: z.string() }).parse(JSON.parse(file)).version;
}

function nextSteps({ appId, publicUrl }: AppSettings): string {
  return [
    'Next:',
    `  1. Azure portal, the bot ${appId}: see that the messaging endpoint is ${publicUrl.replace(/\/+$/u, '')}/api/messages and that the channel Microsoft Teams is on.`,
    '  2. Teams: Apps, Manage your apps, Upload an app, Upload a custom app. Where that is not offered, an administrator uploads the file in the Teams admin centre: Teams apps, Manage apps.',
    '  3. Add the app, and write: hjelp',
  ].join('\n');
}

const command = new Command('teams-package')
  .description('Builds the app package that is uploaded to Teams, out of the configuration.')
  .option('--out <file>', 'where to write it', defaultFile)
  .action(run);

try {
  await command.parseAsync();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
