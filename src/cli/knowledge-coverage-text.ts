import type { Coverage } from './knowledge-coverage.js';
import { layOut, visible, type Column, type Terminal } from './knowledge-terminal.js';

/** What an editor should look at, a sentence each; empty when there is nothing. */
export function coverageNotes(coverage: Coverage): readonly string[] {
  const { parties, withoutDocuments, expired, uncovered, medianWords } = coverage;
  const thin = parties.filter(({ isThin }) => isThin);
  return [
    ...thin.map(
      ({ name, words }) =>
        `${name} has ${words} words, the party in the middle ${medianWords}: add documents, or "ikke omtalt" will be said of it more often than of others.`,
    ),
    ...expired.map(
      ({ id, title, until }) => `${id} (${title}) expired in ${until}: add the programme that follows it.`,
    ),
    ...(uncovered.length > 0 ? [`No document speaks to: ${uncovered.join(', ')}.`] : []),
    ...(withoutDocuments.length > 0 ? [`No documents: ${withoutDocuments.join(', ')}.`] : []),
  ];
}

/** Columns as wide as their figures: party ids stand for names. */
export function coverageTable(coverage: Coverage, terminal: Terminal): string {
  const { areas, parties } = coverage;
  const columns: readonly Column[] = [
    { header: 'area', align: 'left', least: 8 },
    ...parties.map(({ id }) => ({ header: id, align: 'right', least: null }) as const),
  ];
  const figures = (name: string, figure: (party: Coverage['parties'][number]) => string) => [
    name,
    ...parties.map(figure),
  ];
  const rows = [
    ...areas.map((area, at) => figures(visible(area), ({ byArea }) => String(byArea[at] || '–'))),
    figures('all passages', ({ passages }) => String(passages)),
    figures('words', ({ words, isThin }) => `${words}${isThin ? '!' : ''}`),
    figures('documents', ({ documents }) => String(documents)),
  ];
  const notes = coverageNotes(coverage).map((note) => `- ${visible(note)}`);
  return [layOut(columns, rows, terminal), '', ...notes].join('\n').trimEnd();
}
