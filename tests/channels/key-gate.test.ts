import { generateKeyPairSync } from 'node:crypto';
import { createKeyGate } from '../../src/channels/key-gate.js';
import { APP, CONNECTOR_ISSUER, jwks, signer, TENANT } from './key-server.js';

const CONNECTOR_KEYS = 'https://login.botframework.com/v1/.well-known/keys';
const TENANT_KEYS = `https://login.microsoftonline.com/${TENANT}/discovery/v2.0/keys`;
const TENANT_ISSUER = `https://login.microsoftonline.com/${TENANT}/v2.0`;

const current = signer('current');
const next = signer('next');
const tenants = signer('tenants');
const strangers = signer('strangers');

function setUp() {
  let time = 0;
  const published: Record<string, () => unknown> = {
    [CONNECTOR_KEYS]: () => jwks([current]),
    [TENANT_KEYS]: () => jwks([tenants]),
  };
  const lookups: string[] = [];
  const reported: string[] = [];
  const gate = createKeyGate({
    registration: { clientId: APP, clientSecret: 'secret', tenantId: TENANT },
    now: () => time,
    report: (line) => reported.push(line),
    fetchKeys: async (address) => {
      lookups.push(address);
      return published[address]?.();
    },
  });
  const admits = (token: string) => gate.admits(`Bearer ${token}`);
  return { gate, admits, published, lookups, reported, pass: (seconds: number) => (time += seconds * 1_000) };
}

describe('a token signed with a published key', () => {
  test('is admitted, whichever of the two issuers it is from, at one look-up each', async () => {
    const { admits, lookups } = setUp();
    for (let time = 0; time < 3; time += 1) {
      expect(await admits(current.token())).toBe(true);
      expect(await admits(tenants.token({ iss: TENANT_ISSUER, azp: APP }))).toBe(true);
    }
    expect(lookups).toEqual([CONNECTOR_KEYS, TENANT_KEYS]);
  });

  test('waits for the look-up that others began', async () => {
    const { admits, lookups } = setUp();
    const all = await Promise.all(Array.from({ length: 50 }, () => admits(current.token())));
    expect(new Set(all)).toEqual(new Set([true]));
    expect(lookups).toHaveLength(1);
  });

  test('does not wait when the keys were fetched at the start', async () => {
    const { gate, admits, lookups, published } = setUp();
    await gate.warm();
    published[CONNECTOR_KEYS] = () => {
      throw new Error('not again');
    };
    expect(await admits(current.token())).toBe(true);
    expect(lookups.toSorted()).toEqual([CONNECTOR_KEYS, TENANT_KEYS].toSorted());
  });

  test('is admitted while strangers use up every look-up there is', async () => {
    const { admits, lookups, pass } = setUp();
    for (let attempt = 0; attempt < 1_000; attempt += 1) {
      expect(await admits(strangers.token({}, { kid: `x${attempt}` }))).toBe(false);
      expect(await admits(current.token())).toBe(true);
      pass(0.06);
    }
    expect(lookups).toHaveLength(3);
  });

  test('is admitted after the keys have changed, within the pause between two look-ups, whatever strangers do', async () => {
    const { admits, published, pass } = setUp();
    expect(await admits(strangers.token())).toBe(false);
    published[CONNECTOR_KEYS] = () => jwks([next]);
    pass(20);
    expect(await admits(strangers.token())).toBe(false);
    expect(await admits(next.token())).toBe(true);
    expect(await admits(current.token())).toBe(false);
  });

  test('is admitted when the keys cannot be fetched any more, which is reported with its cure', async () => {
    const { admits, published, pass, reported } = setUp();
    await admits(current.token());
    published[CONNECTOR_KEYS] = () => {
      throw Object.assign(new Error(`no ${CONNECTOR_KEYS}`), { code: 'ENOTFOUND' });
    };
    pass(3_600);
    await admits(strangers.token());
    expect(await admits(current.token())).toBe(true);
    expect(reported).toEqual([
      'Teams: the keys that tokens are signed with could not be fetched (Error ENOTFOUND). Allow this host to reach login.botframework.com.',
    ]);
  });

  test('is refused an hour after its key was withdrawn, though nobody wrote an unknown key', async () => {
    const { admits, published, pass, lookups } = setUp();
    await admits(current.token());
    published[CONNECTOR_KEYS] = () => jwks([next]);
    pass(3_600);
    await admits(current.token());
    await new Promise(setImmediate);
    expect(await admits(current.token())).toBe(false);
    expect(lookups).toHaveLength(2);
  });
});

