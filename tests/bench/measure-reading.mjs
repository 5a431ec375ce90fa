// node measure-reading.mjs DIST FOLDER: makes of a knowledge folder what a snapshot holds, and prints how long each
// step takes.
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const [dist, folder] = process.argv.slice(2);
const compiled = (file) => import(pathToFileURL(path.join(dist, file)).href);
const { findStarters } = await compiled('answer/find-starters.js');
const { load } = await compiled('knowledge/load.js');
const { compiledChild, readApart } = await compiled('knowledge/read-apart.js');
const { split } = await compiled('knowledge/split.js');
const { detectLanguage } = await compiled('language/detect-language.js');
const { recognise } = await compiled('language/recognise.js');
const { indexPassages } = await compiled('search/index-passages.js');
const { openIndex } = await compiled('search/open-index.js');

const fallback = path.join(dist, '..', 'knowledge');
const began = performance.now();
const knowledge = await load({ folder, fallback, readFile: readApart(compiledChild), detectLanguage, recognise });
const read = performance.now();
const tables = indexPassages(knowledge, split);
const indexed = performance.now();
findStarters(knowledge.vocabulary.groups, openIndex(tables), knowledge.parties);
const ready = performance.now();

const words = knowledge.documents.reduce((sum, { body }) => sum + body.split(/\s+/u).filter(Boolean).length, 0);
const errors = knowledge.problems.filter(({ severity }) => severity === 'error').length;
const result = {
  documents: knowledge.documents.length,
  errors,
  words,
  passages: tables.passages.length,
  read: read - began,
  index: indexed - read,
  starters: ready - indexed,
  // Kilobytes.
  maxRss: process.resourceUsage().maxRSS,
};
process.stdout.write(`${JSON.stringify(result)}\n`);
