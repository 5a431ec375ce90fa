import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type InboundActivity, readInbound } from '../../../src/channels/teams/inbound.js';

// As Microsoft's Agents Playground sent them, with invented names and ids: tests/playground/run.mjs --record.
const folder = path.join(__dirname, 'payloads');

/** What the bot goes by. */
function gist({ type, text, conversation, from, locale, action, name, membersAdded }: InboundActivity): object {
  const added = membersAdded?.map(({ id }) => id.slice(0, 2));
  return { type, text, place: conversation.conversationType, from: from?.id, locale, action, name, added };
}

const kari = { from: '29:1-kari', locale: 'en-US' };
/** Without a locale, as Teams leaves it out too. */
const update = { type: 'conversationUpdate', from: '29:1-kari' };
const expected: Readonly<Record<string, object>> = {
  'channel-conversationUpdate-added': { ...update, place: 'channel', added: ['28'] },
  'channel-installationUpdate-add': { type: 'installationUpdate', place: 'channel', action: 'add', ...kari },
  'channel-message': {
    type: 'message',
    place: 'channel',
    text: 'hva mener Senterpartiet om brukerdoser?',
    ...kari,
  },
  'channel-message-button': {
    type: 'message',
    place: 'channel',
    text: 'Hva mener Partiet Sentrum om brukerdoser?',
    ...kari,
  },
  'groupChat-conversationUpdate-added': { ...update, place: 'groupChat', added: ['28'] },
  'groupChat-installationUpdate-add': { type: 'installationUpdate', place: 'groupChat', action: 'add', ...kari },
  'groupChat-message': {
    type: 'message',
    place: 'groupChat',
    text: 'hva mener Frp om heroinassistert behandling?',
    ...kari,
  },
  'personal-conversationUpdate-added': { ...update, place: 'personal', added: ['29', '28'] },
  'personal-conversationUpdate-removed': { ...update, place: 'personal' },
  'personal-installationUpdate-add': { type: 'installationUpdate', place: 'personal', action: 'add', ...kari },
  'personal-installationUpdate-remove': { type: 'installationUpdate', place: 'personal', action: 'remove', ...kari },
  'personal-invoke-submitAction': {
    type: 'invoke',
    place: 'personal',
    name: 'message/submitAction',
    from: '29:1-kari',
  },
  'personal-message': {
    type: 'message',
    place: 'personal',
    text: 'hva mener Frp om heroinassistert behandling?',
    ...kari,
  },
  'personal-message-button': {
    type: 'message',
    place: 'personal',
    text: 'Hva mener Partiet Sentrum om LAR?',
    ...kari,
  },
};

test('every recorded activity is expected', () => {
  const recorded = readdirSync(folder).map((file) => path.basename(file, '.json'));
  expect(recorded.toSorted()).toEqual(Object.keys(expected));
});

test.each(Object.entries(expected))('%s is read', (file, activity) => {
  const reading = readInbound(JSON.parse(readFileSync(path.join(folder, `${file}.json`), 'utf8')));
  expect(reading.ok && gist(reading.activity)).toEqual(activity);
});

test('a reply in a thread belongs to the thread', () => {
  const reading = readInbound(JSON.parse(readFileSync(path.join(folder, 'channel-message.json'), 'utf8')));
  expect(reading).toMatchObject({
    ok: true,
    activity: { conversation: { id: expect.stringMatching(/^19:.*;messageid=\d+$/u), isGroup: true } },
  });
});
