import fc from 'fast-check';
import { layOut, shorten, visible, type Column } from '../../src/cli/knowledge-terminal.js';

const columns: readonly Column[] = [
  { header: 'name', align: 'left', least: 4 },
  { header: 'what', align: 'left', least: 4 },
  { header: 'words', align: 'right', least: null },
];
const rows = [
  ['rusomsorg', 'en ganske lang tittel', '12'],
  ['x', 'å', '4446'],
];
const plain = { columns: Infinity, colours: false };

test('a wide table cuts nothing', () => {
  expect(layOut(columns, rows, plain).split('\n')).toEqual([
    'name       what                   words',
    'rusomsorg  en ganske lang tittel     12',
    'x          å                       4446',
  ]);
});

test('a narrow table cuts its widest columns, and never the figures', () => {
  expect(layOut(columns, rows, { ...plain, columns: 24 }).split('\n')).toEqual([
    'name     what      words',
    'rusoms…  en gans…     12',
    'x        å          4446',
  ]);
});

test('a table never cuts a column below its least width', () => {
  expect(layOut(columns, rows, { ...plain, columns: 1 }).split('\n')[1]).toBe('rus…  en …     12');
});

test('only headers are painted', () => {
  const [header, ...rest] = layOut(columns, rows, { ...plain, colours: true }).split('\n');
  expect(header?.startsWith('\u001B[1mname')).toBe(true);
  expect(header?.endsWith('\u001B[0m')).toBe(true);
  expect(rest.join('')).not.toContain('\u001B');
});

test('shortening never cuts a character in two', () => {
  expect(shorten('a\u030Aa\u030Aa\u030A', 2)).toBe('a\u030A…');
  expect(shorten('👩‍🚒👩‍🚒', 1)).toBe('…');
  expect(shorten('blåbær', 6)).toBe('blåbær');
});

test('visible text is one line without control and format characters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(visible(text)).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
    }),
  );
  expect(visible('Høyre og\nVenstre')).toBe('Høyre og Venstre');
});
