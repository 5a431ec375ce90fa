import { createBot, type Bot } from '../../src/bot.js';
import { createMemoryTurnStore } from '../../src/state/memory.js';
import { sessionKey } from '../../src/state/session-key.js';
import { openShelf } from '../knowledge-fixture.js';
import { followUps, furtherFollowUps, furtherSmallTalk, smallTalk } from './thread-talk.js';

let bot: Bot;
beforeAll(async () => {
  const { index, knowledge } = await openShelf();
  bot = createBot({
    index,
    parties: knowledge.parties,
    starters: [],
    store: createMemoryTurnStore({ now: () => 0, minutes: 60 }),
    keyOf: (speaker) => sessionKey('secret', speaker),
    currentYear: () => 2026,
    operator: null,
  });
}, 60_000);

const inThread = (thread: string) => ({ channel: 'slack', conversation: 'T1/C1', user: 'U1', thread });
const first = 'Hva mener Frp om heroinassistert behandling?';

/** Those that are answered, each as the second message of a thread. */
async function answered(texts: readonly string[]): Promise<readonly string[]> {
  const worth: string[] = [];
  for (const text of texts) {
    await bot.turn({ text: first, locale: null }, inThread(text));
    const { ignored } = await bot.turn({ text, locale: null, overheard: true }, inThread(text));
    if (ignored !== true) worth.push(text);
  }
  return worth;
}

/** Of forty; what a change of the bot's understanding may cost before somebody has to look. */
const TOLERANCE = 2;

test.each([
  ['the first forty', smallTalk],
  ['forty more', furtherSmallTalk],
])('talk between people gets no answer: %s', async (_, texts) => {
  expect(texts).toHaveLength(40);
  const heard = await answered(texts);
  expect({ heard, tooMany: heard.length > TOLERANCE }).toEqual({ heard, tooMany: false });
});

test.each([
  ['the first forty', followUps],
  ['forty more', furtherFollowUps],
])('a follow-up gets an answer: %s', async (_, texts) => {
  expect(texts).toHaveLength(40);
  const worth = await answered(texts);
  const missed = texts.filter((text) => !worth.includes(text));
  expect({ missed, tooMany: missed.length > TOLERANCE }).toEqual({ missed, tooMany: false });
});

test('talk between people is not remembered: a follow-up goes on from what was answered', async () => {
  const thread = inThread('a thread');
  await bot.turn({ text: first, locale: null }, thread);
  for (const text of ['lunsj kl 12?', 'slett den filen er du snill', 'ok, kommer kl 12'])
    await bot.turn({ text, locale: null, overheard: true }, thread);
  const { answer } = await bot.turn({ text: 'og Ap?', locale: null, overheard: true }, thread);
  expect(answer.question).toMatchObject({ topic: 'heroinassistert behandling', parties: ['ap'] });
});
