import { isWorthSaying } from '../../src/answer/overheard.js';
import type { Answer, HelpReason, Question } from '../../src/domain.js';
import { turn } from '../channels/sample.js';

const asked = (text: string, topic = text, resolved = text) => ({ text, topic, resolved, parties: ['frp'] });
const help = (reason: HelpReason, text: string): Answer => ({
  ...turn().answer,
  question: asked(text),
  detail: { kind: 'help', reason, parties: [], silent: [] },
});
const position = (
  kind: 'positions' | 'not-mentioned',
  scope: Question['scope'],
  question: Answer['question'],
): Answer => ({
  ...turn().answer,
  kind,
  question,
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
const declined: Answer = {
  ...turn().answer,
  question: asked('hva synes du?'),
  detail: { kind: 'declined', reason: 'voting-advice', parties: [] },
};

test.each([
  ['thanks', help('thanks', 'takk'), false],
  ['a laugh', help('no-question', 'haha'), false],
  ['a thumb', help('unreadable', '👍'), false],
  ['a hello', help('greeting', 'hei'), false],
  ['a question about us', help('privacy', 'personvern'), true],
  ['a request to forget', help('erased', 'slett'), true],
  ['a request that somebody deletes a file', help('erased', 'slett den filen er du snill'), false],
  ['a request for an opinion', declined, false],
  [
    'a question put to nobody that something is found for',
    position('positions', 'open', asked('lunsj kl 12?', 'lunsj kl 12')),
    false,
  ],
  ['a question about the parties', position('positions', 'all', asked('hva mener partiene om rus?', 'rus')), true],
  [
    'a question about the parties that none speaks of',
    position('not-mentioned', 'all', asked('hva mener partiene om kaffe?', 'kaffe')),
    false,
  ],
  [
    'a question about a party that is silent',
    position('not-mentioned', 'named', asked('hva mener Frp om kaffe?', 'kaffe')),
    true,
  ],
  ['a word about a party', position('positions', 'named', asked('typisk Frp', 'typisk')), false],
  [
    'a remark that seems to go on from the question before',
    position('not-mentioned', 'named', asked('ok, kommer kl 12', 'kl 12', 'Hva mener Frp om kl 12?')),
    false,
  ],
  [
    'consent, which carries the whole question before',
    position('positions', 'named', asked('ok', 'rus', 'Hva mener Frp om rus?')),
    false,
  ],
  [
    'a follow-up that carries the topic',
    position('not-mentioned', 'named', asked('og Ap?', 'rus', 'Hva mener Ap om rus?')),
    true,
  ],
])('%s', (_, answer, worth) => {
  expect(isWorthSaying(answer)).toBe(worth);
});
