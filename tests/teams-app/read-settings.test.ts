import fc from 'fast-check';
import { environmentSchema } from '../../src/config.js';
import { readSettings } from '../../src/teams-app/read-settings.js';
import { environment, settings } from './settings.js';

type Variable = keyof typeof environment;

/** The problems of an otherwise good configuration. */
function problems(change: Partial<Record<Variable, string>>): readonly string[] {
  const read = readSettings({ ...environment, ...change });
  return read.kind === 'incomplete' ? read.problems : [];
}

const variables = [
  'MICROSOFT_APP_ID',
  'PUBLIC_URL',
  'OPERATOR_NAME',
  'OPERATOR_URL',
  'PRIVACY_URL',
  'TERMS_URL',
] as const satisfies readonly Variable[];
const addresses = ['PUBLIC_URL', 'OPERATOR_URL', 'PRIVACY_URL', 'TERMS_URL'] as const;

test('a whole configuration is taken as it is, but for spaces around it', () => {
  expect(readSettings(environment)).toEqual({ kind: 'complete', settings });
  expect(readSettings({ ...environment, OPERATOR_NAME: '  Nordavisa AS ' })).toEqual({ kind: 'complete', settings });
});

test('an empty environment names every variable at once, each with its cure', () => {
  const read = readSettings({});
  if (read.kind === 'complete') throw new Error('nothing was missing');
  expect(read.problems.map((line) => line.split(';')[0])).toEqual(variables.map((name) => `${name}: missing`));
  for (const line of read.problems) expect(line).toMatch(/; write \S.{10,}/);
});

test.each(variables)('%s alone is reported when it is left out or blank', (name) => {
  for (const value of ['', '   '])
    expect(problems({ [name]: value })).toEqual([expect.stringContaining(`${name}: missing; write `)]);
});

test.each([
  ['00000000-0000-0000-0000-000000000000', 'a placeholder'],
  ['11111111-1111-1111-1111-111111111111', 'a placeholder'],
  ['ffffffff-ffff-ffff-ffff-ffffffffffff', 'a placeholder'],
  ['12345678-1234-1234-1234-123456789012', 'a placeholder'],
  ['${{TEAMS_APP_ID}}', 'a placeholder'],
  ['<app-id>', 'a placeholder'],
  ['TODO', 'a placeholder'],
  ['5f0c2b8e3d1a4c779e42a81b6f03d9c5', 'not a GUID'],
  ['5f0c2b8e-3d1a-4c77-9e42-a81b6f03d9c', 'not a GUID'],
  ['standpunkt-bot', 'not a GUID'],
])('the application id %s is %s', (value, fault) => {
  expect(problems({ MICROSOFT_APP_ID: value })).toEqual([
    expect.stringContaining(`MICROSOFT_APP_ID: ${fault}; write `),
  ]);
});

test.each([
  ['http://svar.nordavisa.no', 'not https'],
  ['ftp://svar.nordavisa.no', 'not https'],
  ['javascript:alert(1)', 'not https'],
  ['svar.nordavisa.no', 'not an address'],
  ['https://', 'not an address'],
  ['https://localhost:3978', 'reached from this machine'],
  ['https://localhost.', 'reached from this machine'],
  ['https://bot.localhost', 'reached from this machine'],
  ['https://standpunkt', 'reached from this machine'],
  ['https://standpunkt.local', 'reached from this machine'],
  ['https://standpunkt.internal', 'reached from this machine'],
  ['https://standpunkt.test', 'reached from this machine'],
  ['https://10.0.0.1', 'an IP address'],
  ['https://192.168.1.4/bot', 'an IP address'],
  ['https://172.16.0.9', 'an IP address'],
  ['https://127.1', 'an IP address'],
  ['https://0x7f000001', 'an IP address'],
  ['https://169.254.169.254', 'an IP address'],
  ['https://[::1]:3978', 'an IP address'],
  ['https://[fd00::1]', 'an IP address'],
  ['https://example.com', 'a placeholder'],
  ['https://example.no/personvern', 'a placeholder'],
  ['https://svar.eksempel.no', 'a placeholder'],
  ['https://avisa.example', 'a placeholder'],
  ['https://your-host.no', 'a placeholder'],
  ['https://www.contoso.com', 'a placeholder'],
  ['https://{{HOST}}', 'a placeholder'],
  ['https://<host>/', 'a placeholder'],
  ['https://nordavisa.no/TODO', 'a placeholder'],
  ['https://bruker:passord@nordavisa.no', 'holds a user name or password'],
  [`https://nordavisa.no/${'a'.repeat(2_048)}`, 'longer than the 2048 characters'],
])('the address %.60s is refused: %s', (value, fault) => {
  for (const name of addresses)
    expect(problems({ [name]: value })).toEqual([expect.stringContaining(`${name}: ${fault}`)]);
});

