import type { Document, Focus, Hit, Question } from '../../src/domain.js';
import { split } from '../../src/knowledge/split.js';
import { blankQuestion } from '../../src/answer/blank-question.js';
import { indexPassages } from '../../src/search/index-passages.js';
import { openIndex } from '../../src/search/open-index.js';
import { retrieve } from '../../src/search/retrieve.js';
import { documentOf } from '../document-fixture.js';
import { openShelf, type Shelf } from '../knowledge-fixture.js';

let shelf: Promise<Shelf>;

beforeAll(async () => {
  shelf = openShelf();
  await shelf;
});

async function search(topic: string, documents: readonly Document[], focus: Focus = 'stand'): Promise<readonly Hit[]> {
  const { knowledge } = await shelf;
  // Without the vocabulary, which takes seconds to index.
  const vocabulary = { groups: [], nynorsk: [], english: [] };
  const index = openIndex(indexPassages({ ...knowledge, documents, vocabulary }, split));
  const question: Question = {
    ...blankQuestion(topic, 'nb'),
    topic,
    parties: ['ap'],
    scope: 'named',
    intent: { kind: 'position', focus },
  };
  return retrieve(question, index, knowledge.parties).parties[0]?.hits ?? [];
}

test('where an older and a newer document both answer, the newer stands first', async () => {
  const older = documentOf('a-gammel', '2021', 'Arbeiderpartiet vil:\n\n- si nei til bompenger i byene\n');
  const newer = documentOf(
    'b-ny',
    '2025',
    'Arbeiderpartiet vil:\n\n- beholde bompenger som finansiering av nye motorveier\n',
  );
  const hits = await search('bompenger', [older, newer]);
  expect(hits.map(({ document }) => document)).toEqual(['ap/b-ny', 'ap/a-gammel']);
});

test('somebody else’s view retold comes after what the author thinks', async () => {
  const retold = 'Enkelte hevder at bompenger på nye motorveier er urettferdig.';
  const own = 'Vi vil ha bompenger på nye motorveier i hele landet.';
  const document = documentOf('innlegg', '2025', `${retold}\n\n${own}\n`);
  const hits = await search('urettferdig med bompenger på nye motorveier', [document]);
  expect(hits.map(({ start, end }) => document.body.slice(start, end))).toEqual([own, retold]);
});

test('who asks why gets the neighbouring sentence that gives the reason, and nobody else does', async () => {
  const [before, stand] = ['Bilene sliter på veiene.', 'Derfor vil Arbeiderpartiet beholde bompenger i byene.'];
  const [other, after] = ['Vi sier ja til landbruksstøtte i hele landet.', 'Det er fordi maten må lages her.'];
  const document = documentOf('program', '2025', `${before} ${stand}\n\n${other} ${after}\n`);
  const quoted = async (topic: string, focus: Focus): Promise<readonly string[]> =>
    (await search(topic, [document], focus)).map(({ start, end }) => document.body.slice(start, end));
  expect(await quoted('bompenger', 'reasons')).toEqual([`${before} ${stand}`]);
  expect(await quoted('landbruksstøtte', 'reasons')).toEqual([`${other} ${after}`]);
  expect(await quoted('landbruksstøtte', 'stand')).toEqual([other]);
});

test('the same pledge twice is one quote that notes its other place', async () => {
  const pledge = 'avvikle bompenger på alle riksveier i hele landet';
  const twice = documentOf(
    'program',
    '2025',
    `# Vei\n\nVi vil:\n\n- ${pledge}\n\n# Avgift\n\nVi vil:\n\n- ${pledge}\n`,
  );
  const hits = await search('bompenger', [twice]);
  expect(hits).toHaveLength(1);
  expect(hits[0]?.also).toHaveLength(1);
  expect(hits[0]?.also[0]?.start).not.toBe(hits[0]?.start);
});
