import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import type { Bot } from '../bot.js';
import { createMemoryTurnStore } from '../state/memory.js';
import { openBot } from '../open-bot.js';
import { goldSchema, score, type Gold, type Score } from './score.js';

const goldFolder = fileURLToPath(new URL('../../tests/gold', import.meta.url));

/** Share with three decimals; null when there is nothing to share. */
function share(part: number, whole: number): number | null {
  return whole === 0 ? null : Number((part / whole).toFixed(3));
}

function summarise(scores: readonly Score[]): Readonly<Record<string, number | null>> {
  const answerable = scores.filter(({ hit3 }) => hit3 !== null);
  const silent = scores.filter((each) => each.silent !== null);
  return {
    items: scores.length,
    right: share(scores.filter(({ right }) => right).length, scores.length),
    'hit@1': share(answerable.filter(({ hit1 }) => hit1).length, answerable.length),
    'hit@3': share(answerable.filter(({ hit3 }) => hit3).length, answerable.length),
    'abstention recall': share(silent.filter((each) => each.silent).length, silent.length),
    'false abstention': share(answerable.filter(({ falselySilent }) => falselySilent).length, answerable.length),
    'wrong party': scores.reduce((sum, { wrongParty }) => sum + wrongParty, 0),
  };
}

async function readGold(file: string): Promise<readonly Gold[]> {
  const lines = (await readFile(file, 'utf8')).split('\n');
  return lines.flatMap((line, index) => {
    if (!line.trim()) return [];
    try {
      return [goldSchema.parse(JSON.parse(line))];
    } catch (error) {
      throw new Error(`${file}:${index + 1} is not a gold item; write id, turns or question, and expect`, {
        cause: error,
      });
    }
  });
}

async function scoreFile(items: readonly Gold[], bot: Bot): Promise<readonly Score[]> {
  const scores: Score[] = [];
  for (const item of items) {
    const turns = item.turns ?? [item.question ?? ''];
    const speaker = { channel: 'eval', conversation: item.id, user: 'asker' };
    let turn = await bot.turn({ text: turns[0] ?? '', locale: null }, speaker);
    for (const text of turns.slice(1)) turn = await bot.turn({ text, locale: null }, speaker);
    scores.push(score(item, turn.answer));
  }
  return scores;
}

interface Options {
  readonly knowledge?: string;
  readonly json?: true;
  readonly failures?: true;
}

async function run(files: readonly string[], options: Options): Promise<void> {
  const now = (): Date => new Date();
  const knowledgeFolder = options.knowledge ?? null;
  const store = createMemoryTurnStore({ now: () => now().getTime(), minutes: 60 });
  const { bot } = await openBot({
    knowledgeFolder,
    store,
    keyOf: ({ conversation }) => conversation,
    now,
    operator: null,
  });
  const own = (await readdir(goldFolder))
    .filter((name) => name.endsWith('.jsonl'))
    .map((name) => path.join(goldFolder, name));
  const report: Record<string, object> = {};
  for (const file of files.length > 0 ? files : own) {
    const scores = await scoreFile(await readGold(file), bot);
    const groups = [...new Set(scores.map(({ group }) => group))];
    const by = Object.fromEntries(
      groups.map((group) => [group, summarise(scores.filter((each) => each.group === group))]),
    );
    report[file] = { all: summarise(scores), by };
    if (options.json) continue;
    process.stdout.write(`${file}\n`);
    // eslint-disable-next-line no-console -- the table is what the command is for
    console.table({ ...by, all: summarise(scores) });
    if (options.failures) {
      for (const { id, failure } of scores) if (failure !== null) process.stdout.write(`  ${id}: ${failure}\n`);
    }
  }
  if (options.json) process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
}

const command = new Command('eval')
  .description('Scores the answers against gold files: tests/gold, or the files that are named.')
  .argument('[files...]', 'gold files, one JSON object a line')
  .option('--knowledge <folder>', 'answer from another knowledge folder of the same layout')
  .option('--failures', 'name the items that are wrong')
  .option('--json', 'print the figures as JSON')
  .action(run);

try {
  await command.parseAsync();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
