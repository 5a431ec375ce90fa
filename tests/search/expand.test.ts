import type { Knowledge, VocabularyGroup } from '../../src/domain.js';
import { split } from '../../src/knowledge/split.js';
import { expand } from '../../src/search/expand.js';
import { indexPassages } from '../../src/search/index-passages.js';
import { openIndex, type PassageIndex } from '../../src/search/open-index.js';
import { openShelf } from '../knowledge-fixture.js';

const group = (equal: readonly string[], asked: readonly string[]): VocabularyGroup => ({
  area: 'test',
  equal,
  asked,
  english: [],
  broader: [],
  narrower: [],
});

const groups = [
  group(['arveavgift', 'skatt på arv'], ['skatt foreldre dør']),
  group(['redusere kjøttforbruket'], ['biff']),
  group(['EU-medlemskap'], ['ut av EU']),
  group(['cannabis'], ['hasj']),
];

const english: readonly (readonly [string, readonly string[]])[] = [
  ['tax', ['skatt', 'avgift']],
  ['parent', ['foreldre']],
  ['die', ['dø']],
  ['build', ['bygge']],
  ['get', ['få']],
  ['rent', ['husleie']],
];

let index: PassageIndex;
beforeAll(async () => {
  const { knowledge } = await openShelf();
  const small: Knowledge = { ...knowledge, vocabulary: { groups, nynorsk: [], english } };
  index = openIndex(indexPassages(small, split));
});

/** Concept → what it is looked for as, besides itself. */
function ways(topic: string): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    expand(topic, 'nb', index).map(({ label, alternatives, together }) => [
      label,
      [...alternatives.slice(1), ...together.flatMap((meaning) => meaning.alternatives)].map(({ terms }) =>
        terms.join('+'),
      ),
    ]),
  );
}

test('words that mean something together are found wherever they stand', () => {
  const found = ways('må jeg betale skatt når foreldrene mine dør');
  expect(found['skatt']).toContain('arveavgift');
  expect(found['foreldrene']).toContain('arveavgift');
  expect(found['betale']).toEqual([]);
});

test('some of the words are not enough', () => {
  expect(ways('skatt for foreldre')['skatt']).toEqual([]);
});

test('what voters say leads to what programmes write, not back', () => {
  expect(ways('biff')['biff']).toContain('reduser+kjøttforbruk');
  expect(ways('kjøttforbruk')['kjøttforbruk']).not.toContain('biff');
});

test('a phrase is looked for without its word of acting too, where what is left says enough', () => {
  expect(ways('biff')['biff']).toContain('kjøttforbruk');
});

test('a particle tells "ut av EU" from "EU"', () => {
  expect(ways('melde Norge ut av EU')['eu']).toContain('eumedlemskap');
  expect(ways('samarbeid med EU')['eu']).not.toContain('eumedlemskap');
});

test('a word of the vocabulary that no document has is known when misspelled', () => {
  expect(ways('arveavgiftt')['arveavgiftt']).toContain('arveavgift');
});

describe('a question in English', () => {
  const concepts = (topic: string): readonly string[] =>
    expand(topic, 'en', index).map(({ label, term, role }) => `${label} ${term} ${role}`);

  test('is read by what its words are in Norwegian, which may be words of acting or none', () => {
    expect(concepts('get parents to build')).toEqual(['parents foreldr topic', 'build bygg filling']);
  });

  test('is no longer read as Norwegian words that are spelled alike', () => {
    expect(concepts('rent')).toEqual(['rent huslei topic']);
  });

  test('finds what the vocabulary says of Norwegian words', () => {
    const tax = expand("tax when my parent's dying", 'en', index).find(({ label }) => label === 'tax');
    expect(tax?.together.flatMap(({ alternatives }) => alternatives).map(({ terms }) => terms.join('+'))).toContain(
      'arveavgift',
    );
    expect(tax?.alternatives).toContainEqual({ terms: ['avgift'], weight: 0.85 });
  });
});

test('an inflected slip is found by its stem', () => {
  expect(ways('helsepersonelene')['helsepersonelene']).toContain('helsepersonell');
});

test('a compound of known words is no slip for another, unless by one letter: ruspoliti is no ruspolitikk', () => {
  expect(ways('ruspoliti')['ruspoliti']).toEqual([]);
  expect(ways('ruspolittikk')['ruspolittikk']).toContain('ruspolitikk');
  expect(ways('narkotikavalg')['narkotikavalg']).not.toContain('narkotikasalg');
});

test('a word that the vectors know is no slip, though no document has it: staben is not staten', () => {
  const unlearnt = { ...index, wordVectors: { ...index.wordVectors, numbersOf: () => new Uint32Array() } };
  expect(expand('staben', 'nb', unlearnt)[0]?.term).toBe('stat');
  expect(expand('staben', 'nb', index)[0]?.term).toBe('stab');
});

test('an abbreviation in lower case is looked for, and lies, where its capitals do', () => {
  expect(expand('lar', 'nb', index)[0]?.term).toBe('LAR');
  expect(expand('nei', 'nb', index).map(({ term }) => term)).not.toContain('NEI');
});
