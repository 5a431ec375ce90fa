import { teamsAccess } from '../../../src/channels/teams/access.js';

const registration = { MICROSOFT_APP_ID: 'id', MICROSOFT_APP_PASSWORD: 'secret', MICROSOFT_APP_TENANT_ID: 'tenant' };

describe('who may talk to the bot', () => {
  test('with a registration: who has a token', () => {
    expect(teamsAccess({ ALLOW_ANONYMOUS_BOT: false, ...registration })).toEqual({
      kind: 'registered',
      registration: { clientId: 'id', clientSecret: 'secret', tenantId: 'tenant' },
    });
  });

  test('without one: nobody, unless strangers are asked for by name', () => {
    expect(teamsAccess({ ALLOW_ANONYMOUS_BOT: false }).kind).toBe('closed');
    expect(teamsAccess({ ALLOW_ANONYMOUS_BOT: true }).kind).toBe('anonymous');
  });

  test('half a registration opens nothing', () => {
    expect(teamsAccess({ ALLOW_ANONYMOUS_BOT: true, MICROSOFT_APP_ID: 'id' }).kind).toBe('closed');
  });
});