test('an address with a port, a path or letters beyond ASCII is one', () => {
  for (const value of ['https://svar.nordavisa.no:8443', 'https://nordavisa.no/svar/', 'https://blåbær.no'])
    for (const name of addresses) expect(problems({ [name]: value })).toEqual([]);
});

test('only the address that others are made from may have no query', () => {
  const value = 'https://nordavisa.no/?side=personvern';
  expect(problems({ PRIVACY_URL: value })).toEqual([]);
  expect(problems({ PUBLIC_URL: value })).toEqual([expect.stringContaining('PUBLIC_URL: holds a query')]);
});

test.each([
  ['TODO', 'a placeholder'],
  ['Your company', 'a placeholder'],
  ['Eksempel AS', 'a placeholder'],
  ['<navn>', 'a placeholder'],
  ['123', 'not a name'],
  ['Nord\u202Eavisa', 'holds characters that cannot be seen'],
  ['Norsk forening for opplysning om partipolitikk', 'longer than the 32 characters of Teams'],
])('the operator %s is refused: %s', (value, fault) => {
  expect(problems({ OPERATOR_NAME: value })).toEqual([expect.stringContaining(`OPERATOR_NAME: ${fault}; write `)]);
});

test('names that are near a placeholder and none are taken', () => {
  for (const value of ['Yourtown Avis', 'Todorov Media', 'Å', 'Ærlig Talt 🗳️'.slice(0, 10)])
    expect(problems({ OPERATOR_NAME: value })).toEqual([]);
});

test('every fault is told at once, and no value is repeated', () => {
  const secret = 'https://hemmelig.local';
  const lines = problems({ PUBLIC_URL: secret, TERMS_URL: secret, MICROSOFT_APP_ID: 'hemmelig', OPERATOR_NAME: '' });
  expect(lines.map((line) => line.split(':')[0])).toEqual([
    'MICROSOFT_APP_ID',
    'PUBLIC_URL',
    'OPERATOR_NAME',
    'TERMS_URL',
  ]);
  expect(lines.join('\n')).not.toContain('hemmelig');
});

test('what is taken here is taken by the service as well', () => {
  const ours = environmentSchema.partial().pick({
    MICROSOFT_APP_ID: true,
    PUBLIC_URL: true,
    OPERATOR_NAME: true,
    OPERATOR_URL: true,
    PRIVACY_URL: true,
    TERMS_URL: true,
  });
  const guid = fc.uuid();
  const host = fc.domain().map((name) => `https://${name}`);
  fc.assert(
    fc.property(guid, host, fc.string(), (MICROSOFT_APP_ID, PUBLIC_URL, OPERATOR_NAME) => {
      const tried = { ...environment, MICROSOFT_APP_ID, PUBLIC_URL, OPERATOR_NAME };
      fc.pre(readSettings(tried).kind === 'complete');
      expect(ours.safeParse(tried).error).toBeUndefined();
    }),
  );
});

test('no value makes it throw', () => {
  fc.assert(
    fc.property(fc.constantFrom(...variables), fc.string({ unit: 'binary' }), (name, value) => {
      expect(problems({ [name]: value }).length).toBeLessThanOrEqual(1);
    }),
  );
});
