import type { DocumentKind } from '../../src/domain.js';
import type { PassageIndex } from '../../src/search/open-index.js';
import { passagesWanted } from '../../src/search/passages-wanted.js';
import { openShelf } from '../knowledge-fixture.js';

let index: PassageIndex;
beforeAll(async () => {
  index = (await openShelf()).index;
}, 60_000);

const kindOf = (number: number): DocumentKind | undefined =>
  index.documents.get(index.passages.get(index.ids[number] ?? '')?.passage.document ?? '')?.kind;

test('a party with a document of the kind is read there alone, a party without one everywhere', () => {
  const isWanted = passagesWanted('op-ed', index);
  const having = new Set(Array.from(index.documents.values(), ({ kind, party }) => (kind === 'op-ed' ? party : null)));
  expect(having.has('ap')).toBe(true);
  expect(index.parties.some((party) => !having.has(party))).toBe(true);
  for (const party of index.parties) {
    const passages = index.passagesOf(party);
    const read = passages.filter(isWanted);
    expect(read).toEqual(having.has(party) ? passages.filter((number) => kindOf(number) === 'op-ed') : passages);
    expect(read.length).toBeGreaterThan(0);
  }
});
