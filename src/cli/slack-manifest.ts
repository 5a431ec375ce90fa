import { existsSync } from 'node:fs';
import path from 'node:path';
import { Command } from 'commander';
import { z } from 'zod';
import { manifestYaml, slackManifest } from '../channels/slack/manifest.js';
import { writeWhole } from './write-whole.js';

/** Only what the manifest needs: the tokens come from the app that is made of it. */
const settingsSchema = z.object({
  PUBLIC_URL: z
    .url({ protocol: /^https$/, error: 'PUBLIC_URL: write an address that begins with https://' })
    .optional(),
  SLACK_APP_TOKEN: z.string().optional(),
});

async function run({ out, socket }: { readonly out: string; readonly socket: boolean }): Promise<void> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const present = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value?.trim()));
  const read = settingsSchema.safeParse(socket ? {} : present);
  if (!read.success) throw new Error(read.error.issues.map(({ message }) => message).join('\n'));
  const { PUBLIC_URL: url, SLACK_APP_TOKEN: appToken } = read.data;
  const publicUrl = url !== undefined && appToken === undefined ? url : null;
  const file = path.resolve(out);
  await writeWhole(file, manifestYaml(slackManifest({ publicUrl })), '--out');
  process.stdout.write(`Wrote ${file}${publicUrl === null ? ', for Socket Mode' : ''}.\n\n${nextSteps(publicUrl)}\n`);
}

function nextSteps(publicUrl: string | null): string {
  const reached =
    publicUrl === null
      ? 'Basic Information, App-Level Tokens: generate one with connections:write → SLACK_APP_TOKEN.'
      : 'Basic Information: Signing Secret → SLACK_SIGNING_SECRET.';
  return [
    'Next:',
    '  1. https://api.slack.com/apps, Create New App, From a manifest: choose the workspace and paste the file.',
    `  2. ${reached}`,
    '  3. Install App: install it, and copy the Bot User OAuth Token → SLACK_BOT_TOKEN.',
    publicUrl === null
      ? '  4. npm start, and write to Standpunkt in Slack: hjelp'
      : '  4. npm start. App Manifest: Slack asks to verify the request URL; do so. Write to Standpunkt in Slack: hjelp',
  ].join('\n');
}

const command = new Command('slack-manifest')
  .description('Writes the manifest that the Slack app is made from, out of PUBLIC_URL; without it, for Socket Mode.')
  .option('--out <file>', 'where to write it', 'slack-manifest.yaml')
  .option('--socket', 'for Socket Mode, although PUBLIC_URL is set', false)
  .action(run);

try {
  await command.parseAsync();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
