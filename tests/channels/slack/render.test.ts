import * as fc from 'fast-check';
import type { Reply, ReplyQuote } from '../../../src/domain.js';
import { unescapeSlack } from '../../../src/channels/slack/plain.js';
import { renderSlack } from '../../../src/channels/slack/render.js';
import { citation, quote, reply as sampleReply } from '../sample.js';
import { beyondLimits } from './block-limits.js';
import { first, pagesOf, readMessage } from './read-message.js';

const rendered = (change: Partial<Reply> = {}, about: Partial<typeof first> = {}) => {
  const message = renderSlack(sampleReply(change), { ...first, ...about });
  if (message === null) throw new Error('nothing to show');
  return message;
};

test('our words, the parties’ words and the sources are blocks of their own', () => {
  const { blocks } = rendered();
  expect(blocks.map(({ type }) => type)).toEqual([
    'rich_text',
    'header',
    'rich_text',
    'context',
    'header',
    'rich_text',
    'rich_text',
    'actions',
    'context_actions',
  ]);
  const viewer = 'https://standpunkt.example/kilder/frp/rusomsorg?t=120-180#t';
  expect(blocks[2]).toEqual({
    type: 'rich_text',
    elements: [
      {
        type: 'rich_text_quote',
        elements: [
          { type: 'text', text: 'Fremskrittspartiet vil:', style: { italic: true } },
          { type: 'text', text: '\n', style: { italic: true } },
          { type: 'text', text: '«' },
          { type: 'text', text: 'Si ja til heroinassistert behandling.' },
          { type: 'text', text: '» ' },
          { type: 'link', url: viewer, text: '[1]' },
        ],
      },
    ],
  });
  expect(blocks[0]).toMatchObject({ elements: [{ type: 'rich_text_section' }] });
});

test('the fallback text says the same as the blocks, escaped', () => {
  const { text } = rendered({ opening: ['<!channel> & co'], sections: sampleReply().sections });
  expect(text.split('\n')).toEqual([
    '&lt;!channel&gt; &amp; co',
    'Fremskrittspartiet',
    'Fremskrittspartiet vil:',
    '«Si ja til heroinassistert behandling.» [1]',
    '[1] Fremskrittspartiet: Rusomsorg, frp.no, 2021–2025. Perioden er utløpt.',
    'Høyre',
    'Ikke omtalt i kildene.',
    'Spør gjerne om et annet parti.',
  ]);
});

test('the question and the introduction stand above the answer, the question only where nobody sees it otherwise', () => {
  const { blocks } = rendered({}, { asked: 'og *LAR*?', introduction: ['Automatisk tjeneste.'] });
  expect(blocks[0]).toEqual({
    type: 'context',
    elements: [{ type: 'plain_text', text: 'Automatisk tjeneste.\nSpørsmål: og *LAR*?', emoji: false }],
  });
});

test('an answer that nobody sees but the asker can be shared', () => {
  const share = (shareable: boolean) => JSON.stringify(rendered({}, { shareable }).blocks).includes('Del i kanalen');
  expect([share(true), share(false)]).toEqual([true, false]);
});

test('a reply without quotes has nothing to like or dislike', () => {
  const types = rendered({ sections: [] }).blocks.map(({ type }) => type);
  expect(types).not.toContain('context_actions');
});

test('the further quotes of a comparison come after all that is shown at first', () => {
  const section = (heading: string, number: number) => ({
    party: heading,
    heading,
    quotes: [quote({ text: `${heading} først`, citation: citation({ number }) })],
    more: [quote({ text: `${heading} mer`, citation: citation({ number: number + 1 }) })],
    note: null,
    nearest: null,
  });
  const pages = pagesOf(sampleReply({ sections: [section('Ap', 1), section('Frp', 3)] })).map(readMessage);
  expect(pages.map(({ quoted }) => quoted.map((text) => text.trim()))).toEqual([
    ['«Ap først»', '«Frp først»'],
    ['«Ap mer»', '«Frp mer»'],
  ]);
  expect(pages.map(({ asks }) => asks.length)).toEqual([1, 0]);
});

test('a suggestion too long for a button is left out, never shortened into another question', () => {
  const { asks } = readMessage(rendered({ suggestions: ['x'.repeat(2_001), 'Hva mener Ap?'] }));
  expect(asks).toEqual(['Hva mener Ap?']);
});

