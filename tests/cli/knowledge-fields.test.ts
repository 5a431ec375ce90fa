import { readFields, type FieldOptions } from '../../src/cli/knowledge-fields.js';

const required: FieldOptions = { title: 'Program', kind: 'programme', published: '2025' };

test('options become the fields of a sidecar', () => {
  const options: FieldOptions = {
    ...required,
    period: '2025 – 2029',
    url: 'https://frp.no/p.pdf',
    publisher: 'Avisa Nordland',
    authorRole: 'lokalpolitiker',
    adoptedBy: 'landsmøtet',
    language: 'nn',
    skipPages: '1-4, 139',
  };
  expect(readFields(options)).toEqual({
    ok: true,
    fields: {
      title: 'Program',
      kind: 'programme',
      published: '2025',
      period: { from: 2025, to: 2029 },
      url: 'https://frp.no/p.pdf',
      publisher: 'Avisa Nordland',
      author_role: 'lokalpolitiker',
      adopted_by: 'landsmøtet',
      language: 'nn',
      skip_pages: ['1-4', '139'],
    },
  });
});

const wrong: readonly (readonly [FieldOptions, string])[] = [
  [{ title: ' ' }, '--title is wrong: write the title that the document itself has, at most 500 characters.'],
  [{ published: '2021-02-30' }, '--published is wrong: write YYYY, YYYY-MM, YYYY-MM-DD or unknown.'],
  [{ period: '2029-2025' }, '--period is wrong: write the first and the last year, as 2025-2029.'],
  [{ period: '0001-9999' }, '--period is wrong: write the first and the last year, as 2025-2029.'],
  [{ period: '2025' }, '--period is wrong: write the first and the last year, as 2025-2029.'],
  [{ period: '' }, '--period is wrong: write the first and the last year, as 2025-2029.'],
  [{ url: 'javascript:alert(1)' }, '--url is wrong: write an address that begins with https:// or http://.'],
  [{ skipPages: '1-4,x,y' }, '--skip-pages is wrong: write pages and ranges of pages, as 1-4,139.'],
  [{ skipPages: '' }, '--skip-pages is wrong: write pages and ranges of pages, as 1-4,139.'],
  [{ kind: 'op-ed' }, '--publisher is missing: name the paper that printed the op-ed.'],
  [{ language: 'no' }, '--language is wrong: write one of nb, nn, en.'],
];

test.each(wrong)('%j is one sentence that names the option and the cure', (option, sentence) => {
  expect(readFields({ ...required, ...option })).toEqual({ ok: false, errors: [sentence] });
});
