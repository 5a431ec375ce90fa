import * as fc from 'fast-check';
import {
  cut,
  cutEscaped,
  escapeSlack,
  escapeWithin,
  readText,
  unescapeSlack,
} from '../../../src/channels/slack/plain.js';

const text = fc.string({ unit: 'binary', maxLength: 300 });

test('what is escaped has no control character left and reads back the same', () => {
  fc.assert(
    fc.property(text, (written) => {
      expect(escapeSlack(written)).not.toMatch(/[<>]|&(?!amp;|lt;|gt;)/u);
      expect(unescapeSlack(escapeSlack(written))).toBe(written);
    }),
  );
});

test('pieces keep their limit, make up the whole, and cut no character in two', () => {
  fc.assert(
    fc.property(text, fc.integer({ min: 5, max: 60 }), (written, limit) => {
      const pieces = cut(written, limit);
      expect(pieces.join('')).toBe(written);
      expect(pieces.filter((piece) => piece.length > limit || piece === '')).toEqual([]);
      expect(pieces.map((piece) => piece.isWellFormed())).toEqual(pieces.map(() => true));
      const escaped = cutEscaped(written, limit);
      expect(escaped.map(unescapeSlack).join('')).toBe(written);
      expect(escaped.filter((piece) => piece.length > limit)).toEqual([]);
      expect(escapeWithin(written, limit).length).toBeLessThanOrEqual(limit);
    }),
  );
});

test.each([
  ['', 75, ''],
  ['x', 75, 'x'],
  ['&', 5, '&amp;'],
  ['bane og veg', 8, 'bane og…'],
])('%j within %i is %j', (written, limit, shown) => {
  expect(escapeWithin(written, limit)).toBe(shown);
});

test('a piece ends after a blank where there is one', () => {
  expect(cut('bane og veg', 8)).toEqual(['bane og ', 'veg']);
  expect(cut('jernbaneutbygging', 8)).toEqual(['jernbane', 'utbyggin', 'g']);
});

test.each([
  ['<@U1> hei', 'hei'],
  ['<@U1|kari> hei <@W2>', 'hei'],
  ['se <https://a.no/x?y=1&amp;z|a.no> og <https://b.no>', 'se a.no og https://b.no'],
  ['<#C1|politikk> <!here> <!subteam^S1|@alle>', 'politikk'],
  ['1 &lt; 2 &amp;amp; 3', '1 < 2 &amp; 3'],
  ['  ', ''],
])('%j is read as %j', (said, read) => {
  expect(readText(said)).toBe(read);
});
