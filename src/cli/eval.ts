import { access, constants, readFile } from 'node:fs/promises';
import path from 'node:path';
import { Command } from 'commander';
import { openBot, type OpenBot } from '../open-bot.js';
import { threshold } from '../search/weights.js';
import { createMemoryTurnStore } from '../state/memory.js';
import { compare, type Scored } from './eval-compare.js';
import { abstentionCurve, judge, type Judged } from './eval-curve.js';
import { breakDown } from './eval-figures.js';
import { parseGold, resolveGold, textsByPrint, withTwins, type Gold } from './eval-gold.js';
import { htmlReport } from './eval-html.js';
import { choosePlaces, type Place } from './eval-places.js';
import { leftOutNote, reportJson, reportText, type FileReport, type Report } from './eval-report.js';
import { terminalOf } from './knowledge-terminal.js';
import { score, type Score } from './score.js';
import { writeWhole } from './write-whole.js';

interface Options {
  readonly knowledge?: string;
  readonly programmes?: string;
  readonly json?: true;
  readonly html?: string;
  readonly failures?: true;
}

/** One gold file, asked. */
interface Asked {
  readonly file: string;
  readonly leftOut: number;
  readonly scored: readonly Scored[];
  readonly judged: readonly Judged[];
}

function open(knowledgeFolder: string | null): Promise<OpenBot> {
  const now = (): Date => new Date();
  const store = createMemoryTurnStore({ now: () => now().getTime(), minutes: 60 });
  return openBot({ knowledgeFolder, store, keyOf: ({ conversation }) => conversation, now, operator: null });
}

async function ask(item: Gold, conversation: string, { bot, index }: OpenBot): Promise<Score> {
  const [first = '', ...more] = item.turns ?? [item.question ?? ''];
  const speaker = { channel: 'eval', conversation, user: 'asker', thread: null };
  let turn = await bot.turn({ text: first, locale: null }, speaker);
  for (const text of more) turn = await bot.turn({ text, locale: null }, speaker);
  return score(item, turn.answer, index.documents);
}

function readGold(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((cause: unknown) => {
    throw new Error(`${file} cannot be read; name a gold file, one JSON object a line`, { cause });
  });
}

/** Asks the questions of the gold files of one knowledge folder. */
async function askAll({ knowledge, files }: Place, withCurve: boolean): Promise<readonly Asked[]> {
  const world = await open(knowledge);
  const texts = textsByPrint(world.index);
  const read = await Promise.all(
    files.map(async (file) => ({ file, ...resolveGold(parseGold(await readGold(file), file), texts) })),
  );
  const twinned = withTwins(read.flatMap(({ items }) => items));
  const asked: Asked[] = [];
  for (const { file, items, leftOut } of read) {
    const from = asked.reduce((sum, { scored }) => sum + scored.length, 0);
    const those = twinned.slice(from, from + items.length);
    const scored: Scored[] = [];
    for (const item of those) scored.push({ item, score: await ask(item, `${file} ${item.id}`, world) });
    const judged = withCurve ? those.flatMap((item) => judge(item, world.index, world.parties) ?? []) : [];
    asked.push({ file: path.relative(process.cwd(), file), leftOut, scored, judged });
  }
  return asked;
}

function fileReport({ file, leftOut, scored }: Asked): FileReport {
  const failures = scored.flatMap(({ item: { id, turns, question = '' }, score: { failure } }) =>
    failure === null ? [] : [{ id, question: turns?.join(' / ') ?? question, failure }],
  );
  return { file, leftOut, failures, ...breakDown(scored.map((each) => each.score)) };
}

/** Said before a minute of questions, not after. */
async function mustBeWritable(file: string): Promise<void> {
  await access(path.dirname(path.resolve(file)), constants.W_OK).catch((cause: unknown) => {
    throw new Error(`${file} cannot be written; name a file in a folder that is there for --html`, { cause });
  });
}

async function run(files: readonly string[], options: Options): Promise<void> {
  if (options.html !== undefined) await mustBeWritable(options.html);
  const { knowledge = null, programmes = null } = options;
  const { places, notes } = await choosePlaces(files, { knowledge, programmes });
  if (places.length === 0) throw new Error(notes.join('\n'));
  const withCurve = options.html !== undefined;
  const asked: Asked[] = [];
  for (const place of places) asked.push(...(await askAll(place, withCurve)));
  const scored = asked.flatMap((each) => each.scored);
  const report: Report = {
    files: asked.map(fileReport),
    all: breakDown(scored.map((each) => each.score)),
    comparisons: compare(scored),
    curve: withCurve
      ? abstentionCurve(
          asked.flatMap(({ judged }) => judged),
          threshold,
        )
      : null,
    notes: [...notes, ...asked.flatMap(({ file, leftOut }) => leftOutNote(file, leftOut))],
  };
  if (options.html !== undefined) await writeWhole(options.html, htmlReport(report), '--html');
  const text = options.json
    ? `${JSON.stringify(reportJson(report), null, 2)}\n`
    : reportText(report, terminalOf(process.stdout), options.failures === true);
  process.stdout.write(text);
}

const command = new Command('eval')
  .description('Scores the answers against gold files: those of tests/gold, or the files that are named.')
  .argument('[files...]', 'gold files, one JSON object a line; those called programmes-… are asked of the programmes')
  .option('--knowledge <folder>', 'answer everything from this knowledge folder')
  .option('--programmes <folder>', 'where the party folders with the programmes are (default: ../shared/programmes)')
  .option('--failures', 'name the items that are wrong')
  .option('--json', 'print the figures as JSON')
  .option('--html <file>', 'write a page with the figures, plots and the abstention curve')
  .action(run);

try {
  await command.parseAsync();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
