import { createAnalyser, tabulate } from '../../src/language/analyse.js';

const words =
  'rus behandling tilbud rusmisbruk heroin assistert narkotika forbud ungdom kontrakt senter legemidler lag fors'.split(
    ' ',
  );
const pairs = [
  ['førebygging', 'forebygging'],
  ['ikkje', 'ikke'],
] as const;
const analyser = createAnalyser(tabulate(words, pairs, ['senterungdommen', 'senterpartiet']));

const partsOf = (text: string): readonly string[] => analyser.analyse(text)[0]?.parts ?? [];
const termOf = (text: string): string | undefined => analyser.analyse(text)[0]?.term;

test('a compound is split by words that stand by themselves', () => {
  expect(partsOf('heroinassistert')).toEqual(['heroin', 'assister']);
  expect(partsOf('rusbehandlingstilbud')).toEqual(['rus', 'behandl', 'tilbud']);
  expect(partsOf('narkotikaforbudet')).toEqual(['narkotik', 'forbud']);
});

test('a word that no two known words make up is left whole', () => {
  expect(partsOf('bompenger')).toEqual([]);
  expect(partsOf('forslag')).toEqual([]);
});

test('a party’s name is never split: Senterungdommen and Senterpartiet must not meet in "senter"', () => {
  expect(partsOf('Senterungdommen')).toEqual([]);
});

test('hyphens split too, and abbreviations stay in capitals', () => {
  expect(partsOf('LAR-legemidler')).toEqual(['LAR', 'legemidl']);
});

test('nynorsk and bokmål have one normal form', () => {
  expect(termOf('førebyggingar')).toBe(termOf('forebygging'));
});

test('capitals tell an abbreviation from a verb, unless all is in capitals', () => {
  expect(termOf('LAR er bra')).toBe('LAR');
  expect(termOf('lar seg gjøre')).toBe('lar');
  expect(termOf('LAR ER BRA')).toBe('lar');
});

test('words of the question carry no topic, words of acting carry less', () => {
  const roles = analyser.analyse('hva styrke narkotika').map(({ role }) => role);
  expect(roles).toEqual(['stop', 'filling', 'topic']);
});
