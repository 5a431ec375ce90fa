import { Ajv } from 'ajv';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { BOT_EVENTS, BOT_SCOPES, BOT_USES, manifestYaml, slackManifest } from '../../../src/channels/slack/manifest.js';

const root = path.join(__dirname, '..', '..', '..');
const schemaFile = path.join(root, '..', 'shared', 'schemas', 'slack-manifest-2.0.0.schema.json');
const ways = [
  ['requests', 'https://svar.avisa.no/'],
  ['Socket Mode', null],
] as const;

/** What Slack's reference says an event needs. Typed here once more, so that a slip in the manifest shows. */
const NEEDS: Readonly<Record<string, string | null>> = {
  app_home_opened: null,
  app_mention: 'app_mentions:read',
  app_uninstalled: null,
  assistant_thread_context_changed: 'assistant:write',
  assistant_thread_started: 'assistant:write',
  'message.channels': 'channels:history',
  'message.groups': 'groups:history',
  'message.im': 'im:history',
  'message.mpim': 'mpim:history',
  tokens_revoked: null,
};
const manifestSchema = z.object({
  display_information: z.object({ name: z.string(), description: z.string().max(140) }),
  features: z.object({ slash_commands: z.array(z.object({ command: z.string(), url: z.string().optional() })) }),
  oauth_config: z.object({
    redirect_urls: z.array(z.string()).optional(),
    scopes: z.object({ bot: z.array(z.string()) }),
  }),
  settings: z.object({
    event_subscriptions: z.object({ request_url: z.string().optional(), bot_events: z.array(z.string()) }),
    interactivity: z.object({ request_url: z.string().optional() }),
    socket_mode_enabled: z.boolean(),
  }),
});
const read = (publicUrl: string | null) => manifestSchema.parse(slackManifest({ publicUrl }));

(existsSync(schemaFile) ? describe : describe.skip)('Slack’s schema (skipped where ../shared is missing)', () => {
  const load = () => {
    const schema: object = JSON.parse(readFileSync(schemaFile, 'utf8'));
    return new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(schema);
  };

  test.each(ways)('accepts the manifest for %s', (_, publicUrl) => {
    const validate = load();
    validate(slackManifest({ publicUrl }));
    expect(validate.errors).toBeNull();
  });

  test('would refuse a name that is too long', () => {
    const manifest = z.looseObject({ display_information: z.object() }).parse(slackManifest({ publicUrl: null }));
    expect(load()({ ...manifest, display_information: { name: 'x'.repeat(36) } })).toBe(false);
  });
});

test('every subscribed event has its scope, and no scope is without a use', () => {
  const { settings, oauth_config } = read(null);
  const events = settings.event_subscriptions.bot_events;
  const needed = events.map((event) => NEEDS[event]);
  expect(needed).not.toContain(undefined);
  const used = [...needed.filter((scope) => scope !== null), ...Object.values(BOT_USES)];
  expect(new Set(oauth_config.scopes.bot)).toEqual(new Set(used));
  expect(oauth_config.scopes.bot).toEqual(BOT_SCOPES);
});

test('every event that is subscribed is listened to, and every use is one', () => {
  const folder = path.join(root, 'src/channels/slack');
  const code = readdirSync(folder)
    .filter((file) => file !== 'manifest.ts')
    .map((file) => readFileSync(path.join(folder, file), 'utf8'))
    .join('');
  for (const event of Object.keys(BOT_EVENTS).filter((name) => !name.startsWith('assistant_')))
    expect(code).toContain(`app.event('${event.split('.')[0]}'`);
  expect(code).toContain('threadStarted');
  expect(code).toContain('client.chat');
  expect(code).toContain('client.assistant.threads.setStatus');
  expect(code).toContain('app.command(');
});

test('with an address, everything comes to it', () => {
  const { features, oauth_config, settings } = read('https://svar.avisa.no/');
  const events = 'https://svar.avisa.no/slack/events';
  expect(features.slash_commands).toEqual([{ command: '/parti', url: events }]);
  expect(settings).toMatchObject({
    event_subscriptions: { request_url: events },
    interactivity: { request_url: events },
    socket_mode_enabled: false,
  });
  expect(oauth_config.redirect_urls).toEqual(['https://svar.avisa.no/slack/oauth_redirect']);
});

test('for Socket Mode, nothing needs an address', () => {
  expect(JSON.stringify(slackManifest({ publicUrl: null }))).not.toContain('url');
  expect(read(null).settings.socket_mode_enabled).toBe(true);
});

test.each(ways)('the YAML for %s reads back as the manifest', (_, publicUrl) => {
  const manifest = slackManifest({ publicUrl });
  expect(parse(manifestYaml(manifest))).toEqual(JSON.parse(JSON.stringify(manifest)));
});
