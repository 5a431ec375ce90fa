import fc from 'fast-check';
import { compose } from '../src/answer/compose.js';
import { nameParties } from '../src/answer/name-parties.js';
import { read } from '../src/answer/read.js';
import { understand } from '../src/answer/understand.js';
import { createBot, type Bot } from '../src/bot.js';
import type { Answer, Knowledge, Party } from '../src/domain.js';
import { split } from '../src/knowledge/split.js';
import { indexPassages } from '../src/search/index-passages.js';
import { openIndex } from '../src/search/open-index.js';
import { retrieve } from '../src/search/retrieve.js';
import { createMemoryTurnStore } from '../src/state/memory.js';
import { openShelf, type Shelf } from './knowledge-fixture.js';

let shelf: Shelf;

beforeAll(async () => {
  shelf = await openShelf();
});

const speaker = { channel: 'test', conversation: 'c', user: 'u', thread: null };

function botOn({ knowledge, index }: Shelf): Bot {
  return createBot({
    index,
    parties: knowledge.parties,
    starters: [],
    store: createMemoryTurnStore({ now: () => 0, minutes: 60 }),
    keyOf: ({ conversation }) => conversation,
    currentYear: () => 2026,
    operator: null,
  });
}

function answerTo(text: string, { knowledge, index }: Shelf): Answer {
  const { parties } = knowledge;
  const searched = [...index.partiesWithDocuments].toSorted();
  const world = { parties, names: nameParties(parties), searched, previous: null, prefers: null };
  const question = understand(read({ text, locale: null }), world);
  const library = { documents: index.documents, passages: index.passages, parties, currentYear: 2026 };
  return compose(retrieve(question, index, parties), library);
}

const party = fc.constantFrom('Frp', 'Ap', 'Partiet Sentrum', 'Senterungdommen', 'partiene', 'Høyre', 'Ap og Frp');
const topics =
  'narkotika|straff for bruk|LAR|pårørende|ungdom og rus|politi|fengsel|ettervern|bompenger|kommunene|behandling|overdose|barn|hjelp til rusavhengige|forebygging i skolen'.split(
    '|',
  );
const question = fc.tuple(party, fc.constantFrom(...topics)).map(([who, topic]) => `hva mener ${who} om ${topic}?`);

test('every quote is a slice of its document, of the party it is given to, at most three a party', () => {
  fc.assert(
    fc.property(question, (text) => {
      const answer = answerTo(text, shelf);
      const numbers: number[] = [];
      for (const position of answer.positions) {
        expect(position.quotes.length).toBeLessThanOrEqual(3);
        expect(position.status === 'found').toBe(position.quotes.length > 0);
        for (const { text: quoted, citation } of position.quotes) {
          const document = shelf.index.documents.get(citation.document);
          expect(document?.body.slice(citation.start, citation.end)).toBe(quoted);
          expect(document?.party).toBe(position.party.id);
          expect(citation.party).toBe(position.party.id);
          numbers.push(citation.number);
        }
      }
      expect(numbers.toSorted((a, b) => a - b)).toEqual(numbers.map((_, at) => at + 1));
      expect(answer.positions.map((position) => position.party.id)).toEqual(answer.question.parties);
    }),
  );
});

test('op-eds, youth organisations and expired periods are said in words beside each quote', async () => {
  const bot = botOn(shelf);
  const words = { 'op-ed': /leserinnlegg/iu, draft: /utkast/iu, youth: /ungdomsorganisasjon/iu, expired: /utløpt/iu };
  for (const topic of topics) {
    const { reply } = await bot.turn({ text: `hva mener partiene om ${topic}?`, locale: null }, speaker);
    for (const { quotes, more } of reply.sections) {
      for (const { citation, source, warnings } of [...quotes, ...more]) {
        for (const label of citation.labels) expect([source, ...warnings].join(' ')).toMatch(words[label]);
      }
    }
  }
});

const shuffled = (parties: readonly Party[]): fc.Arbitrary<Party[]> =>
  fc.shuffledSubarray([...parties], { minLength: parties.length });

test('the order of parties and of files changes no quote', () => {
  const positionsOf = (answer: Answer) =>
    Object.fromEntries(answer.positions.map(({ party: { id }, quotes }) => [id, quotes.map(({ text }) => text)]));
  const expected = topics.map((topic) => positionsOf(answerTo(`hva mener partiene om ${topic}?`, shelf)));
  const documents = fc.shuffledSubarray([...shelf.knowledge.documents], {
    minLength: shelf.knowledge.documents.length,
  });
  fc.assert(
    fc.property(shuffled(shelf.knowledge.parties), documents, (parties, files) => {
      const knowledge: Knowledge = { ...shelf.knowledge, parties, documents: files };
      const other = { knowledge, index: openIndex(indexPassages(knowledge, split)) };
      expect(topics.map((topic) => positionsOf(answerTo(`hva mener partiene om ${topic}?`, other)))).toEqual(expected);
    }),
    { numRuns: 3 },
  );
});

test('the same question gives the same bytes', () => {
  for (const topic of topics) {
    const ask = (): string => JSON.stringify(answerTo(`hva mener partiene om ${topic}?`, shelf));
    expect(ask()).toBe(ask());
  }
});

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.string({ maxLength: 400 }),
  fc.constantFrom(
    '',
    ' ',
    '🙂🙂',
    '<img src=x onerror=alert(1)>',
    'a'.repeat(100_000),
    '\u0000\u0007',
    '\uD800',
    '__proto__',
    'constructor',
  ),
  fc.tuple(party, fc.string({ unit: 'binary', maxLength: 80 })).map(([who, rest]) => `hva mener ${who} om ${rest}`),
);

test('whatever is written, a turn gives a reply with words in it', async () => {
  const bot = botOn(shelf);
  await fc.assert(
    fc.asyncProperty(hostile, async (text) => {
      const { answer, reply } = await bot.turn({ text, locale: null }, speaker);
      expect(reply.text.trim()).not.toBe('');
      expect(answer.kind).toBeTruthy();
      expect(answer.question.text.length).toBeLessThanOrEqual(2_000);
    }),
    { numRuns: 300 },
  );
});

test('a bot that cannot reach its state still answers', async () => {
  const gone = (): Promise<never> => Promise.reject(new Error('gone'));
  const bot = createBot({
    index: shelf.index,
    parties: shelf.knowledge.parties,
    starters: [],
    store: { read: gone, write: gone, erase: gone },
    keyOf: () => 'k',
    currentYear: () => 2026,
    operator: null,
  });
  const { answer } = await bot.turn({ text: 'hva mener Frp om LAR?', locale: null }, speaker);
  expect(answer.kind).toBe('positions');
});
