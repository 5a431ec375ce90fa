// npm run vectors -- [--write]: learns the word vectors of knowledge/word-vectors.json from the vocabulary and from scenes.
import { readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { numbersFrom } from '../bench/numbers-from.mjs';
import { contrast } from './contrast.mjs';
import { leadingDirections } from './leading-directions.mjs';
import { readScenes } from './read-scenes.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

const dimensions = 128;
/** What a compound's part says of it, as in `placedWords`. */
const partStrength = 0.6;
/** Ways to ask for a thing that are learnt from in one round, and terms of a group that stand for it. */
const mostAsked = 4;
const mostSaid = 3;
/** Share of a question's terms that are passed over, others each round: the rest must do. */
const forgotten = 0.2;
/** In what a thing is about, a way to say it weighs so many ways to ask for it. */
const saidWeight = 1.5;
/** At the start, the commonest term has this share of the rarest's length. */
const commonest = 0.3;
/** A component in a signed byte; the few above 1 are cut. */
const scale = 127;

function shuffled(list, random) {
  const order = [...list];
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [order[at], order[other]] = [order[other], order[at]];
  }
  return order;
}

const some = (list, most, random) => shuffled(list, random).slice(0, most);

/** Things that people ask for: { said, asked, saidAtOnce }, lists of bags. The terms are numbered as they come. */
function bagsOf(things, analyser) {
  const numbers = new Map();
  const numberOf = (term) => numbers.get(term) ?? numbers.set(term, numbers.size).get(term);
  const bagOf = (phrase) => {
    const bag = new Map();
    const add = (term, strength) => bag.set(numberOf(term), (bag.get(numberOf(term)) ?? 0) + strength);
    for (const { term, parts, role } of analyser.analyse(phrase)) {
      if (role === 'stop') continue;
      add(term, 1);
      for (const part of parts) add(part, partStrength);
    }
    return [...bag];
  };
  const bags = (phrases) => phrases.map(bagOf).filter((bag) => bag.length > 0);
  return {
    things: things.map((thing) => ({ ...thing, said: bags(thing.said), asked: bags(thing.asked) })),
    terms: numbers,
  };
}

/** A way to ask beside ways to say it; of a thing that nobody asks for, a word beside its equals. */
function pairsOf({ said, asked, saidAtOnce }, random) {
  if (asked.length > 0)
    return some(asked, mostAsked, random).map((bag) => [partOf(bag, random), some(said, saidAtOnce, random).flat()]);
  const [one, ...others] = some(said, mostSaid + 1, random);
  return others.length > 0 ? [[one, others.flat()]] : [];
}

function partOf(bag, random) {
  const part = bag.filter(() => random() >= forgotten);
  return part.length > 0 ? part : bag;
}

/**
 * Where the terms begin: along the directions in which the things lie (latent semantic analysis, Deerwester et al. 1990),
 * the rarer a term the longer. Begun anywhere, they come to tell the things apart as well, and new questions less well.
 */
function startOf(things, count) {
  const rows = things.map(({ said, asked }) => {
    const strengths = new Map();
    const add = (bags, weight) => {
      for (const [term, strength] of bags.flat())
        strengths.set(term, (strengths.get(term) ?? 0) + weight * Math.ceil(strength));
    };
    add(said, saidWeight);
    add(asked, 1);
    return strengths;
  });
  const frequency = new Float64Array(count);
  for (const row of rows) for (const term of row.keys()) frequency[term] += 1;
  const rarity = (term) => Math.log(rows.length / frequency[term]);
  const matrix = rows.map((row) => {
    const columns = [...row.keys()];
    const values = columns.map((term) => Math.sqrt(row.get(term)) * rarity(term));
    const length = Math.hypot(...values) || 1;
    return { columns, values: values.map((value) => value / length) };
  });
  const basis = leadingDirections(matrix, count, dimensions);
  const start = new Float32Array(basis.length);
  for (let term = 0; term < count; term += 1) {
    const own = basis.subarray(term * dimensions, (term + 1) * dimensions);
    const tells = commonest + ((1 - commonest) * rarity(term)) / Math.log(rows.length);
    const factor = tells / Math.max(1e-9, Math.hypot(...own));
    start.set(
      own.map((value) => value * factor),
      term * dimensions,
    );
  }
  return start;
}

const compiled = (file) => import(pathToFileURL(path.join(root, 'dist', file)).href);
const { openWorld } = await import('../bench/world.mjs');
const { readVocabulary } = await compiled('knowledge/vocabulary.js');
const { index } = await openWorld(path.join(root, 'dist'), null);
const folder = path.join(root, 'knowledge', 'vocabulary');
const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).toSorted();
const files = names.map(async (name) => ({ file: name, source: await readFile(path.join(folder, name), 'utf8') }));
const { groups } = readVocabulary(await Promise.all(files)).vocabulary;
const all = [
  ...groups.map(({ equal, asked }) => ({ said: equal, asked, saidAtOnce: mostSaid })),
  ...(await readScenes(path.join(root, 'tests', 'fit', 'scenes'))).map(({ says, asks }) => ({
    said: says,
    asked: asks,
    saidAtOnce: 1,
  })),
].filter(({ said }) => said.length > 0);
const { things, terms } = bagsOf(all, index.analyser);
const random = numbersFrom(20_251_109);
const start = startOf(things, terms.size);
const vectors = contrast(
  start,
  dimensions,
  () =>
    shuffled(
      things.flatMap((thing) => pairsOf(thing, random)),
      random,
    ),
  {
    onRound: (round, loss) => process.stdout.write(`round ${round + 1}: ${loss.toFixed(3)}\n`),
  },
);
const values = Int8Array.from(vectors, (value) => Math.max(-127, Math.min(127, Math.round(scale * value))));
const table = { dimensions, terms: [...terms.keys()].join(' '), values: Buffer.from(values.buffer).toString('base64') };
process.stdout.write(`${terms.size} terms of ${things.length} things\n`);
if (process.argv.includes('--write'))
  await writeFile(path.join(root, 'knowledge', 'word-vectors.json'), `${JSON.stringify(table)}\n`);
