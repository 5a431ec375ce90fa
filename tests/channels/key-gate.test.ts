import { createKeyGate } from '../../src/channels/key-gate.js';

const bearer = (header: unknown) => `Bearer ${Buffer.from(JSON.stringify(header)).toString('base64url')}.e30.x`;

function setUp() {
  let time = 0;
  return { gate: createKeyGate(() => time, 2), pass: (seconds: number) => (time += seconds * 1_000) };
}

describe('look-ups of unknown keys', () => {
  test('are limited per minute', () => {
    const { gate, pass } = setUp();
    expect(['a', 'b', 'c'].map((kid) => gate.admits(bearer({ kid })))).toEqual([true, true, false]);
    pass(60);
    expect(gate.admits(bearer({ kid: 'd' }))).toBe(true);
  });

  test('count an unknown key each time, and a missing one', () => {
    const { gate } = setUp();
    expect([{ kid: 'a' }, { kid: 'a' }, {}].map((header) => gate.admits(bearer(header)))).toEqual([true, true, false]);
  });

  test('never hold up a key that was good', () => {
    const { gate } = setUp();
    gate.trust(bearer({ kid: 'good' }));
    for (const kid of ['a', 'b', 'c']) gate.admits(bearer({ kid }));
    expect(gate.admits(bearer({ kid: 'good' }))).toBe(true);
    expect(gate.admits(bearer({ kid: 'bad' }))).toBe(false);
  });

  test('do not happen for what is no token', () => {
    const { gate } = setUp();
    const nothing = [undefined, '', 'Basic x', 'Bearer x', 'Bearer x.y.z', bearer(null), bearer('kid')];
    expect(nothing.map((header) => gate.admits(header))).toEqual(nothing.map(() => true));
    expect(gate.admits(bearer({ kid: 'a' }))).toBe(true);
  });
});
