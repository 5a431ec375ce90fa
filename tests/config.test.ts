import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ConfigError, environmentSchema, readConfig } from '../src/config.js';

const example = readFileSync(path.join(__dirname, '..', '.env.example'), 'utf8');

function problems(environment: Record<string, string>): string {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  throw new Error('the configuration was accepted');
}

const registration = {
  MICROSOFT_APP_ID: '11111111-1111-4111-8111-111111111111',
  MICROSOFT_APP_PASSWORD: 'secret',
  MICROSOFT_APP_TENANT_ID: '22222222-2222-4222-8222-222222222222',
};

const production = {
  NODE_ENV: 'production',
  OPERATOR_NAME: 'Avisa',
  PRIVACY_URL: 'https://avisa.no/personvern',
  TERMS_URL: 'https://avisa.no/vilkar',
};

describe('the configuration', () => {
  test('needs nothing on a newcomer’s machine', () => {
    expect(readConfig({})).toMatchObject({
      NODE_ENV: 'development',
      PORT: 3978,
      STATE_MINUTES: 60,
      ALLOWED_ORIGINS: [],
      ALLOW_ANONYMOUS_BOT: false,
    });
  });

  test('takes empty variables for absent ones', () => {
    expect(readConfig({ PORT: '', PUBLIC_URL: ' ', STATE_SECRET: '' })).toEqual(readConfig({}));
  });

  test('reads lists and switches', () => {
    const config = readConfig({ ALLOWED_ORIGINS: 'https://a.no, https://b.no', ALLOW_ANONYMOUS_BOT: '1' });
    expect(config).toMatchObject({ ALLOWED_ORIGINS: ['https://a.no', 'https://b.no'], ALLOW_ANONYMOUS_BOT: true });
  });

  test('reports every problem at once, each with its name and its cure', () => {
    const wrong = {
      NODE_ENV: 'prod',
      PORT: 'abc',
      PUBLIC_URL: 'javascript:alert(1)',
      STATE_MINUTES: '100000',
      STATE_SECRET: 'short',
      DIRECT_LINE_SECRET: 'short',
      ALLOWED_ORIGINS: 'evil',
      MICROSOFT_APP_ID: 'x',
      ALLOW_ANONYMOUS_BOT: 'yes',
    };
    const { MICROSOFT_APP_ID: _id, ...rest } = registration;
    const message = problems({ ...rest, ...wrong });
    for (const name of Object.keys(wrong)) expect(message).toContain(`- ${name}: write `);
    expect(message.split('\n')).toHaveLength(1 + Object.keys(wrong).length);
  });

  test('finds what is missing beside what is wrong', () => {
    const message = problems({
      ...production,
      PORT: 'abc',
      OPERATOR_NAME: '',
      PRIVACY_URL: 'avisa.no',
      ...registration,
    });
    const names = Array.from(message.matchAll(/^ {2}- (\w+): /gm), ([, name]) => name);
    expect(names).toEqual(['PORT', 'PRIVACY_URL', 'PUBLIC_URL', 'OPERATOR_NAME']);
  });

  test('wants the secrets that replicas have to share, when they share a Redis', () => {
    const url = { REDIS_URL: 'redis://127.0.0.1:6379' };
    expect(problems(url)).toMatch(/- STATE_SECRET: missing.*\n.*- DIRECT_LINE_SECRET: missing/);
    const secret = 'a secret of at least 32 characters';
    expect(readConfig({ ...url, STATE_SECRET: secret, DIRECT_LINE_SECRET: secret }).REDIS_PREFIX).toBe('standpunkt');
    expect(problems({ REDIS_URL: 'http://127.0.0.1', REDIS_PREFIX: 'a b' })).toMatch(
      /- REDIS_URL: .*\n.*- REDIS_PREFIX: /,
    );
  });

  test('never repeats a value, which may be a secret', () => {
    expect(problems({ STATE_SECRET: 'hemmelig', MICROSOFT_APP_ID: 'hemmelig' })).not.toContain('hemmelig');
  });

  test.each([
    ['MICROSOFT_APP_PASSWORD', { ...registration, MICROSOFT_APP_PASSWORD: '' }],
    ['MICROSOFT_APP_TENANT_ID', { ...registration, MICROSOFT_APP_TENANT_ID: '' }],
    ['ALLOW_ANONYMOUS_BOT', { ...registration, ALLOW_ANONYMOUS_BOT: 'true' }],
    ['OPERATOR_NAME', { ...production, OPERATOR_NAME: '' }],
    ['PRIVACY_URL', { ...production, PRIVACY_URL: '' }],
    ['TERMS_URL', { ...production, TERMS_URL: '' }],
    ['PUBLIC_URL', { ...production, ...registration }],
    ['METRICS_PORT', { PORT: '4000', METRICS_PORT: '4000' }],
  ])('says what %s has to be beside the others', (name, environment) => {
    expect(problems(environment).split('\n').slice(1)).toEqual([expect.stringContaining(`- ${name}: `)]);
  });

  test('accepts a whole registration in production', () => {
    const whole = {
      ...production,
      PUBLIC_URL: 'https://svar.avisa.no',
      ...registration,
    };
    expect(readConfig(whole)).toMatchObject(whole);
  });
});

describe('.env.example', () => {
  const lines = example.split('\n');
  const variables = lines.filter((line) => /^#? ?[A-Z_]+=/.test(line)).map((line) => line.replace(/^# ?/, ''));

  test('names every variable that is read, and no other', () => {
    const names = variables.map((line) => line.split('=')[0]);
    expect(names).toHaveLength(new Set(names).size);
    expect(new Set(names)).toEqual(new Set(Object.keys(environmentSchema.shape)));
  });

  test('explains each of them in the line above', () => {
    for (const [index, line] of lines.entries())
      if (/^#? ?[A-Z_]+=/.test(line)) expect(lines[index - 1]).toMatch(/^# \S.{20,}[.]$/);
  });

  test('can be copied as it is', () => {
    const copied = Object.fromEntries(variables.map((line) => line.split(/=(.*)/s).slice(0, 2)));
    expect(() => readConfig(copied)).not.toThrow();
  });
});
