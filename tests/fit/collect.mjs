import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { leaveOut } from './leave-out.mjs';

/**
 * Gold questions → what the search measured of every slice it read for them; those with an answer once more, as `left-out`,
 * of the party without the answer.
 * @returns {Promise<{ id, party, expect, rows: number[][], right: boolean[], standing, units }[]>}
 */
export async function collect(dist, knowledgeFolder, files) {
  const compiled = (file) => import(pathToFileURL(path.join(dist, file)).href);
  const { openWorld } = await import('../bench/world.mjs');
  const { readParties } = await compiled('search/read-parties.js');
  const { quoteSpan } = await compiled('search/quote-span.js');
  const { featureNames } = await compiled('search/features.js');
  const { covers } = await compiled('cli/score.js');
  const { textsByPrint } = await compiled('cli/eval-gold.js');
  const { index, ask } = await openWorld(dist, knowledgeFolder);
  const texts = textsByPrint(index);
  const collected = [];
  for (const item of (await Promise.all(files.map(readItems))).flat()) {
    const gold = [...(item.gold ?? []), ...(item.also ?? [])].map((each) => ({
      ...each,
      quote: each.quote ?? texts.get(each.print),
    }));
    for (const party of partiesOf(item)) {
      const quotes = gold.filter((each) => (each.party ?? party) === party && each.quote).map(({ quote }) => quote);
      if (!index.partiesWithDocuments.has(party) || (item.expect === 'answer' && quotes.length === 0)) continue;
      const question = { ...lastQuestion(item.turns ?? [item.question], ask), parties: [party] };
      if (question.intent.kind !== 'position') continue;
      const measure = (from) => {
        const reading = readParties(question, from).get(party);
        const ranked = reading?.ranked ?? [];
        const rows = ranked.map(({ features }) => featureNames.map((name) => features[name]));
        return { id: item.id, party, rows, standing: reading?.standing, units: ranked };
      };
      const found = measure(index);
      const right = found.units.map((unit) => {
        const document = index.documents.get(unit.passage.passage.document);
        const { start, end } = quoteSpan(unit, found.units, document);
        return quotes.some((quote) => covers(document.body.slice(start, end), quote));
      });
      collected.push({ ...found, expect: item.expect, right });
      if (item.expect === 'answer')
        collected.push({ ...measure(leaveOut(index, party, quotes, covers)), expect: 'left-out', right: [] });
    }
  }
  return collected;
}

/** The last question of a dialogue, understood after those before it. */
function lastQuestion(turns, ask) {
  return turns.reduce((previous, text) => {
    const question = ask(text, previous);
    return question.intent.kind === 'position' || question.topic !== '' ? question : (previous ?? question);
  }, null);
}

function partiesOf({ party, parties, expect, gold }) {
  if (expect !== 'answer' && expect !== 'abstain') return [];
  const named = gold?.flatMap((each) => each.party ?? []) ?? [];
  return [...new Set([...(party ? [party] : []), ...(named.length > 0 ? named : (parties ?? []))])];
}

async function readItems(file) {
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line.trim());
  return lines.map((line) => JSON.parse(line));
}
