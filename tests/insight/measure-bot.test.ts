import { createInFlight } from '../../src/insight/in-flight.js';
import { measureBot } from '../../src/insight/measure-bot.js';
import { fakeBot, turn } from '../channels/sample.js';

const speaker = { channel: 'slack', conversation: 'c', user: 'u', thread: null };

function setUp(ignored: boolean) {
  const counted: string[] = [];
  const bot = { ...fakeBot(), turn: async () => ({ ...turn(), ...(ignored ? { ignored: true as const } : {}) }) };
  const measured = measureBot(bot, {
    now: () => 0,
    inFlight: createInFlight(),
    countTurn: (channel, kind) => counted.push(`${channel} ${kind}`),
    countFailedTurn: (channel) => counted.push(`${channel} failed`),
  });
  return { measured, counted };
}

test('a turn is counted by channel and kind, talk that was overheard is not', async () => {
  const message = { text: 'hei', locale: null };
  const answered = setUp(false);
  await answered.measured.turn(message, speaker);
  const overheard = setUp(true);
  await overheard.measured.turn(message, speaker);
  expect([answered.counted, overheard.counted]).toEqual([['slack help'], []]);
});
