import { createBot, type Bot } from '../../src/bot.js';
import type { Answer, HelpReason, Turn } from '../../src/domain.js';
import { createMemoryTurnStore } from '../../src/state/memory.js';
import { appTexts, type Command } from '../../src/teams-app/texts.js';
import { openShelf, type Shelf } from '../knowledge-fixture.js';

let shelf: Shelf;

beforeAll(async () => {
  shelf = await openShelf();
}, 60_000);

function newBot(): Bot {
  return createBot({
    index: shelf.index,
    parties: shelf.knowledge.parties,
    starters: [{ party: 'frp', topic: 'LAR' }],
    store: createMemoryTurnStore({ now: () => 0, minutes: 30 }),
    keyOf: ({ conversation }) => conversation,
    currentYear: () => 2026,
    operator: null,
  });
}

const locales = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' } as const;
const languages = ['nb', 'nn', 'en'] as const;
type Text = (typeof languages)[number];

/** The last turn of a new conversation in which a client of that language says these. */
async function after(language: Text, ...texts: readonly [string, ...string[]]): Promise<Turn> {
  const bot = newBot();
  const say = (text: string) =>
    bot.turn(
      { text, locale: locales[language] },
      { channel: 'msteams', conversation: 'a', user: 'user', thread: null },
    );
  let turn = await say(texts[0]);
  for (const text of texts.slice(1)) turn = await say(text);
  return turn;
}

const isHelp =
  (reason: HelpReason) =>
  ({ detail }: Answer): boolean =>
    detail.kind === 'help' && detail.reason === reason;

/** What each command promises, as the bot sees it. */
const promised: readonly (readonly [Command, (answer: Answer) => boolean])[] = [
  ['sample', ({ kind, positions }) => kind === 'positions' && positions.length === 4],
  ['help', isHelp('capabilities')],
  ['parties', isHelp('parties')],
  ['sources', ({ detail }) => detail.kind === 'library'],
  ['language', isHelp('language')],
  ['privacy', isHelp('privacy')],
  ['erase', isHelp('erased')],
  ['eraseInThread', isHelp('erased')],
];
const cases = languages.flatMap((language) => promised.map(([command]) => [command, language] as const));

test('every command has a promise', () => {
  expect(promised.map(([command]) => command)).toEqual(Object.keys(appTexts.nb.commands));
});

test.each(cases)(
  'the command %s in %s is answered with what it promises, in that language',
  async (command, language) => {
    const { answer } = await after(language, appTexts[language].commands[command].title);
    expect(new Map(promised).get(command)?.(answer)).toBe(true);
    expect(answer.language).toBe(language);
  },
);

const follows = languages.flatMap((language) =>
  Array.from(
    appTexts[language].description.full.matchAll(/[«“]([^»”]+)[»”]/gu),
    ([, text = '']) => [text, language] as const,
  ),
);

test('the description names follow-ups and the word that erases, in every language', () => {
  expect(follows).toHaveLength(4 * languages.length);
});

test.each(follows)('what the description says one can write, «%s», is understood in %s', async (text, language) => {
  const { answer } = await after(language, 'Hva mener Frp om heroinassistert behandling?', text);
  const erases = answer.detail.kind === 'help' && answer.detail.reason === 'erased';
  expect(erases || ['positions', 'not-mentioned', 'source'].includes(answer.kind)).toBe(true);
});
