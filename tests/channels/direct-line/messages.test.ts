import { renderDirectLine } from '../../../src/channels/direct-line/messages.js';
import { citation, quote, reply } from '../sample.js';

const envelope = {
  conversation: 'c1',
  timestamp: '2026-11-22T10:00:00.000Z',
  answerId: 'a1',
  replyToId: 'c1|0000001',
  publicUrl: 'https://standpunkt.example',
};

describe('a reply for Direct Line', () => {
  test('has link definitions for its marks and the reply in parts', () => {
    const activity = renderDirectLine(reply(), envelope);
    expect(activity).toMatchObject({
      type: 'message',
      textFormat: 'markdown',
      timestamp: '2026-11-22T10:00:00.000Z',
      channelId: 'directline',
      from: { id: 'standpunkt', role: 'bot' },
      conversation: { id: 'c1' },
      replyToId: 'c1|0000001',
      channelData: { standpunkt: { answerId: 'a1', reply: reply() } },
    });
    expect(activity['entities']).toHaveLength(1);
    expect(String(activity['text']).split('\n\n').at(-1)).toBe(
      '[1]: <https://standpunkt.example/kilder/frp/rusomsorg?t=120-180#t> "Rusomsorg"',
    );
  });

  test('defines each number once, and a title cannot end its definition', () => {
    const evil = quote({ citation: citation({ number: 2, title: 'a" onclick\n\n[1]: http://evil.example "' }) });
    const section = {
      party: 'frp',
      heading: 'Frp',
      quotes: [quote(), evil, quote()],
      more: [],
      note: null,
      nearest: null,
    };
    const text = String(renderDirectLine(reply({ sections: [section] }), envelope)['text']);
    expect(text.match(/^\[1\]: /gm)).toHaveLength(1);
    expect(text.match(/^\[2\]: .*$/gm)).toHaveLength(1);
    expect(text).not.toContain('http://evil.example');
    expect(text).not.toContain('a" onclick');
  });

  test('ends with its text when nothing is quoted', () => {
    const activity = renderDirectLine(reply({ sections: [], closing: ['Slutt.'] }), { ...envelope, replyToId: null });
    expect(activity['text']).toMatch(/Slutt\.$/);
    expect(activity).not.toHaveProperty('replyToId');
  });
});
