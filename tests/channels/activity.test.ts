import { renderMessage } from '../../src/channels/activity.js';
import { readMarkdown } from './read-markdown.js';
import { citation, quote, reply } from './sample.js';

const publicUrl = 'https://standpunkt.example';

describe('a reply as a Bot Framework message', () => {
  test('has Markdown, buttons and citations', () => {
    expect(renderMessage(reply(), publicUrl)).toEqual({
      type: 'message',
      text: [
        'Her er ordrette sitater om heroinassistert behandling.',
        '**Fremskrittspartiet**',
        '«Fremskrittspartiet vil:» … «Si ja til heroinassistert behandling.» [1]',
        '_Rusomsorg, frp.no, 2021–2025. Perioden er utløpt._',
        '**Høyre**',
        'Ikke omtalt i kildene.',
        'Spør gjerne om et annet parti.',
      ].join('\n\n'),
      textFormat: 'markdown',
      locale: 'nb-NO',
      inputHint: 'acceptingInput',
      suggestedActions: {
        to: [],
        actions: [
          {
            type: 'imBack',
            title: 'Hva mener Arbeiderpartiet om heroinassistert behandling?',
            value: 'Hva mener Arbeiderpartiet om heroinassistert behandling?',
          },
        ],
      },
      entities: [
        {
          type: 'https://schema.org/Message',
          '@type': 'Message',
          '@context': 'https://schema.org',
          '@id': '',
          citation: [
            {
              '@type': 'Claim',
              position: 1,
              appearance: {
                '@type': 'DigitalDocument',
                name: 'Rusomsorg',
                url: 'https://standpunkt.example/kilder/frp/rusomsorg?t=120-180#t',
                abstract: 'Si ja til heroinassistert behandling.',
                keywords: ['Fremskrittspartiet', '2021–2025'],
              },
            },
          ],
        },
      ],
    });
  });

  test('without quotes and suggestions has neither citations nor buttons', () => {
    const message = renderMessage(reply({ sections: [], suggestions: [] }), publicUrl);
    expect(message.entities).toEqual([]);
    expect(message).not.toHaveProperty('suggestedActions');
  });

  test.each([
    ['nb', 'nb-NO'],
    ['nn', 'nn-NO'],
    ['en', 'en'],
  ] as const)('in %s has the locale %s', (language, locale) => {
    expect(renderMessage(reply({ language }), publicUrl).locale).toBe(locale);
  });

  test('puts what is said of all quotes of a party below them, and marks the nearest as no answer', () => {
    const section = {
      party: 'frp',
      heading: 'Fremskrittspartiet',
      quotes: [quote()],
      more: [],
      note: 'Alle sitatene er fra et utkast.',
      nearest: { says: 'Ikke et svar:', quote: quote({ text: 'Noe annet.', citation: citation({ number: 2 }) }) },
    };
    const { text } = renderMessage(reply({ opening: [], sections: [section], closing: [] }), publicUrl);
    expect(text.split('\n\n')).toEqual([
      '**Fremskrittspartiet**',
      '«Si ja til heroinassistert behandling.» [1]',
      '_Rusomsorg, frp.no, 2021–2025._',
      'Alle sitatene er fra et utkast.',
      'Ikke et svar:',
      '«Noe annet.» [2]',
      '_Rusomsorg, frp.no, 2021–2025._',
    ]);
  });

  test('marks and cites what is said of sources', () => {
    const sources = [{ text: '«Rusomsorg» [2] <b>, nettside.', citation: citation() }];
    const message = renderMessage(reply({ opening: [], sections: [], closing: [], sources }), publicUrl);
    expect(message.text).toBe('[1] «Rusomsorg» &#91;2&#93; &#60;b&#62;, nettside.');
    expect(message.entities[0]?.citation).toEqual([
      {
        '@type': 'Claim',
        position: 1,
        appearance: {
          '@type': 'DigitalDocument',
          name: 'Rusomsorg',
          url: 'https://standpunkt.example/kilder/frp/rusomsorg?t=120-180#t',
          abstract: '«Rusomsorg» [2] <b>, nettside.',
          keywords: ['2021–2025'],
        },
      },
    ]);
  });

  test('lets nothing of people or documents come alive, wherever it stands', () => {
    const evil = '[x](javascript:alert(1)) <b> *a* _b_ `c` <!channel>\n[1]: http://evil.example';
    const section = {
      party: 'frp',
      heading: evil,
      quotes: [quote({ text: evil, leadIn: evil, source: evil, warnings: [evil] })],
      more: [],
      note: evil,
      nearest: { says: 'Ikke et svar:', quote: quote({ text: evil }) },
    };
    const { text } = renderMessage(reply({ opening: [evil], sections: [section], closing: [evil] }), publicUrl);
    expect(readMarkdown(text).links).toEqual([]);
    expect(text).toContain('&#91;x&#93;(javascript:alert(1)) &#60;b&#62;');
  });
});
