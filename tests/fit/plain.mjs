import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** Nobody writes gold for a question of one word, and it is what people ask most. */
const mostOfParty = 60;
/** A word that more slices say does not tell which of them is right. */
const mostSaying = 3;

/** Strength from which a slice says the word or its equal, as in `retrieve`. */
const saysIt = 0.85;

/**
 * "Hva mener Ap om avkriminalisering?", for words of the documents that few slices of a party say: those that say it or its
 * equal and speak for the party are right.
 * @returns {Promise<{ party, rows: number[][], right: boolean[] }[]>} for `fitRanking`
 */
export async function plain(dist, knowledgeFolder) {
  const compiled = (file) => import(pathToFileURL(path.join(dist, file)).href);
  const { openWorld } = await import('../bench/world.mjs');
  const { readParties } = await compiled('search/read-parties.js');
  const { featureNames } = await compiled('search/features.js');
  const { index, parties, ask } = await openWorld(dist, knowledgeFolder);
  const shortOf = new Map(parties.map(({ id, short }) => [id, short]));
  return index.parties.flatMap((party) => {
    return evenly(wordsOf(party, index), mostOfParty).map((word) => {
      const question = { ...ask(`Hva mener ${shortOf.get(party)} om ${word}?`, null), parties: [party] };
      const ranked = readParties(question, index).get(party)?.ranked ?? [];
      const right = ranked.map(({ features }) => features.exact >= saysIt && features.stance >= 0);
      return { party, right, rows: ranked.map(({ features }) => featureNames.map((name) => features[name])) };
    });
  });
}

/** At most so many, from all over the list. */
function evenly(list, most) {
  const count = Math.min(most, list.length);
  return Array.from({ length: count }, (_, at) => list[Math.floor((at * list.length) / count)]);
}

const speaksOf = ({ terms, stance }, term) => terms.get(term) === 1 && stance >= 1;

/** Words, in the order of letters, that few slices of a party say in full. */
function wordsOf(party, index) {
  const slices = new Map();
  const words = new Map();
  for (const number of index.passagesOf(party)) {
    const { passage, units } = index.open(index.ids[number]);
    for (const { word, term, role } of index.analyser.normalise(passage.text)) {
      if (role === 'topic' && /^\p{L}{6,}$/u.test(word)) words.set(term, word);
    }
    for (const unit of units) {
      for (const term of unit.terms.keys()) if (speaksOf(unit, term)) slices.set(term, (slices.get(term) ?? 0) + 1);
    }
  }
  return [...words]
    .filter(([term]) => (slices.get(term) ?? mostSaying + 1) <= mostSaying)
    .map(([, word]) => word)
    .toSorted((a, b) => (a < b ? -1 : 1));
}
