import { readInbound } from '../../../src/channels/teams/inbound.js';

const message = {
  type: 'message',
  id: '1',
  channelId: 'msteams',
  serviceUrl: 'https://smba.trafficmanager.net/emea/',
  conversation: { id: 'a:1' },
  from: { id: '29:kari', name: 'Kari Nordmann', aadObjectId: 'x' },
  recipient: { id: '28:bot', name: 'Standpunkt' },
  text: 'Hva mener Frp?',
  locale: 'nb-NO',
};

function read(change: Record<string, unknown>) {
  const reading = readInbound({ ...message, ...change });
  if (!reading.ok) throw new Error(`refused: ${reading.where}`);
  return reading.activity;
}

describe('an incoming activity', () => {
  test('is read without names and without anything unasked for', () => {
    expect(read({ channelData: { tenant: 1, eventType: 'x' }, value: {}, deliveryMode: 'expectReplies' })).toEqual({
      ...message,
      channelData: { eventType: 'x' },
      value: {},
      from: { id: '29:kari' },
      recipient: { id: '28:bot' },
    });
  });

  test.each([
    [{ locale: null }, { locale: undefined }],
    [{ locale: '' }, { locale: undefined }],
    [{ locale: '../etc' }, { locale: undefined }],
    [{ from: null }, { from: undefined }],
    [{ from: { id: '' } }, { from: undefined }],
    [{ text: null }, { text: undefined }],
    [{ id: '' }, { id: undefined }],
    [{ channelId: null }, { channelId: 'unknown' }],
    [{ channelId: ':x' }, { channelId: 'unknown' }],
    [{ channelId: 'msteams:COPILOT' }, { channelId: 'msteams' }],
    [{ recipient: undefined }, { recipient: { id: 'standpunkt' } }],
    [{ entities: [{ noType: 1 }, null, 7] }, { text: 'Hva mener Frp?' }],
    [{ entities: 'x' }, { text: 'Hva mener Frp?' }],
    [{ membersAdded: [{ id: '' }] }, { membersAdded: undefined }],
  ])('with %j is read as %j', (sent, expected) => {
    expect(read(sent)).toMatchObject(expected);
  });

  test('loses the text of its mentions', () => {
    const entities = [
      { type: 'mention', text: '<at>Standpunkt</at>', mentioned: { id: '28:bot' } },
      { type: 'mention', text: '<at>Ola (x)</at>', mentioned: { id: '29:ola' } },
      { type: 'clientInfo', locale: 'nb-NO' },
    ];
    const text = '<at>Standpunkt</at>&nbsp;hva mener Frp, <at>Ola (x)</at>?\n';
    expect(read({ text, entities }).text).toBe('hva mener Frp,  ?');
    expect(read({ text: '1 <at> 2', entities }).text).toBe('1 <at> 2');
  });

  test.each([
    ['the body', null],
    ['the body', 'x'],
    ['the body', []],
    ['type', { ...message, type: '' }],
    ['serviceUrl', { ...message, serviceUrl: undefined }],
    ['serviceUrl', { ...message, serviceUrl: 'file:///etc/passwd' }],
    ['conversation', { ...message, conversation: null }],
    ['conversation.id', { ...message, conversation: { id: '../../v3/other' } }],
    ['conversation.id', { ...message, conversation: { id: 'x?y=1' } }],
  ])('without a usable %s is refused', (where, body) => {
    expect(readInbound(body)).toEqual({ ok: false, where: expect.stringContaining(where) });
  });
});
