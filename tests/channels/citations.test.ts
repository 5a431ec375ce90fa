import * as fc from 'fast-check';
import { absolute, citedIn, messageEntity, shorten } from '../../src/channels/citations.js';
import type { ReplySection } from '../../src/domain.js';
import { citation, quote, reply } from './sample.js';

const publicUrl = 'https://standpunkt.example';

function section(quotes: ReturnType<typeof quote>[], nearest: ReplySection['nearest'] = null) {
  return { party: 'frp', heading: 'Fremskrittspartiet', quotes, more: [], note: null, nearest };
}

describe('shortening', () => {
  test('leaves what fits', () => {
    expect(shorten('kort', 4)).toBe('kort');
  });

  test('cuts after a sentence when most of the room is used', () => {
    expect(shorten('Vi vil bygge mer. Vi vil også kutte i byråkratiet.', 30)).toBe('Vi vil bygge mer.…');
  });

  test('otherwise cuts after a word', () => {
    expect(shorten('Ja. Vi vil bygge flere boliger i byene', 30)).toBe('Ja. Vi vil bygge flere…');
    expect(shorten('abc defg', 4)).toBe('abc…');
  });

  test('is never too long, never half a character, and always marked when cut', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 2, max: 40 }), (text, limit) => {
        const short = shorten(text, limit);
        expect(short.length).toBeLessThanOrEqual(limit);
        expect(short.isWellFormed()).toBe(true);
        expect(short === text || (short.endsWith('…') && text.startsWith(short.slice(0, -1)))).toBe(true);
      }),
    );
  });
});

describe('the citations of a message', () => {
  test('stay within the limits of Teams', () => {
    const long = 'ordet '.repeat(60).trim();
    const cited = quote({ text: long, citation: citation({ title: long, section: [`Avsnitt ${long}`] }) });
    const entity = messageEntity(citedIn(reply({ sections: [section([cited])] })), publicUrl);
    const appearance = entity?.citation[0]?.appearance;
    expect(appearance?.name.length).toBeLessThanOrEqual(80);
    expect(appearance?.abstract.length).toBeLessThanOrEqual(160);
    expect(appearance?.abstract).toMatch(/ordet…$/);
    expect(appearance?.keywords).toHaveLength(3);
    expect(appearance?.keywords.every((word) => word.length <= 28)).toBe(true);
  });

  test('do not say that a model wrote the answer', () => {
    expect(JSON.stringify(messageEntity(citedIn(reply()), publicUrl))).not.toContain('AIGenerated');
    expect(messageEntity(citedIn(reply()), publicUrl)).not.toHaveProperty('additionalType');
  });

  test('name every quote that is shown once, the nearest too, and none that is not', () => {
    const nearest = { says: 'Ikke et svar:', quote: quote({ citation: citation({ number: 3 }) }) };
    const hidden = quote({ citation: citation({ number: 9 }) });
    const shown = reply({
      sections: [
        { ...section([quote(), quote({ citation: citation({ number: 2 }) })], nearest), more: [hidden] },
        section([quote()]),
      ],
    });
    expect(citedIn(shown).map((cited) => cited.citation.number)).toEqual([1, 2, 3]);
  });

  test('tell no year when it is unknown', () => {
    const undated = quote({ citation: citation({ period: null, published: 'unknown', section: [] }) });
    expect(
      messageEntity(citedIn(reply({ sections: [section([undated])] })), publicUrl)?.citation[0]?.appearance.keywords,
    ).toEqual(['Fremskrittspartiet']);
  });

  test.each([
    ['nb', null, 'side 69 i PDF-en'],
    ['nn', null, 'side 69 i PDF-en'],
    ['nb', 70, 'side 69–70 i PDF-en'],
    ['en', null, 'PDF page 69'],
  ] as const)('tell the page before the section, in %s and up to %s', (language, pageEnd, words) => {
    const paged = quote({ citation: citation({ page: 69, pageEnd }) });
    const entity = messageEntity(citedIn(reply({ language, sections: [section([paged])] })), publicUrl);
    expect(entity?.citation[0]?.appearance.keywords).toEqual(['Fremskrittspartiet', '2021–2025', words]);
  });

  test.each([
    [['draft'], 'nb', ['Fremskrittspartiet', 'Utkast', '2021–2025']],
    [['op-ed', 'youth'], 'nb', ['Fremskrittspartiet', 'Leserinnlegg', 'Ungdomsorganisasjon']],
    [['expired'], 'nn', ['Fremskrittspartiet', 'Perioden er gått ut', '2021–2025']],
    [['op-ed'], 'en', ['Fremskrittspartiet', 'Op-ed', '2021–2025']],
  ] as const)('say beside the quote that it is %j, in %s', (labels, language, words) => {
    const labelled = quote({ citation: citation({ labels }) });
    const entity = messageEntity(citedIn(reply({ language, sections: [section([labelled])] })), publicUrl);
    expect(entity?.citation[0]?.appearance.keywords).toEqual(words);
  });

  test('are no entity at all when nothing is quoted', () => {
    expect(messageEntity(citedIn(reply({ sections: [] })), publicUrl)).toBeNull();
  });
});

test('a public address with a path of its own keeps it', () => {
  expect(absolute('/kilder/frp/rus?t=1-2#t', 'https://example.org/standpunkt/')).toBe(
    'https://example.org/standpunkt/kilder/frp/rus?t=1-2#t',
  );
});
