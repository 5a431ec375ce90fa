import fc from 'fast-check';
import { slugOf } from '../../src/cli/knowledge-place.js';

test.each([
  ['Partiprogram 2025–2029 (Bokmål).PDF', 'partiprogram-2025-2029-bokmål'],
  ['../../etc/passwd', 'passwd'],
  ['Arbeidsprogram_v2.1.docx', 'arbeidsprogram-v2-1'],
  // As macOS writes it: the letter and its mark apart.
  ['bla\u030Aba\u030Ar Øst.txt', 'blåbår-øst'],
  ['Résumé Čálus.md', 'resume-calus'],
  ['★.md', null],
  ['..', null],
])('%s is kept as %s', (file, slug) => {
  expect(slugOf(file)).toBe(slug);
});

test('whatever a file is called, its slug is letters, digits and single hyphens', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (name) => {
      const slug = slugOf(name);
      expect(slug === null || /^[a-zæøå0-9]+(?:-[a-zæøå0-9]+)*$/u.test(slug)).toBe(true);
      expect(slug?.length ?? 0).toBeLessThanOrEqual(80);
    }),
  );
});
