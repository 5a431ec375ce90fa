import * as fc from 'fast-check';
import { escapeHtml, markup } from '../../src/pages/escape-html.js';
import { shownText } from './sample.js';

test('escaped text holds nothing that ends a text or an attribute, and is shown as it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('<', '>', '"', "'", '&', '&lt;', '</mark>', 'å', 'a') }), (text) => {
      expect(escapeHtml(text)).not.toMatch(/[<>"']/);
      expect(shownText(escapeHtml(text))).toBe(text);
    }),
  );
});

test('markup escapes text, keeps Html, joins lists and leaves null out', () => {
  const items = ['<a>', '"b"'].map((text) => markup`<li title="${text}">${text}</li>`);
  expect(markup`<ul>${items}</ul>${null}${1}`.html).toBe(
    '<ul><li title="&lt;a&gt;">&lt;a&gt;</li><li title="&quot;b&quot;">&quot;b&quot;</li></ul>1',
  );
});
