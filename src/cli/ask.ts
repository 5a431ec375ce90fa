import { createInterface } from 'node:readline';
import { Command } from 'commander';
import { z } from 'zod';
import type { Bot } from '../bot.js';
import type { Speaker, Turn } from '../domain.js';
import { createMemoryTurnStore } from '../state/memory.js';
import { explain } from './explain.js';
import { openBot } from '../open-bot.js';

const lineSchema = z.union([
  z.object({ id: z.coerce.string(), turns: z.array(z.string()).min(1) }),
  z
    .object({ id: z.coerce.string(), question: z.string() })
    .transform(({ id, question }) => ({ id, turns: [question] })),
]);

/** The answer with what a person reads, as the stable format has it. */
function printable({ answer, reply }: Turn): object {
  const { detail: _, suggestions: __, ...stable } = answer;
  return { ...stable, text: reply.text, suggestions: reply.suggestions };
}

async function answerLine(line: string, number: number, bot: Bot): Promise<object> {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return { id: null, error: `line ${number} is not JSON; write {"id": "…", "turns": ["…"]}` };
  }
  const id = z.object({ id: z.coerce.string() }).safeParse(json).data?.id ?? null;
  const parsed = lineSchema.safeParse(json);
  if (!parsed.success) return { id, error: `line ${number} needs an id, and turns or a question` };
  const speaker: Speaker = { channel: 'terminal', conversation: `line ${number}`, user: 'asker', thread: null };
  const answers: object[] = [];
  for (const text of parsed.data.turns) answers.push(printable(await bot.turn({ text, locale: null }, speaker)));
  return { id: parsed.data.id, answers };
}

async function answerLines(bot: Bot): Promise<void> {
  let number = 0;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    number += 1;
    if (line.trim()) process.stdout.write(`${JSON.stringify(await answerLine(line, number, bot))}\n`);
  }
}

interface Options {
  readonly json?: true;
  readonly jsonl?: true;
  readonly explain?: true;
  readonly knowledge?: string;
}

async function run(words: readonly string[], options: Options): Promise<void> {
  const now = (): Date => new Date();
  const { bot, parties, problems, index } = await openBot({
    knowledgeFolder: options.knowledge ?? null,
    store: createMemoryTurnStore({ now: () => now().getTime(), minutes: 60 }),
    keyOf: ({ conversation }) => conversation,
    now,
    operator: null,
  });
  for (const { severity, file, line, page, what, cure } of problems) {
    const place = line !== null ? `:${line}` : page !== null ? `, page ${page}` : '';
    process.stderr.write(`${severity}: ${file}${place}: ${what}; ${cure}\n`);
  }
  if (options.jsonl) return answerLines(bot);
  const message = { text: words.join(' '), locale: null };
  if (options.explain) {
    process.stdout.write(explain(message, parties, index, now().getFullYear()));
    return;
  }
  const turn = await bot.turn(message, { channel: 'terminal', conversation: 'ask', user: 'asker', thread: null });
  process.stdout.write(options.json ? `${JSON.stringify(printable(turn), null, 2)}\n` : `${asText(turn)}\n`);
}

function asText({ reply }: Turn): string {
  if (reply.suggestions.length === 0) return reply.text;
  return [reply.text, '', ...reply.suggestions.map((suggestion) => `→ ${suggestion}`)].join('\n');
}

const command = new Command('ask')
  .description('Answers a question about a party’s position with the party’s own words.')
  .argument('[question...]', 'the question; not needed with --jsonl')
  .option('--json', 'print the answer as JSON')
  .option('--jsonl', 'read {"id","turns"} or {"id","question"} lines on standard input, write {"id","answers"} lines')
  .option('--knowledge <folder>', 'answer from another knowledge folder of the same layout')
  .option('--explain', 'print what every stage made of the question')
  .action(run);

try {
  await command.parseAsync();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
