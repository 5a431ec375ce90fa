import * as fc from 'fast-check';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Citation, Reply, ReplyQuote, ReplySection } from '../../src/domain.js';
import { citation, quote, reply as sampleReply } from './sample.js';

export const publicUrl = 'https://standpunkt.example';

/** What a person can see and follow in a channel's rendering of one reply. */
export interface Shown {
  /** Everything that can be read, in order, as the characters that appear on the screen. */
  readonly text: string;
  /** The citations: the number that stands in the text, where it leads, and the quote beside it where the channel has one. */
  readonly citations: readonly { readonly number: number; readonly address: string; readonly excerpt: string | null }[];
  /** Every other address that can be followed. */
  readonly links: readonly string[];
  /** What the buttons say in the person's name. */
  readonly buttons: readonly string[];
  /** Limits of the platform that are broken, in words. */
  readonly beyond: readonly string[];
}

/** What every channel owes a reply: run by each channel with its own way of reading what it renders. */
export function describeChannel(name: string, show: (reply: Reply) => Shown): void {
  describe(`${name}, as every channel,`, () => {
    test.each(recordedReplies())('shows all of the answer of tests/turns/%s', (_, reply) => {
      expectAllShown(reply, show(reply));
    });

    test('shows any text as it is written, and nothing of it comes alive', () => {
      fc.assert(
        fc.property(replies, (reply) => expectAllShown(reply, show(reply))),
        { numRuns: 300 },
      );
    });

    test('shows an answer that is far too long for one message, whole', () => {
      const long = (party: string, number: number): ReplySection => ({
        ...section(party),
        quotes: [1, 2, 3].map((each) => {
          const text = `${party} vil ${'bygge jernbane og veg '.repeat(100)}nummer ${each}.`;
          return quote({ text, citation: citation({ number: 3 * number + each }) });
        }),
      });
      const sections = Array.from({ length: 12 }, (_, index) => long(`Parti ${index}`, index));
      const reply = { ...sampleReply(), sections };
      expectAllShown(reply, show(reply));
    });
  });
}

function expectAllShown(reply: Reply, shown: Shown): void {
  expect(shown.beyond).toEqual([]);
  expectOurWords(reply, shown);
  for (const { quote: each, heading } of quotesIn(reply)) expectQuote(each, heading, shown);
  const cited = new Map([...quotesIn(reply).map((each) => each.quote), ...reply.sources].map(byNumber));
  expect(shown.citations.map(({ number }) => number).toSorted(ascending)).toEqual(
    [...cited.keys()].toSorted(ascending),
  );
  for (const { number, address } of shown.citations) expect(address).toBe(viewer(cited.get(number)));
  const sources = new Set([...cited.values()].flatMap((each) => [viewer(each), each.url]));
  expect(shown.links.filter((link) => !sources.has(link))).toEqual([]);
  expect(shown.buttons).toEqual(reply.suggestions);
}

const ascending = (a: number, b: number): number => a - b;
const byNumber = (each: { readonly citation: Citation }) => [each.citation.number, each.citation] as const;
const viewer = (cited: Citation | undefined): string => publicUrl + (cited?.viewer ?? '');

function quotesIn({ sections }: Reply): readonly { readonly quote: ReplyQuote; readonly heading: string }[] {
  return sections.flatMap(({ heading, quotes, nearest }) =>
    [...quotes, ...(nearest ? [nearest.quote] : [])].map((each) => ({ quote: each, heading })),
  );
}

function expectOurWords({ opening, closing, sections, sources }: Reply, { text }: Shown): void {
  const notes = sections.flatMap(({ heading, note, nearest }) => [heading, note ?? '', nearest?.says ?? '']);
  for (const words of [...opening, ...notes, ...sources.map((source) => source.text), ...closing])
    expect(text).toContain(words);
}

