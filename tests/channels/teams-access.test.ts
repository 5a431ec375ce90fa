import { teamsAccess } from '../../src/channels/teams-access.js';

const registration = { MICROSOFT_APP_ID: 'id', MICROSOFT_APP_PASSWORD: 'secret', MICROSOFT_APP_TENANT_ID: 'tenant' };

describe('who may talk to the bot', () => {
  test('with a registration: who has a token, in production and out of it', () => {
    for (const NODE_ENV of ['production', 'development'] as const)
      expect(teamsAccess({ NODE_ENV, ALLOW_ANONYMOUS_BOT: false, ...registration })).toEqual({
        kind: 'registered',
        registration: { clientId: 'id', clientSecret: 'secret', tenantId: 'tenant' },
      });
  });

  test.each([
    ['development', false, 'anonymous'],
    ['test', false, 'anonymous'],
    ['production', false, 'closed'],
    ['production', true, 'anonymous'],
  ] as const)('without one in %s, anonymous allowed: %s – %s', (NODE_ENV, ALLOW_ANONYMOUS_BOT, kind) => {
    expect(teamsAccess({ NODE_ENV, ALLOW_ANONYMOUS_BOT }).kind).toBe(kind);
  });

  test('half a registration opens nothing', () => {
    const half = { NODE_ENV: 'development', ALLOW_ANONYMOUS_BOT: true, MICROSOFT_APP_ID: 'id' } as const;
    expect(teamsAccess(half).kind).toBe('closed');
  });
});
