import fc from 'fast-check';
import type { Document } from '../../src/domain.js';
import { assemble } from '../../src/knowledge/assemble.js';
import { readMarkdown } from '../../src/knowledge/read-markdown.js';
import { readText } from '../../src/knowledge/read-text.js';
import { sentences } from '../../src/knowledge/sentences.js';
import { split } from '../../src/knowledge/split.js';

function documentOf(markdown: string): Document {
  return {
    ...assemble(readMarkdown(markdown)),
    id: 'ap/test',
    party: 'ap',
    title: 'Test',
    kind: 'programme',
    published: '2025',
    period: null,
    url: null,
    publisher: null,
    authorRole: null,
    adoptedBy: null,
    language: 'nb',
    printedPages: {},
  };
}

const cut = (text: string): readonly string[] => sentences(text).map(({ start, end }) => text.slice(start, end));

test.each([
  ['Vi gir 2,4 mrd. kroner til dette. Det er mye.', ['Vi gir 2,4 mrd. kroner til dette.', 'Det er mye.']],
  ['Som MOT osv. Vi vil mer.', ['Som MOT osv.', 'Vi vil mer.']],
  ['Bruk bl.a. § 12-soning. Det virker.', ['Bruk bl.a. § 12-soning.', 'Det virker.']],
  ['Vedtatt 2. juni. Slik er det.', ['Vedtatt 2. juni.', 'Slik er det.']],
  ['Er det nok? Nei! «Aldri.» Slik er det', ['Er det nok?', 'Nei!', '«Aldri.»', 'Slik er det']],
  ['Uten punktum til slutt', ['Uten punktum til slutt']],
  ['To rom.  Dobbelt mellomrom.', ['To rom.', 'Dobbelt mellomrom.']],
])('«%s» is cut into its sentences', (text, expected) => {
  expect(cut(text)).toEqual(expected);
});

test('bullets stand under their heading and their lead-in', () => {
  const [passage] = split(
    documentOf('# Rus\n\nIngress her.\n\n## Tiltak\n\nPartiet vil:\n\n- styrke hjelpen\n- ikke straffe\n'),
  ).slice(1);
  expect(passage).toMatchObject({ section: ['Rus', 'Tiltak'], leadIn: 'Partiet vil:' });
  expect(passage?.units.map(({ kind }) => kind)).toEqual(['bullet', 'bullet']);
});

test('a lead-in without its colon is one when bullets follow, and a paragraph when they do not', () => {
  const kinds = (markdown: string): readonly string[] =>
    assemble(readMarkdown(markdown)).blocks.map(({ kind }) => kind);
  expect(kinds('Partiet vil\n\n- ja')).toEqual(['lead-in', 'bullet']);
  expect(kinds('Partiet vil\n\nMer tekst.')).toEqual(['paragraph', 'paragraph']);
  expect(kinds('Dette er en hel setning.\n\n- ja')).toEqual(['paragraph', 'bullet']);
});

test('a paragraph after the bullets ends their lead-in', () => {
  const passages = split(documentOf('Partiet vil:\n\n- én ting\n\nEtterpå kommer mer tekst.'));
  expect(passages.map(({ leadIn }) => leadIn)).toEqual(['Partiet vil:', null]);
});

test('Markdown marks are no part of the text', () => {
  const { body } = assemble(readMarkdown('Vi sier **nei** til [bompenger](https://x.no)\nog <b>ja</b> til vei.'));
  expect(body).toBe('Vi sier nei til bompenger og ja til vei.');
});

test('anchors in headings and lines of a table of contents are no text', () => {
  const blocks = readMarkdown(
    '[1. KLIMA 7](#1.-klima)\n\n# **1. KLIMA** {#1.-klima}\n\nSe [klimaloven](#lov) om dette.',
  );
  expect(blocks.map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
    'heading: 1. KLIMA',
    'paragraph: Se klimaloven om dette.',
  ]);
});

test('plain text has headings, paragraphs and bullets of every mark', () => {
  const text = 'Overskrift\n\nEn setning.\n\n • én\n – to\n - tre\n 4. fire\n a) fem';
  expect(readText(text).map(({ kind, text: found }) => `${kind} ${found}`)).toEqual([
    'heading Overskrift',
    'paragraph En setning.',
    ...['én', 'to', 'tre', 'fire', 'fem'].map((word) => `bullet ${word}`),
  ]);
});

const word = fc.constantFrom(
  'rus',
  'vi',
  'Vi',
  'skal',
  'bl.a.',
  '2,4',
  'hjelp.',
  'ikke',
  'kommunen!',
  'Hva?',
  '§',
  'å',
);
const sentence = fc.array(word, { minLength: 1, maxLength: 60 }).map((words) => words.join(' '));
const block = fc.oneof(
  sentence.map((text) => `## ${text}`),
  sentence,
  fc.array(sentence, { minLength: 1, maxLength: 6 }).map((bullets) => bullets.map((text) => `- ${text}`).join('\n')),
);

test('every passage and unit is a verbatim slice, in order, and no text is lost', () => {
  fc.assert(
    fc.property(fc.array(block, { minLength: 1, maxLength: 12 }), (blocks) => {
      const document = documentOf(blocks.join('\n\n'));
      const passages = split(document);
      let last = 0;
      for (const { start, end, text, units } of passages) {
        expect(document.body.slice(start, end)).toBe(text);
        expect(start).toBeGreaterThanOrEqual(last);
        last = end;
        for (const unit of units) {
          expect(unit.start).toBeGreaterThanOrEqual(start);
          expect(unit.end).toBeLessThanOrEqual(end);
          expect(document.body.slice(unit.start, unit.end).trim()).toBe(document.body.slice(unit.start, unit.end));
        }
      }
      const quotable = document.blocks.filter(({ kind }) => kind === 'bullet' || kind === 'paragraph');
      const letters = (text: string): string => text.replace(/\s/gu, '');
      const quoted = passages.flatMap(({ units }) => units.map(({ start, end }) => document.body.slice(start, end)));
      expect(letters(quoted.join(''))).toBe(
        letters(quotable.map(({ start, end }) => document.body.slice(start, end)).join('')),
      );
    }),
  );
});

test('no passage crosses a heading', () => {
  const passages = split(documentOf('# Én\n\nKort.\n\n# To\n\nKort.'));
  expect(passages.map(({ section }) => section)).toEqual([['Én'], ['To']]);
});
