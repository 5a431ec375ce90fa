import { randomUUID } from 'node:crypto';
import { createConversation } from '../../../src/channels/slack/conversation.js';
import { createMemoryKeptAnswers } from '../../../src/channels/slack/kept-answers.js';
import { createMemoryKeySet } from '../../../src/channels/slack/key-set.js';
import { sessionKey } from '../../../src/state/session-key.js';
import { fakeBot } from '../sample.js';

function open() {
  const bot = fakeBot();
  const reports: string[] = [];
  const now = () => 0;
  const conversation = createConversation({
    bot,
    keyOf: (speaker) => sessionKey('secret', speaker),
    publicUrl: 'https://standpunkt.example',
    known: createMemoryKeySet({ now, minutes: 60 }),
    kept: createMemoryKeptAnswers({ now, minutes: 60 }),
    newId: randomUUID,
    wait: () => new Promise(setImmediate),
    report: (line) => reports.push(line),
  });
  const delivered: string[] = [];
  const ask = (channel: string, deliver: () => Promise<void> = async () => void delivered.push(channel)) =>
    conversation.ask({
      speaker: { channel: 'slack', conversation: channel, user: 'U1', thread: '1.1' },
      text: 'hva mener Frp om LAR?',
      isSeen: true,
      shareable: false,
      isToUs: true,
      deliver,
    });
  return { ask, delivered, reports };
}

/** A Slack that takes nothing until it is let go. */
function stuck(): { readonly deliver: () => Promise<void>; readonly letGo: () => void } {
  let letGo = () => {};
  const free = new Promise<void>((resolve) => (letGo = resolve));
  return { deliver: () => free, letGo };
}

test('ten messages of a conversation wait; more are dropped, and one report says so', async () => {
  const { ask, delivered, reports } = open();
  const { deliver, letGo } = stuck();
  const first = ask('C1', deliver);
  const others = Array.from({ length: 20 }, () => ask('C1'));
  const elsewhere = ask('C2');
  await elsewhere;
  expect(delivered).toEqual(['C2']);
  letGo();
  await Promise.all([first, ...others]);
  expect(delivered.filter((channel) => channel === 'C1')).toHaveLength(9);
  expect(reports).toEqual(['Slack: too many messages wait for an answer; some are dropped']);
});

test('a thousand messages wait in all, and when they are gone the next is answered', async () => {
  const { ask, delivered, reports } = open();
  const { deliver, letGo } = stuck();
  const waiting = Array.from({ length: 1_000 }, (_, at) => ask(`C${at}`, deliver));
  await ask('one too many');
  expect(delivered).toEqual([]);
  letGo();
  await Promise.all(waiting);
  await ask('after');
  expect(delivered).toEqual(['after']);
  expect(reports).toHaveLength(1);
}, 30_000);
