// npm run fit -- [--write]: fits the weights of src/search/weights.ts on the gold questions, cross-validated by party.
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { copyProject, joinProgrammes } from '../bench/folders.mjs';
import { collect } from './collect.mjs';
import { plain } from './plain.mjs';
import { dot, fitConfidence, fitRanking } from './weigh.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const shared = path.join(root, '..', 'shared');
const gold = (name) => path.join(root, 'tests', 'gold', name);

/** Share of the questions with an answer, in each gold set, that may be met with silence. */
const mostFalseSilence = 0.05;

/** A plain question is as easy as they come: what a question of the gold sets weighs more. */
const plainWeight = 0.5;

const rounded = (value) => Number(value.toFixed(3));
const percent = (part, whole) => `${((100 * part) / whole).toFixed(1)} %`;

/** The features of a question's slices with those of their party: confidence is fitted on the best, and taken of the surest. */
function caseOf({ from, expect, units, rows, right, standing }, ranking, { standingFeatures, standingNames, retells }) {
  const scores = rows.map((row) => dot(row, ranking));
  const order = scores.map((_, at) => at).toSorted((a, b) => scores[b] - scores[a]);
  const [best] = order;
  const rowOf = (at) => {
    const among = standingFeatures(units[at], standing);
    return [...rows[at], ...standingNames.map((name) => among[name])];
  };
  return {
    from,
    isAnswer: expect === 'answer',
    isLeftOut: expect === 'left-out',
    first: right[best],
    hit: order.slice(0, 3).some((at) => right[at]),
    row: rowOf(best),
    able: order.filter((at) => !retells(units[at])).map(rowOf),
  };
}

function bestOf(rows, ranking) {
  const scores = rows.map((row) => dot(row, ranking));
  return scores.indexOf(Math.max(...scores));
}

/** Fits on all parties but one and judges that one, for each. */
function crossValidate(questions, plainQuestions, casesOf) {
  const parties = [...new Set(questions.map(({ party }) => party))];
  return parties.flatMap((party) => {
    const taught = questions.filter((question) => question.party !== party);
    const ranking = fitRanking([...taught, ...plainQuestions.filter((question) => question.party !== party)]);
    const { weights, bias } = fitConfidence(casesOf(taught, ranking));
    const judged = questions.filter((question) => question.party === party && question.expect !== 'left-out');
    return casesOf(judged, ranking).map((each) => ({
      ...each,
      sureness: Math.max(...each.able.map((row) => dot(row, weights))) + bias,
    }));
  });
}

/** The highest threshold at which few enough answers of every set are held back. */
function thresholdOf(sets) {
  const highest = sets.map((cases) => {
    const answers = cases.filter(({ isAnswer }) => isAnswer).map(({ sureness }) => sureness);
    return answers.toSorted((a, b) => a - b)[Math.floor(mostFalseSilence * answers.length)];
  });
  return Math.min(...highest);
}

function report(name, cases, threshold) {
  const answers = cases.filter(({ isAnswer }) => isAnswer);
  const silent = cases.filter(({ isAnswer }) => !isAnswer);
  const said = answers.filter(({ sureness }) => sureness >= threshold);
  process.stdout.write(
    `${name}: ${answers.length} with an answer: first ${percent(said.filter(({ first }) => first).length, answers.length)}, ` +
      `first three ${percent(said.filter(({ hit }) => hit).length, answers.length)}, silent ${percent(answers.length - said.length, answers.length)}; ` +
      `${silent.length} without: silent ${percent(silent.filter(({ sureness }) => sureness < threshold).length, silent.length)}\n`,
  );
}

async function setsOf(workplace) {
  const { dist, knowledge } = await copyProject(root, workplace);
  const own = ['seeds-dev.jsonl', 'seeds-silence.jsonl', 'dialogues-a.jsonl', 'dialogues-b.jsonl'].map(gold);
  const sets = [await collect(dist, knowledge, own)];
  const plainQuestions = await plain(dist, knowledge);
  if (existsSync(path.join(shared, 'programmes'))) {
    const from = [path.join(knowledge, 'documents'), path.join(shared, 'programmes')];
    const joined = await joinProgrammes(from, path.join(workplace, 'joined'));
    sets.push(await collect(dist, joined, ['programmes-own.jsonl', 'programmes-fresh.jsonl'].map(gold)));
    plainQuestions.push(...(await plain(dist, joined)));
    sets.push(await collect(dist, joined, [path.join(shared, 'gold', 'programmes-dev.jsonl')]));
  } else process.stdout.write('../shared/programmes is not here: fitted on the seeds alone.\n');
  return { dist, sets, plainQuestions: plainQuestions.map((each) => ({ ...each, weight: plainWeight })) };
}

const weightsFile = (features, ranking, standing, confidence, threshold) => {
  const table = (names, values) => names.map((name, at) => `  ${name}: ${rounded(values[at])},`).join('\n');
  return `import type { StandingFeatures } from './standing.js';
import type { UnitFeatures } from './features.js';

// Written by \`npm run fit -- --write\`, from the gold questions; not by hand.

export const rankingWeights: UnitFeatures = {
${table(features, ranking)}
};

export const confidenceWeights: UnitFeatures & StandingFeatures & { readonly bias: number } = {
${table([...features, ...standing, 'bias'], [...confidence.weights, confidence.bias])}
};

/** Confidence from which a slice is shown as an answer. */
export const threshold = ${rounded(1 / (1 + Math.exp(-threshold)))};
`;
};

const workplace = await mkdtemp(path.join(tmpdir(), 'standpunkt-fit-'));
try {
  const { dist, sets, plainQuestions } = await setsOf(workplace);
  const compiled = (file) => import(pathToFileURL(path.join(dist, file)).href);
  const { standingFeatures, standingNames } = await compiled('search/standing.js');
  const { retells } = await compiled('search/rank-units.js');
  const { featureNames } = await compiled('search/features.js');
  const casesOf = (questions, ranking) =>
    questions
      .filter(({ rows }) => rows.length > 0)
      .map((each) => caseOf(each, ranking, { standingFeatures, standingNames, retells }));
  for (const set of sets) for (const question of set) question.from = set;
  const all = sets.flat();
  const validated = crossValidate(all, plainQuestions, casesOf);
  const judged = sets.map((set) => validated.filter(({ from }) => from === set));
  const threshold = thresholdOf(judged);
  const names = ['seeds', 'programmes, own questions', 'programmes-dev'];
  for (const [at, cases] of judged.entries()) report(`${names[at]}, cross-validated`, cases, threshold);
  const ranking = fitRanking([...all, ...plainQuestions]);
  const asTold = plainQuestions.filter(({ right, rows }) => right[bestOf(rows, ranking)]).length;
  process.stdout.write(`plain questions: ${plainQuestions.length}, first ${percent(asTold, plainQuestions.length)}\n`);
  const confidence = fitConfidence(casesOf(all, ranking));
  const source = weightsFile(featureNames, ranking, standingNames, confidence, threshold);
  if (process.argv.includes('--write')) await writeFile(path.join(root, 'src', 'search', 'weights.ts'), source);
  else process.stdout.write(source);
} finally {
  await rm(workplace, { recursive: true, force: true });
}
