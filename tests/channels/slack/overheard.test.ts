import { isWorthSaying } from '../../../src/channels/slack/overheard.js';
import type { Answer, HelpReason } from '../../../src/domain.js';
import { turn } from '../sample.js';

const help = (reason: HelpReason): Answer => ({
  ...turn().answer,
  detail: { kind: 'help', reason, parties: [], silent: [] },
});
const silent = (scope: 'named' | 'open'): Answer => ({
  ...turn().answer,
  kind: 'not-mentioned',
  detail: {
    kind: 'positions',
    scope,
    focus: 'stand',
    brief: false,
    youth: [],
    searched: {},
    repeated: [],
    refused: null,
  },
});

test.each([
  ['"takk"', help('thanks'), false],
  ['"haha"', help('no-question'), false],
  ['"👍"', help('unreadable'), false],
  ['"personvern"', help('privacy'), true],
  ['"er du et menneske?"', help('human'), true],
  ['something that nobody mentions, of no party', silent('open'), false],
  ['something that the named party does not mention', silent('named'), true],
  ['a question with an answer', { ...silent('open'), kind: 'positions' as const }, true],
])('%s in a thread', (_, answer, worth) => {
  expect(isWorthSaying(answer)).toBe(worth);
});
