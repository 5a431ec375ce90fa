import { slackAccess } from '../../../src/channels/slack/access.js';
import { ConfigError, readConfig } from '../../../src/config.js';

const PUBLIC_URL = 'https://svar.avisa.no';
const one = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 'signing', PUBLIC_URL };
const socket = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' };
const many = {
  SLACK_SIGNING_SECRET: 'signing',
  SLACK_CLIENT_ID: '1.2',
  SLACK_CLIENT_SECRET: 'client',
  SLACK_STATE_SECRET: 'x'.repeat(32),
  SLACK_INSTALLATIONS_DIR: '/var/lib/standpunkt/slack',
  PUBLIC_URL,
};

function problems(environment: Record<string, string>): readonly string[] {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.message.split('\n').slice(1);
    throw error;
  }
  return [];
}

test.each([
  ['nothing', {}, null],
  ['one workspace', one, { transport: { kind: 'http' }, workspaces: { kind: 'one', botToken: 'xoxb-1' } }],
  [
    'a trial over Socket Mode',
    socket,
    { transport: { kind: 'socket', appToken: 'xapp-1' }, workspaces: { kind: 'one' } },
  ],
  ['several workspaces', many, { transport: { kind: 'http' }, workspaces: { kind: 'many', clientId: '1.2' } }],
])('%s is a whole configuration', (_, environment, access) => {
  const found = slackAccess(readConfig(environment));
  if (access === null) expect(found).toBeNull();
  else expect(found).toMatchObject(access);
});

const production = {
  NODE_ENV: 'production',
  OPERATOR_NAME: 'Avisa',
  PRIVACY_URL: 'https://avisa.no/personvern',
  TERMS_URL: 'https://avisa.no/vilkar',
};

test.each([
  ['SLACK_BOT_TOKEN', { ...one, SLACK_BOT_TOKEN: '' }],
  ['SLACK_BOT_TOKEN', { ...one, SLACK_BOT_TOKEN: 'xoxp-1' }],
  ['SLACK_BOT_TOKEN', { ...many, SLACK_BOT_TOKEN: 'xoxb-1' }],
  ['SLACK_APP_TOKEN', { ...socket, SLACK_APP_TOKEN: 'xoxb-1' }],
  ['SLACK_SIGNING_SECRET', { ...one, SLACK_SIGNING_SECRET: '' }],
  ['PUBLIC_URL', { ...one, PUBLIC_URL: '' }],
  ['PUBLIC_URL', { ...many, SLACK_SIGNING_SECRET: '', SLACK_APP_TOKEN: 'xapp-1', PUBLIC_URL: '' }],
  ['PUBLIC_URL', { ...socket, ...production }],
  ['SLACK_CLIENT_SECRET', { ...many, SLACK_CLIENT_SECRET: '' }],
  ['SLACK_STATE_SECRET', { ...many, SLACK_STATE_SECRET: 'kort' }],
  ['SLACK_INSTALLATIONS_DIR', { ...many, SLACK_INSTALLATIONS_DIR: '' }],
])('%s is asked for or questioned, with its cure', (name, environment) => {
  expect(problems(environment)).toEqual([expect.stringMatching(new RegExp(`^  - ${name}: .*(?:write|keep) `))]);
});
