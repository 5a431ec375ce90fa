import type { Knowledge } from '../../src/domain.js';
import { coverageHtml } from '../../src/cli/knowledge-coverage-html.js';
import { coverageNotes, coverageTable } from '../../src/cli/knowledge-coverage-text.js';
import { measureCoverage } from '../../src/cli/knowledge-coverage.js';
import { split } from '../../src/knowledge/split.js';
import { indexPassages } from '../../src/search/index-passages.js';
import { openIndex, type PassageIndex } from '../../src/search/open-index.js';
import { openShelf } from '../knowledge-fixture.js';

let knowledge: Knowledge;
let index: PassageIndex;
beforeAll(async () => {
  ({ knowledge, index } = await openShelf());
});

const measure = (changed: Partial<Knowledge>) => {
  const other = { ...knowledge, ...changed };
  return measureCoverage(other, openIndex(indexPassages(other, split)), 2026);
};

test('every party with a document is a column, every area but the general words a row', () => {
  const { areas, parties, withoutDocuments } = measureCoverage(knowledge, index, 2026);
  expect(parties.map(({ id }) => id)).toEqual(['ap', 'frp', 'sentrum', 'senterungdommen']);
  expect(areas).toContain('rus');
  expect(areas).toContain('klima og natur');
  expect(areas).not.toContain('allment');
  expect(withoutDocuments).toContain('Høyre');
  expect(parties.length + withoutDocuments.length).toBe(knowledge.parties.length);
});

test('the documents on drugs speak of drugs, and of defence less', () => {
  const { areas, parties } = measureCoverage(knowledge, index, 2026);
  for (const { byArea, passages } of parties) {
    const [rus = 0, forsvar = 0] = ['rus', 'forsvar og verden'].map((area) => byArea[areas.indexOf(area)] ?? 0);
    expect(rus).toBeGreaterThan(passages / 2);
    expect(forsvar).toBeLessThan(rus);
    for (const count of byArea) expect(count).toBeLessThanOrEqual(passages);
  }
});

test('an expired programme, a party with few words, and areas and parties that nobody speaks for are named', () => {
  const documents = knowledge.documents.map((document) =>
    document.party === 'ap' ? { ...document, body: document.body.repeat(20) } : document,
  );
  const short = { ...knowledge, documents };
  const measured = measureCoverage(short, index, 2026);
  const thin = measureCoverage(
    { ...short, documents: documents.filter(({ party }) => party !== 'sentrum') },
    index,
    2026,
  );
  expect(measured.expired).toEqual([{ id: 'frp/rusomsorg', title: 'Rusomsorg', until: 2025 }]);
  expect(measureCoverage(knowledge, index, 2025).expired).toEqual([]);
  expect(thin.parties.find(({ id }) => id === 'sentrum')).toMatchObject({ words: 0, isThin: true });
  const notes = coverageNotes(thin).join('\n');
  expect(notes).toContain('Partiet Sentrum has 0 words');
  expect(notes).toContain('frp/rusomsorg (Rusomsorg) expired in 2025');
  expect(notes).toMatch(/^No documents: .*Høyre/m);
  const groups = [
    { area: 'romfart', equal: ['romferge', 'måneferd'], asked: [], english: [], broader: [], narrower: [] },
  ];
  const empty = measure({ vocabulary: { groups, nynorsk: [], english: [] } });
  expect(empty.uncovered).toEqual(['romfart']);
  expect(coverageNotes(empty)).toContain('No document speaks to: romfart.');
});

test('the page is a table whose every cell holds its number, without scripts or anything from elsewhere', () => {
  const coverage = measureCoverage(knowledge, index, 2026);
  const page = coverageHtml(coverage);
  expect(page.match(/<th scope="col">/g)).toHaveLength(1 + coverage.parties.length);
  expect(page.match(/<th scope="row">/g)).toHaveLength(coverage.areas.length + 3);
  const cells = Array.from(page.matchAll(/<td[^>]*>([^<]*)/g), ([, text = '']) => text.trim());
  expect(cells).toHaveLength((coverage.areas.length + 3) * coverage.parties.length);
  for (const cell of cells) expect(cell).toMatch(/^(?:\d+(?: \(few\))?|–)$/);
  expect(page).not.toMatch(/<script|<link|<img|https?:|url\(/);
});

test('what files hold is text on the page and on the terminal', () => {
  const hostile = '<img src=x onerror=alert(1)>\u001B[2J';
  const groups = [{ area: hostile, equal: ['rus'], asked: [], english: [], broader: [], narrower: [] }];
  const coverage = measure({ vocabulary: { groups, nynorsk: [], english: [] } });
  expect(coverageHtml(coverage)).not.toContain('<img');
  expect(coverageTable(coverage, { columns: Infinity, colours: false })).not.toContain('\u001B');
});
