import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openLiveBot, watchKnowledge, type Opened } from '../src/watch-knowledge.js';
import { turn } from './channels/sample.js';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'standpunkt-'));
});

afterEach(() => rm(folder, { recursive: true }));

/** A bot that answers with the number of times the folder was opened. */
function openBots(failing: ReadonlySet<number>): {
  readonly open: () => Promise<Opened>;
  readonly opened: (times: number) => Promise<void>;
} {
  let times = 0;
  const waiting = new Map<number, () => void>();
  const opened = (wanted: number): Promise<void> => new Promise((resolve) => void waiting.set(wanted, resolve));
  const open = (): Promise<Opened> => {
    times += 1;
    setImmediate(() => waiting.get(times)?.());
    if (failing.has(times)) return Promise.reject(new Error('no party can be read'));
    const text = String(times);
    const answered = turn({ text });
    const bot = { turn: () => Promise.resolve(answered), welcome: () => answered, forget: () => Promise.resolve() };
    return Promise.resolve({ print: text, bot });
  };
  return { open, opened };
}

const speaker = { channel: 'test', conversation: 'c', user: 'u', thread: null };

test('a saved change is served, and a change that cannot be opened leaves the old one in place', async () => {
  const { open, opened } = openBots(new Set([3]));
  const said: string[] = [];
  const { bot } = await watchKnowledge({ folder, open, report: (line) => said.push(line) });
  const ask = async (): Promise<string> => (await bot.turn({ text: 'hei', locale: null }, speaker)).reply.text;
  expect(await ask()).toBe('1');
  const second = opened(2);
  await writeFile(path.join(folder, 'a.md'), 'en');
  await second;
  expect(await ask()).toBe('2');
  const third = opened(3);
  await writeFile(path.join(folder, 'a.md'), 'to');
  await third;
  await new Promise((resolve) => setImmediate(resolve));
  expect(await ask()).toBe('2');
  expect(said).toEqual([
    'The knowledge has changed; the new one is served.',
    'The changed knowledge is not served: no party can be read',
  ]);
});

test('new knowledge is taken up when it is asked for, and questions are answered from the old until it is open', async () => {
  const { open } = openBots(new Set([3]));
  let isSlow = false;
  let go = (): void => undefined;
  const slowly = async (): Promise<Opened> => {
    if (isSlow) await new Promise<void>((resolve) => (go = resolve));
    return open();
  };
  const said: string[] = [];
  const live = await openLiveBot({ open: slowly, report: (line) => said.push(line) });
  const ask = async (): Promise<string> => (await live.bot.turn({ text: 'hei', locale: null }, speaker)).reply.text;
  isSlow = true;
  const reloading = live.reload();
  expect(await ask()).toBe('1');
  go();
  await reloading;
  isSlow = false;
  expect([await ask(), live.current().print]).toEqual(['2', '2']);
  await live.reload();
  expect(await ask()).toBe('2');
  expect(said).toHaveLength(2);
});
