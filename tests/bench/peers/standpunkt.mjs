import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { documentsOf } from '../passages.mjs';

export async function open({ dist, knowledge }) {
  const compiled = (file) => import(pathToFileURL(path.join(dist, file)).href);
  const { openIndex } = await compiled('search/open-index.js');
  const { expand } = await compiled('search/expand.js');
  const { rankPassages, weigh } = await compiled('search/rank-passages.js');
  const { retrieve } = await compiled('search/retrieve.js');
  const { readParties } = await compiled('knowledge/parties.js');
  const list = path.join(knowledge, 'parties.yaml');
  const { parties } = readParties(list, await readFile(list, 'utf8'));
  const opened = (tables) => ({ tables, index: openIndex(tables) });
  return {
    build: async (passages) => {
      const { indexPassages } = await compiled('search/index-passages.js');
      const vocabulary = await vocabularyOf(knowledge, compiled);
      const { documents, passagesOf } = documentsOf(passages);
      const wordVectors = await wordVectorsOf(knowledge, compiled);
      const read = { documents, vocabulary, wordVectors, parties, problems: [] };
      return opened(indexPassages(read, ({ id }) => passagesOf.get(id)));
    },
    search: ({ index }, { topic, language }, party, k) => {
      const found = rankPassages(weigh(expand(topic, language, index), index), index);
      return Array.from(found.passages, (passage, at) => [index.ids[passage], found.scores[at]])
        .filter(([id]) => party === null || index.passages.get(id).passage.party === party)
        .toSorted(([a, better], [b, worse]) => worse - better || (a < b ? -1 : 1))
        .slice(0, k)
        .map(([id]) => id);
    },
    save: ({ tables }) => Buffer.from(JSON.stringify(tables)),
    load: (bytes) => opened(JSON.parse(bytes.toString())),
    retrieve: ({ index }, { question }) => retrieve(question, index, parties),
  };
}

async function wordVectorsOf(knowledge, compiled) {
  const { readWordVectors } = await compiled('knowledge/word-vectors.js');
  const file = path.join(knowledge, 'word-vectors.json');
  return readWordVectors(file, await readFile(file, 'utf8')).wordVectors;
}

async function vocabularyOf(knowledge, compiled) {
  const { readVocabulary } = await compiled('knowledge/vocabulary.js');
  const folder = path.join(knowledge, 'vocabulary');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).toSorted();
  const files = names.map(async (name) => ({ file: name, source: await readFile(path.join(folder, name), 'utf8') }));
  return readVocabulary(await Promise.all(files)).vocabulary;
}
