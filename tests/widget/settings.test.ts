import { languageOf, readSettings } from '../../src/widget/settings.js';

const read = (data: Readonly<Record<string, string | undefined>>, page = '') => readSettings(data, page, 'button');

test('without attributes it is a button to the right, about all parties, in ink, in the language of the page', () => {
  expect(read({}, 'nn-NO')).toEqual({
    language: 'nn',
    parties: [],
    color: null,
    position: 'right',
    title: null,
    question: null,
    mode: 'button',
    target: null,
  });
});

test.each([
  ['nb', 'nb'],
  ['no', 'nb'],
  ['nb-NO', 'nb'],
  ['NN', 'nn'],
  ['en_GB', 'en'],
  ['se', null],
  ['', null],
])('%j is the language %s', (tag, language) => {
  expect(languageOf(tag)).toBe(language);
});

test.each([
  ['its own', { language: 'en' }, 'nn', 'en'],
  ['that of the page when its own is none', { language: 'tysk' }, 'nn', 'nn'],
  ['bokmål when the page has none of ours', {}, 'se', 'nb'],
])('the language is %s', (_what, data, page, language) => {
  expect(read(data, page).language).toBe(language);
});

test.each([
  ['ap,frp', ['ap', 'frp']],
  [' AP ; frp frp ', ['ap', 'frp']],
  ['ap,<script>,../x,frp', ['ap', 'frp']],
  [Array.from({ length: 40 }, (_, index) => `p${index}`).join(), Array.from({ length: 20 }, (_, index) => `p${index}`)],
])('parties %j', (list, parties) => {
  expect(read({ parties: list }).parties).toEqual(parties);
});

test.each([
  ['#00594F', '#00594f'],
  ['#abc', '#aabbcc'],
  ['red', null],
  ['#12345', null],
  ['#000;}*{display:none}', null],
  ['url(https://evil.example)', null],
])('colour %j', (color, expected) => {
  expect(read({ color }).color).toBe(expected);
});

test('titles and questions are one line, and no longer than there is room for', () => {
  const { title, question } = read({ title: ' Spør\n oss ', question: 'x'.repeat(500) });
  expect([title, question?.length]).toEqual(['Spør oss', 200]);
  expect(read({ title: '  ' }).title).toBeNull();
});

test('what is not known counts as not said', () => {
  expect(read({ position: 'middle', mode: 'popup' })).toMatchObject({ position: 'right', mode: 'button' });
  expect(readSettings({}, '', 'inline').mode).toBe('inline');
});
