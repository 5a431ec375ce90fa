import fc from 'fast-check';
import { excerptParagraphs, excerptPath, readExcerpt } from '../../src/widget/excerpt.js';

const wire = { title: 'Rus', party: 'Apartiet', language: 'nb', quote: 'Sitatet.', before: 'Før. ', after: ' Etter.' };

test.each([
  ['/kilder/frp/rusomsorg?t=1-2#t', '/kilder/frp/rusomsorg/utdrag?t=1-2'],
  ['/kilder/frp/rusomsorg?t=1-2', '/kilder/frp/rusomsorg/utdrag?t=1-2'],
  ['/kilder/frp/rusomsorg', null],
  ['/kilder/frp?t=1-2', null],
  ['//evil.example/kilder/a/b?t=1-2', null],
  ['/kilder/frp/x?t=1-2&u=/../', null],
])('the excerpt of %s is at %s', (viewer, path) => {
  expect(excerptPath(viewer)).toBe(path);
});

test('what is missing is empty, and what is no excerpt is none', () => {
  expect(readExcerpt({ ...wire, section: ['Helse', 7], before: undefined })).toEqual({
    ...wire,
    before: '',
    section: ['Helse'],
    leadIn: null,
    cutBefore: false,
    cutAfter: false,
  });
  for (const wrong of [null, 'x', [], {}, { ...wire, quote: 7 }, { ...wire, title: '' }])
    expect(readExcerpt(wrong)).toBeNull();
});

test('the quote is marked in the paragraph it stands in, and over paragraphs', () => {
  const excerpt = readExcerpt({ ...wire, before: 'Én.\n\nFør ', quote: 'a\nb', after: ' etter.' });
  expect(excerpt && excerptParagraphs(excerpt)).toEqual([
    [{ text: 'Én.', marked: false }],
    [
      { text: 'Før ', marked: false },
      { text: 'a', marked: true },
    ],
    [
      { text: 'b', marked: true },
      { text: ' etter.', marked: false },
    ],
  ]);
});

test('nothing of the text is lost or changed but its line breaks', () => {
  fc.assert(
    fc.property(fc.string(), fc.string({ minLength: 1 }), fc.string(), (before, quote, after) => {
      const excerpt = readExcerpt({ ...wire, before, quote, after });
      const runs = excerpt === null ? [] : excerptParagraphs(excerpt).flat();
      const plain = (text: string): string => text.replaceAll('\n', '');
      expect(runs.map(({ text }) => text).join('')).toBe(plain(before + quote + after));
      expect(
        runs
          .filter(({ marked }) => marked)
          .map(({ text }) => text)
          .join(''),
      ).toBe(plain(quote));
    }),
  );
});
