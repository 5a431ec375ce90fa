import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createFileInstallations } from '../../../src/channels/slack/file-installations.js';
import { BOT_SCOPES } from '../../../src/channels/slack/manifest.js';
import { directMessage, envelopeOf, openService, SIGNING_SECRET, type Service } from './service.js';

let service: Service;
let folder: string;
beforeEach(async () => {
  folder = path.join(await mkdtemp(path.join(tmpdir(), 'standpunkt-slack-')), 'installations');
  service = await openService({
    access: {
      transport: { kind: 'http', signingSecret: SIGNING_SECRET },
      workspaces: {
        kind: 'many',
        clientId: '1.2',
        clientSecret: 'client-secret',
        stateSecret: 'state-secret',
        installationsFolder: folder,
      },
    },
  });
});
afterEach(async () => {
  await service.stop();
  await rm(path.dirname(folder), { recursive: true });
});

/** The page, Slack's own page, and the way back. */
async function install(team: string, change: (url: URL) => void = () => undefined): Promise<Response> {
  const page = await service.send('/install', { method: 'GET' });
  const cookie = page.headers.get('set-cookie')?.split(';')[0] ?? '';
  const link = /href="([^"]+)"/u.exec(await page.text())?.[1]?.replaceAll('&amp;', '&') ?? '';
  const asked = new URL(link);
  expect(asked.origin + asked.pathname).toBe('https://slack.com/oauth/v2/authorize');
  expect(asked.searchParams.get('scope')?.split(',')).toEqual(BOT_SCOPES);
  expect(asked.searchParams.get('redirect_uri')).toBe('https://standpunkt.example/slack/oauth_redirect');
  service.fake.answer('oauth.v2.access', {
    body: {
      ok: true,
      app_id: 'A1',
      access_token: `xoxb-${team}`,
      token_type: 'bot',
      scope: BOT_SCOPES.join(','),
      bot_user_id: `U${team}`,
      team: { id: team, name: `Arbeidsplassen ${team}` },
      enterprise: null,
      is_enterprise_install: false,
      authed_user: { id: 'UADMIN' },
    },
  });
  const back = new URL('https://localhost/oauth_redirect');
  back.searchParams.set('code', `code-${team}`);
  back.searchParams.set('state', asked.searchParams.get('state') ?? '');
  change(back);
  return service.send(back.pathname + back.search, { method: 'GET', headers: { cookie } });
}

const say = (team: string, text: string) =>
  service.event(directMessage(text), { team_id: team, authorizations: [{ team_id: team, enterprise_id: null }] });

test('two workspaces install the app, and each is answered with its own token', async () => {
  for (const team of ['T1', 'T2']) {
    const done = await install(team);
    expect([done.status, await done.text()]).toEqual([200, expect.stringContaining('Standpunkt er lagt til i Slack.')]);
  }
  expect(service.fake.of('oauth.v2.access').map(({ body }) => body['code'])).toEqual(['code-T1', 'code-T2']);
  await say('T1', 'fra den ene');
  await say('T2', 'fra den andre');
  const calls = await service.fake.called('chat.postMessage', 2);
  expect(new Set(calls.map(({ token }) => token))).toEqual(new Set(['Bearer xoxb-T1', 'Bearer xoxb-T2']));
});

test('installations are files that only their owner reads', async () => {
  await install('T1');
  expect(await readdir(folder)).toEqual(['T1.json']);
  expect((await stat(path.join(folder, 'T1.json'))).mode & 0o777).toBe(0o600);
  expect((await stat(folder)).mode & 0o777).toBe(0o700);
  expect(JSON.parse(await readFile(path.join(folder, 'T1.json'), 'utf8'))).toMatchObject({
    team: { id: 'T1' },
    bot: { token: 'xoxb-T1', userId: 'UT1' },
  });
});

test.each([
  ['a state that is not ours', (url: URL) => url.searchParams.set('state', 'x')],
  ['no state', (url: URL) => url.searchParams.delete('state')],
  ['no code', (url: URL) => url.searchParams.delete('code')],
  ['a person who said no', (url: URL) => url.searchParams.set('error', 'access_denied')],
])('%s installs nothing', async (_, change) => {
  const done = await install('T1', change);
  expect([done.status, await done.text()]).toEqual([400, expect.stringContaining('ikke lagt til')]);
  expect(service.fake.of('oauth.v2.access')).toEqual([]);
  expect(service.reports).toEqual([expect.stringMatching(/^Slack: an installation failed/)]);
});

test('a workspace that has not installed the app is acknowledged and not answered', async () => {
  await install('T1');
  expect((await say('T7', 'hei')).status).toBe(200);
  await say('T1', 'hei');
  await service.fake.called('chat.postMessage');
  expect(service.bot.heard).toHaveLength(1);
  expect(service.reports).toEqual([expect.stringMatching(/^Slack: an event failed \(Error slack_bolt_authorization/)]);
});

test.each([
  ['app_uninstalled', {}],
  ['tokens_revoked', { tokens: { bot: ['UT1'] } }],
])('%s removes the installation', async (type, change) => {
  await install('T1');
  await install('T2');
  await service.post(envelopeOf({ type, event_ts: '1.1', ...change }, { authorizations: undefined }));
  await say('T2', 'hei');
  await service.fake.called('chat.postMessage');
  expect(await readdir(folder)).toEqual(['T2.json']);
});

test('a token of a person that is revoked leaves the installation alone', async () => {
  await install('T1');
  await service.post(envelopeOf({ type: 'tokens_revoked', event_ts: '1.1', tokens: { oauth: ['U1'] } }));
  await say('T1', 'hei');
  await service.fake.called('chat.postMessage');
});

describe('the file store', () => {
  const store = () => createFileInstallations(folder, randomUUID);
  const query = (teamId: string | undefined) => ({ teamId, enterpriseId: undefined, isEnterpriseInstall: false });

  test.each(['../T1', 'T1/../T2', '', 'T1.json', undefined])('takes no %s for a workspace', async (teamId) => {
    await expect(store().fetchInstallation(query(teamId))).rejects.toThrow('No id of a workspace');
  });

  test('says what to do about one that is missing', async () => {
    await expect(store().fetchInstallation(query('T1'))).rejects.toThrow('open /slack/install');
  });

  test('does not use a file that holds no token', async () => {
    await install('T1');
    await writeFile(path.join(folder, 'T1.json'), '{}');
    await expect(store().fetchInstallation(query('T1'))).rejects.toThrow();
  });

  test('serves a workspace of an organisation that installed for all of its', async () => {
    const bot = { token: 'xoxb-E1', userId: 'UE1', id: 'BE1', scopes: [] };
    await store().storeInstallation({
      team: undefined,
      enterprise: { id: 'E1' },
      user: { id: 'UADMIN', token: undefined, scopes: undefined },
      bot,
      isEnterpriseInstall: true,
    });
    const found = await store().fetchInstallation({ teamId: 'T5', enterpriseId: 'E1', isEnterpriseInstall: false });
    expect(found.bot).toEqual(bot);
  });
});
