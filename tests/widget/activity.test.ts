import { readActivity } from '../../src/widget/activity.js';

const reply = { language: 'nb', opening: [], sections: [], closing: [], suggestions: [], text: '' };

test('an activity of our bot is read with its reply', () => {
  const wire = {
    id: 'c|2',
    type: 'message',
    text: 'Svar',
    replyToId: 'c|1',
    channelData: { standpunkt: { reply, answerId: 'x' } },
  };
  expect(readActivity(wire)).toEqual({
    id: 'c|2',
    type: 'message',
    text: 'Svar',
    replyToId: 'c|1',
    clientActivityId: null,
    own: false,
    answerId: 'x',
    reply,
  });
});

test.each([
  ['user', true],
  ['bot', false],
  [undefined, false],
])('who has the role %s: a person wrote it: %s', (role, own) => {
  expect(readActivity({ type: 'message', from: { role } })?.own).toBe(own);
});

test.each([
  ['nothing', undefined],
  ['a reply of another shape', { standpunkt: { reply: { ...reply, sections: {} } } }],
  ['a reply without a language', { standpunkt: { reply: { ...reply, language: undefined } } }],
  ['no object', 'channelData'],
  ['null', { standpunkt: null }],
])('channelData that is %s leaves the text to be shown', (_what, channelData) => {
  expect(readActivity({ type: 'message', text: 'Svar', channelData })).toMatchObject({ text: 'Svar', reply: null });
});

test('the echo of a sent message carries its id', () => {
  expect(readActivity({ type: 'message', channelData: { clientActivityID: 'q1' } })?.clientActivityId).toBe('q1');
});

test.each([null, 'x', 7, [], {}, { type: 7 }])('%j is no activity', (wire) => {
  expect(readActivity(wire)).toBeNull();
});