const hostile = fc.oneof(
  fc.constantFrom(
    '<!channel> <@U1> <#C1|kanal> <https://evil.example|klikk>',
    '*fet* _kursiv_ ~strek~ `kode` ```blokk``` :smile: > sitat',
    'https://evil.example www.evil.example evil.example',
    '&amp; &lt;!here&gt; & < >',
    '«sitat» [1]',
    '\u202Ebidi\u0000\uD800 👩‍👩‍👧 é',
  ),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }),
  fc
    .tuple(fc.constantFrom('&', '<', 'x', 'ordet ', '👩‍👩‍👧 ', '\n'), fc.integer({ min: 1, max: 3_500 }))
    .map(([unit, times]) => unit.repeat(times)),
);
const quotes = fc.record({
  text: hostile,
  leadIn: fc.option(hostile, { nil: null }),
  source: hostile,
  warnings: fc.array(hostile, { maxLength: 2 }),
});
const replies: fc.Arbitrary<Reply> = fc
  .record({
    opening: fc.array(hostile, { maxLength: 3 }),
    closing: fc.array(hostile, { maxLength: 3 }),
    suggestions: fc.array(hostile, { maxLength: 12 }),
    language: fc.constantFrom('nb' as const, 'nn' as const, 'en' as const),
    sources: fc.array(
      hostile.map((text) => ({ text, citation: citation({ number: 99 }) })),
      { maxLength: 2 },
    ),
    sections: fc.array(
      fc.record({
        heading: hostile,
        quotes: fc.array(quotes, { maxLength: 2 }),
        more: fc.array(quotes, { maxLength: 2 }),
        note: fc.option(hostile, { nil: null }),
        nearest: fc.option(fc.record({ says: hostile, quote: quotes }), { nil: null }),
      }),
      { maxLength: 3 },
    ),
  })
  .map((parts) => {
    let number = 0;
    const cite = (each: Partial<ReplyQuote>) => quote({ ...each, citation: citation({ number: (number += 1) }) });
    return sampleReply({
      ...parts,
      sections: parts.sections.map((section) => ({
        party: 'frp',
        heading: section.heading,
        quotes: section.quotes.map(cite),
        note: section.note,
        nearest: section.nearest && { says: section.nearest.says, quote: cite(section.nearest.quote) },
        more: section.more.map(cite),
      })),
    });
  });

function takeFrom(pieces: string[]): string {
  const piece = pieces.shift();
  if (piece === undefined) throw new Error('a quote is missing');
  return piece;
}

describe('any reply', () => {
  test('keeps within Slack’s limits on every page', () => {
    fc.assert(
      fc.property(replies, hostile, (reply, asked) => {
        const pages = pagesOf(reply, { ...first, asked, introduction: ['Automatisk.'], shareable: true });
        expect(pages.flatMap(beyondLimits)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test('shows every quote byte for byte, each piece of it with its citation', () => {
    fc.assert(
      fc.property(replies, (reply) => {
        const { sections } = reply;
        const pages = pagesOf(reply).map(readMessage);
        const pieces = pages.flatMap(({ quoted }) => quoted).filter((text) => text !== '');
        const atFirst = sections.flatMap(({ quotes: each, nearest }) => [...each, ...(nearest ? [nearest.quote] : [])]);
        for (const { text } of [...atFirst, ...sections.flatMap(({ more }) => more)]) {
          let read = '';
          // A piece ends with a blank of ours before its citation.
          while (read.length < text.length + 2) read += takeFrom(pieces).slice(0, -1);
          expect(read).toBe(`«${text}»`);
        }
        expect(pieces).toEqual([]);
        for (const { quoted, links } of pages)
          expect(links.length).toBeGreaterThanOrEqual(quoted.filter((text) => text !== '').length);
      }),
      { numRuns: 40 },
    );
  });

  test('leads to nothing but our own source pages, and its fallback mentions nobody', () => {
    fc.assert(
      fc.property(replies, (reply) => {
        for (const message of pagesOf(reply)) {
          const { links } = readMessage(message);
          expect(links.filter(({ address }) => !address.startsWith(`${first.publicUrl}/kilder/`))).toEqual([]);
          expect(message.text).not.toMatch(/[<>]|&(?!amp;|lt;|gt;)/u);
          expect(unescapeSlack(message.text).length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 40 },
    );
  });
});