describe('any other token', () => {
  test('is refused without a look-up when it is none, or not for this bot', async () => {
    const { gate, admits, lookups } = setUp();
    const none = [undefined, '', 'Basic x', 'Bearer', 'Bearer ', 'Bearer x', 'Bearer x.y.z', 'Bearer bnVsbA.bnVsbA.x'];
    for (const header of none) expect(await gate.admits(header)).toBe(false);
    for (const aud of ['', TENANT, null, undefined, [APP], [APP, TENANT], { 0: APP }, 'https://api.botframework.com'])
      expect(await admits(current.token({ aud }))).toBe(false);
    for (const alg of ['none', 'None', 'HS256', 'RS512', 'PS256', 'ES256', null, ['RS256']])
      expect(await admits(current.token({}, { alg }))).toBe(false);
    for (const kid of [undefined, null, '', 1, ['current'], 'k'.repeat(257)])
      expect(await admits(current.token({}, { kid }))).toBe(false);
    for (const serviceurl of [undefined, null, 1]) expect(await admits(current.token({ serviceurl }))).toBe(false);
    for (const other of [{}, { azp: TENANT }, { appid: TENANT }, { azp: TENANT, appid: APP }, { azp: [APP] }])
      expect(await admits(tenants.token({ iss: TENANT_ISSUER, ...other }))).toBe(false);
    expect(await admits(current.token({ filler: 'x'.repeat(8_192) }))).toBe(false);
    expect(lookups).toEqual([]);
  });

  test('is refused when its signature is not of the key it names', async () => {
    const { admits } = setUp();
    const [head, body, signature = ''] = current.token().split('.');
    const other = current.token({ name: 'other' }).split('.')[1];
    const wrong = [
      strangers.token({}, { kid: 'current' }),
      `${head}.${other}.${signature}`,
      `${head}.${body}.${signature.slice(0, -4)}`,
      `${head}.${body}.AAAA`,
      `${head}.${body}.`,
    ];
    for (const token of wrong) expect(await admits(token)).toBe(false);
  });

  test('is refused when its key is that of the other issuer', async () => {
    const { admits } = setUp();
    expect(await admits(current.token({ iss: TENANT_ISSUER, azp: APP }))).toBe(false);
    expect(await admits(tenants.token({ iss: CONNECTOR_ISSUER }))).toBe(false);
  });

  test.each([
    ['nothing', () => undefined],
    ['no list', () => ({ keys: 'all' })],
    ['no keys', () => ({ keys: [] })],
    ['other kinds of keys', () => ({ keys: [null, 'x', { kty: 'oct', kid: 'current', k: 'c2VjcmV0' }] })],
  ])('is refused when the identity provider answers with %s', async (_, answer) => {
    const { admits, published, reported, pass } = setUp();
    published[CONNECTOR_KEYS] = answer;
    expect(await admits(current.token())).toBe(false);
    expect(reported).toHaveLength(1);
    published[CONNECTOR_KEYS] = () => jwks([current]);
    pass(20);
    expect(await admits(current.token())).toBe(true);
  });

  test('is refused under a key of another kind that bears the same name', async () => {
    const { admits, published } = setUp();
    const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const odd = { ...publicKey.export({ format: 'jwk' }), kid: 'odd' };
    published[CONNECTOR_KEYS] = () => ({ keys: [odd, ...jwks([current]).keys] });
    expect(await admits(current.token({}, { kid: 'odd' }))).toBe(false);
    expect(await admits(current.token())).toBe(true);
  });
});
