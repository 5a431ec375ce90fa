import type { PartyEvidence, Question } from '../../src/domain.js';
import { blankQuestion } from '../../src/answer/blank-question.js';
import { retrieve } from '../../src/search/retrieve.js';
import { openShelf, type Shelf } from '../knowledge-fixture.js';

let shelf: Shelf;

beforeAll(async () => {
  shelf = await openShelf();
});

function search(
  party: string,
  topic: string,
  from: Question['from'] = null,
): { status: PartyEvidence['status']; quotes: readonly string[] } {
  const question: Question = { ...blankQuestion(topic, 'nb'), topic, parties: [party], scope: 'named', from };
  const [evidence] = retrieve(question, shelf.index, shelf.knowledge.parties).parties;
  if (!evidence) throw new Error('retrieve gives every party');
  const quotes = evidence.hits.map(
    (hit) => shelf.index.documents.get(hit.document)?.body.slice(hit.start, hit.end) ?? '',
  );
  return { status: evidence.status, quotes };
}

// Each line says why the first quote stands first.
test.each([
  [
    'the word itself, in the only sentence that has it',
    'frp',
    'heroinassistert behandling',
    'Fremskrittspartiet sier nei',
  ],
  [
    'a compound’s parts: "analyse av rusmidler"',
    'sentrum',
    'rusmiddelanalyse',
    'Innføre landsdekkende, offentlig støtte',
  ],
  ['the vocabulary: a fine is a fee', 'senterungdommen', 'bot for narkotika', 'Innføre inntektsbasert gebyr'],
  ['an abbreviation, typed in lower case', 'sentrum', 'lar', 'Fjerne egenandel for rusbehandling, herunder LAR'],
  ['a nynorsk question of a bokmål document', 'ap', 'stigmaet mot folk med rusproblem', 'Sikre en bedre livssituasjon'],
  ['a slip of the pen', 'ap', 'heroinasistert behandlig', 'Sørge for at det er medisinskfaglige'],
])('%s', (_, party, topic, opening) => {
  expect(search(party, topic).quotes[0]).toMatch(new RegExp(`^${opening}`, 'u'));
});

test('a sentence that begins with "Derfor" takes the one before with it', () => {
  const { quotes } = search('frp', 'narkotika fortsatt ulovlig');
  expect(quotes[0]).toMatch(/^Selv om hver enkelt .* Derfor må narkotika fortsatt være ulovlig\.$/u);
});

test('the party’s own page stands before an op-ed that says the same', () => {
  const { quotes } = search('ap', 'forbud mot narkotika');
  expect(quotes[0]).toBe(
    'Opprettholde et forbud mot narkotika og gjennomføre en avkriminalisering for de tyngste rusavhengige.',
  );
});

test('somebody else’s view retold is no answer by itself', () => {
  // "Det blir fra enkelte sagt at forbud ikke redder liv, men at det tar liv."
  expect(search('ap', 'forbud redder liv eller tar liv')).toEqual({ status: 'not-mentioned', quotes: [] });
});

test('a pledge that stands twice is quoted once', () => {
  const { quotes } = search('ap', 'hvor lenge besittelse står på rullebladet');
  expect(new Set(quotes).size).toBe(quotes.length);
  expect(quotes.filter((quote) => quote.startsWith('Foreslå begrensninger'))).toHaveLength(1);
});

test.each([
  ['frp', 'bompenger'],
  ['frp', 'sprøyterom'],
  ['ap', 'bompenger'],
  ['sentrum', 'øl og vin i butikken'],
  ['senterungdommen', 'LAR'],
])('%s is silent on %s', (party, topic) => {
  expect(search(party, topic)).toEqual({ status: 'not-mentioned', quotes: [] });
});

test.each([
  'informasjonskapsler',
  'personvern på nett',
  'nyhetsbrev',
  'Colourbox',
  'Pin It on Pinterest',
  'bli medlem',
])('boilerplate is never quoted: %s', (topic) => {
  for (const party of ['ap', 'frp', 'sentrum', 'senterungdommen']) {
    for (const quote of search(party, topic).quotes)
      expect(quote).not.toMatch(/cookies|informasjonskapsl|nyhetsbrev|Colourbox/iu);
  }
});

test('a party without a document has no evidence', () => {
  expect(search('h', 'rus')).toEqual({ status: 'no-documents', quotes: [] });
});

test('the worst legal question is answered: 2 000 characters of different words', () => {
  const words = Array.from({ length: 400 }, (_, at) => `ord${at}x`)
    .join(' ')
    .slice(0, 2_000);
  expect(search('ap', words).status).toBe('not-mentioned');
});

test('only the kind of document that is asked about is quoted, where the party has one', () => {
  const kindOf = (quote: string): string | undefined =>
    [...shelf.index.documents.values()].find(({ body }) => body.includes(quote))?.kind;
  const all = search('ap', 'avkriminalisering').quotes.map(kindOf);
  expect(all[0]).toBe('web-page');
  const fromOpEd = search('ap', 'avkriminalisering', 'op-ed').quotes.map(kindOf);
  expect(fromOpEd.length).toBeGreaterThan(0);
  expect(new Set(fromOpEd)).toEqual(new Set(['op-ed']));
  expect(search('ap', 'avkriminalisering', 'speech')).toEqual(search('ap', 'avkriminalisering'));
});
