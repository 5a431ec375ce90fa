import fc from 'fast-check';
import { longestMessage, read } from '../../src/answer/read.js';

const text = (message: string): string => read({ text: message, locale: null }).text;

test.each([
  ['control characters', 'hva\u0000 mener\u0007 Frp', 'hva mener Frp'],
  ['bidi overrides', '\u202Ehva mener Frp\u202C', 'hva mener Frp'],
  ['zero-width characters', 'hva\u200B mener\uFEFF Frp', 'hva mener Frp'],
  ['a decomposed å', 'ga\u030A', 'gå'],
  ['line breaks', 'hva mener\n\n\tFrp', 'hva mener Frp'],
  ['lone surrogates', 'hva \uD800mener', 'hva mener'],
])('%s are cleaned away', (_, message, expected) => {
  expect(text(message)).toBe(expected);
});

test('stacked marks are cut to two', () => {
  expect(Array.from(text(`a${'\u0335'.repeat(50)}`)).length).toBeLessThanOrEqual(3);
});

test('a message is cut at 2 000 characters, and emoji are not cut in two', () => {
  expect(text('å'.repeat(100_000))).toHaveLength(longestMessage);
  expect(text('🙂'.repeat(5_000)).isWellFormed()).toBe(true);
});

test.each([
  ['', 'empty'],
  [' \u200B\n', 'empty'],
  ['🙂 ?!', 'no-letters'],
  ['hei', null],
])('«%s» is unreadable because: %s', (message, reason) => {
  expect(read({ text: message, locale: null }).unreadable).toBe(reason);
});

test('tells the language that the words show, and the channel’s', () => {
  expect(read({ text: 'Frp skatt', locale: 'nn-NO' })).toMatchObject({ language: null, locale: 'nn' });
  expect(read({ text: 'hva mener Frp om skatt', locale: 'no' })).toMatchObject({ language: 'nb', locale: 'nb' });
  expect(read({ text: 'What do they say about tax', locale: 'de-DE' })).toMatchObject({ language: 'en', locale: null });
});

test('whatever is sent, reading gives well-formed text within its limit', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (message) => {
      const utterance = read({ text: message, locale: null });
      expect(utterance.text.isWellFormed()).toBe(true);
      expect(utterance.text.normalize('NFC')).toBe(utterance.text);
    }),
  );
});
