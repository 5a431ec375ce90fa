import { dateInWords, kindInWords, periodInWords } from '../../src/pages/words.js';

test.each([
  ['2021', '2021'],
  ['2020-05', 'mai 2020'],
  ['2023-10-02', '2. oktober 2023'],
  ['unknown', 'uten dato'],
])('the date %s is read as %s', (published, words) => {
  expect(dateInWords(published)).toBe(words);
});

test.each([
  [2025, '2021–2025'],
  [2026, '2021–2025 (utløpt)'],
])('in %d the period 2021 to 2025 is read as %s', (year, words) => {
  expect(periodInWords({ from: 2021, to: 2025 }, year)).toBe(words);
});

test('every kind of document has a Norwegian name', () => {
  expect(kindInWords('op-ed')).toBe('Leserinnlegg');
  expect(kindInWords('draft-programme')).toBe('Utkast til partiprogram');
});