/** The quote byte for byte, its number right after it, and beside it where it is from and what to know of it. */
function expectQuote(
  { text, leadIn, source, warnings, citation: cited }: ReplyQuote,
  heading: string,
  shown: Shown,
): void {
  const mark = `[${cited.number}]`;
  const places = positionsOf(text, shown.text);
  const after = places.map((place) => shown.text.slice(place + text.length, place + text.length + mark.length + 2));
  expect(after.some((following) => following.includes(mark))).toBe(true);
  for (const words of [leadIn ?? '', source, heading, ...warnings]) expect(shown.text).toContain(words);
  const excerpt = shown.citations.find(({ number }) => number === cited.number)?.excerpt ?? null;
  if (excerpt === null || excerpt === text) return;
  expect(excerpt.endsWith('…')).toBe(true);
  expect(text.startsWith(excerpt.slice(0, -1))).toBe(true);
}

function positionsOf(part: string, whole: string): readonly number[] {
  const found: number[] = [];
  for (let at = whole.indexOf(part); at >= 0; at = whole.indexOf(part, at + 1)) found.push(at);
  return found;
}

/** Replies as the bot gave them, of `tests/turns`. */
function recordedReplies(): readonly (readonly [string, Reply])[] {
  const folder = path.join(__dirname, '..', 'turns');
  return readdirSync(folder).map((turn) => {
    const reply: Reply = JSON.parse(readFileSync(path.join(folder, turn, 'reply.json'), 'utf8'));
    return [turn, reply] as const;
  });
}

function section(party: string): ReplySection {
  return { party, heading: party, quotes: [], more: [], note: null, nearest: null };
}

const alive = [
  '<b>fet</b><script>alert(1)</script>',
  '[klikk](https://evil.example)',
  '*fet* _kursiv_ ~nei~ `kode`',
  '<!channel> <@U1> <at>Kari</at> @here #kanal :smile:',
  'https://evil.example www.evil.example post@evil.example',
  '> sitat\n- punkt\n1. punkt',
  '{{DATE(2026-11-22T10:00:00Z,SHORT)}} {{TIME(2026-11-22T10:00:00Z)}} ${x}',
  '&amp; &#42; &lt;b&gt;',
  'blåbærsyltetøy på Færøyane – «ja», sier ſ og 👩‍👩‍👧',
  'Sjå [1] og [2]: ikkje lenkjer',
];
const letters = '\n *_`[](){}<>!#+-=|~\\&;:/.@$"\'1aå'.split('');
const written = fc
  .oneof(fc.constantFrom(...alive), fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 40 }))
  .map((text) => text.trim() || 'x');
const maybe = fc.option(written, { nil: null });
const lines = fc.array(written, { maxLength: 2 });

const sections = fc.array(
  fc.record({
    heading: written,
    quotes: fc.array(fc.record({ text: written, leadIn: maybe, source: written, warnings: lines }), { maxLength: 3 }),
    note: maybe,
    nearest: fc.option(fc.record({ says: written, text: written, source: written }), { nil: null }),
  }),
  { maxLength: 4 },
);

/** Replies of hostile text, their citations numbered as in a real one. */
const replies: fc.Arbitrary<Reply> = fc
  .record({
    opening: lines,
    sections,
    closing: lines,
    suggestions: fc.array(written, { maxLength: 4 }),
    language: fc.constantFrom('nb' as const, 'nn' as const, 'en' as const),
  })
  .map((parts): Reply => {
    let number = 0;
    const cite = (change: Partial<ReplyQuote>): ReplyQuote => {
      number += 1;
      const start = 100 * number;
      const cited = citation({
        number,
        title: change.source ?? '',
        viewer: `/kilder/frp/rusomsorg?t=${start}-${start + 9}#t`,
      });
      return quote({ ...change, citation: cited });
    };
    return {
      ...parts,
      sources: [],
      text: 'som ren tekst',
      sections: parts.sections.map(({ heading, quotes, note, nearest }) => ({
        ...section('frp'),
        heading,
        quotes: quotes.map(cite),
        // A section says something: a party with neither quote nor note is left out by the wording.
        note: quotes.length > 0 || nearest ? note : (note ?? 'Ikke omtalt.'),
        nearest: nearest && { says: nearest.says, quote: cite({ text: nearest.text, source: nearest.source }) },
      })),
    };
  });
