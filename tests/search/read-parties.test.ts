import { blankQuestion } from '../../src/answer/blank-question.js';
import type { DocumentKind } from '../../src/domain.js';
import { readParties } from '../../src/search/read-parties.js';
import { openShelf, type Shelf } from '../knowledge-fixture.js';

let shelf: Shelf;
beforeAll(async () => {
  shelf = await openShelf();
}, 60_000);

function kindsRead(topic: string, from: DocumentKind | null): readonly (DocumentKind | undefined)[] {
  const question = { ...blankQuestion(topic, 'nb'), topic, parties: ['ap'], scope: 'named', from } as const;
  const ranked = readParties(question, shelf.index).get('ap')?.ranked ?? [];
  return [...new Set(ranked.map(({ passage }) => shelf.index.documents.get(passage.passage.document)?.kind))];
}

test.each(['avkriminalisering', 'hjelp til foreldre', 'stigma og skam'])(
  'a question for the op-ed is read in the op-ed alone, the passages that only lie near it too: %s',
  (topic) => {
    expect(kindsRead(topic, null).length).toBeGreaterThan(1);
    expect(kindsRead(topic, 'op-ed')).toEqual(['op-ed']);
  },
);
