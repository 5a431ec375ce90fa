import { createStream, type Socket } from '../../src/widget/stream.js';

/** A network whose sockets do what the script says: stay open for some milliseconds, or never open. */
function network(script: readonly (number | 'refused' | 'forbidden')[], addresses: readonly string[] = []) {
  const opened: string[] = [];
  const pauses: number[] = [];
  const frames: unknown[] = [];
  let now = 0;
  let asked = 0;
  let settle = (): void => undefined;
  const idle = new Promise<void>((resolve) => (settle = resolve));
  const sockets: { readonly emit: (type: string, data?: unknown) => void }[] = [];
  const open = (address: string): Socket => {
    opened.push(address);
    const step = script[opened.length - 1];
    if (step === 'forbidden') throw new DOMException('forbidden', 'SecurityError');
    const listeners: (readonly [string, (event: { data?: unknown }) => void])[] = [];
    const emit = (type: string, data?: unknown): void => {
      for (const [wanted, listener] of listeners) if (wanted === type) listener({ data });
    };
    sockets.push({ emit });
    queueMicrotask(() => {
      if (step === 'refused') emit('close');
      else {
        emit('open');
        emit('message', `frame ${opened.length}`);
        emit('message', '');
        if (typeof step !== 'number') settle();
        else {
          now += step;
          emit('close');
        }
      }
    });
    return { addEventListener: (type, listener) => void listeners.push([type, listener]), close: () => emit('close') };
  };
  const stream = createStream('wss://first', {
    open,
    pause: async (milliseconds) => {
      pauses.push(milliseconds);
      if (pauses.length > 20) settle();
    },
    now: () => now,
    onFrame: (frame) => void frames.push(frame),
    nextAddress: async () => {
      const next = addresses[asked] ?? `wss://next${asked + 1}`;
      asked += 1;
      if (next === 'unreachable' || next === 'lost') {
        if (next === 'lost') settle();
        return { ok: false, failure: next };
      }
      if (next === 'none') settle();
      return { ok: true, value: next === 'none' ? null : next };
    },
  });
  return { stream, opened, pauses, frames, idle, sockets, asked: () => asked };
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('gives what comes, without what only keeps the line open', async () => {
  const { stream, frames, idle } = network([]);
  await idle;
  expect(frames).toEqual(['frame 1']);
  expect(stream.live()).toBe(true);
});

test('a socket that is cut opens again where the server says, a little later each time', async () => {
  const { opened, pauses, idle, stream } = network([60_000, 60_000]);
  await idle;
  expect(opened).toEqual(['wss://first', 'wss://next1', 'wss://next2']);
  expect(pauses).toEqual([1_000, 1_000]);
  expect(stream.live()).toBe(true);
});

test.each([['refused'], ['forbidden'], [0]] as const)('sockets that do not stay open are given up: %s', async (how) => {
  const { opened, stream } = network([how, how, how, how, how]);
  await settled();
  expect(opened).toHaveLength(3);
  expect(stream.live()).toBe(false);
});

test('a service that cannot be reached is asked again, ever more patiently, and is no fault of the socket', async () => {
  const away = Array.from({ length: 8 }, () => 'unreachable');
  const { opened, pauses, idle } = network([60_000], away);
  await idle;
  expect(opened).toHaveLength(2);
  expect(pauses).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000, 30_000]);
});

test.each(['none', 'lost'])('it ends where there is no next address: %s', async (next) => {
  const { opened, idle, stream, asked } = network([60_000], [next]);
  await idle;
  await settled();
  expect([opened.length, asked(), stream.live()]).toEqual([1, 1, false]);
});

test('what is closed stays closed and says no more', async () => {
  const { stream, opened, frames, idle, sockets } = network([]);
  await idle;
  stream.close();
  sockets[0]?.emit('message', 'late');
  await settled();
  expect([opened.length, frames, stream.live()]).toEqual([1, ['frame 1'], false]);
});
