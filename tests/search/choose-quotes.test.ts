import type { Document, Hit, Question } from '../../src/domain.js';
import { assemble } from '../../src/knowledge/assemble.js';
import { readMarkdown } from '../../src/knowledge/read-markdown.js';
import { split } from '../../src/knowledge/split.js';
import { blankQuestion } from '../../src/answer/blank-question.js';
import { indexPassages } from '../../src/search/index-passages.js';
import { openIndex } from '../../src/search/open-index.js';
import { retrieve } from '../../src/search/retrieve.js';
import { openShelf } from '../knowledge-fixture.js';

function documentOf(id: string, published: string, markdown: string): Document {
  return {
    ...assemble(readMarkdown(markdown)),
    id: `ap/${id}`,
    party: 'ap',
    title: id,
    kind: 'programme',
    published,
    period: null,
    url: null,
    publisher: null,
    authorRole: null,
    adoptedBy: null,
    language: 'nb',
    printedPages: {},
  };
}

async function search(topic: string, documents: readonly Document[]): Promise<readonly Hit[]> {
  const { knowledge } = await openShelf();
  const index = openIndex(indexPassages({ ...knowledge, documents }, split));
  const question: Question = { ...blankQuestion(topic, 'nb'), topic, parties: ['ap'], scope: 'named' };
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
  const hits = await search('bompenger på nye motorveier', [document]);
  expect(hits.map(({ start, end }) => document.body.slice(start, end))).toEqual([own, retold]);
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
