import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import type { Knowledge } from '../domain.js';
import { load } from '../knowledge/load.js';
import { compiledChild, readApart } from '../knowledge/read-apart.js';
import { split } from '../knowledge/split.js';
import { detectLanguage } from '../language/detect-language.js';
import { recognise } from '../language/recognise.js';
import { indexPassages } from '../search/index-passages.js';
import { openIndex } from '../search/open-index.js';
import { addDocument, type Added } from './knowledge-add.js';
import { nameFrom, problemLines, reportProblems, tally } from './knowledge-check.js';
import { coverageHtml } from './knowledge-coverage-html.js';
import { coverageTable } from './knowledge-coverage-text.js';
import { measureCoverage } from './knowledge-coverage.js';
import type { FieldOptions } from './knowledge-fields.js';
import { figuresOf, listDocuments, listTable } from './knowledge-list.js';
import { startProgress } from './knowledge-progress.js';
import { sampleQuotes } from './knowledge-samples.js';
import { count, paint, terminalOf, visible } from './knowledge-terminal.js';
import { writeWhole } from './write-whole.js';

const projectKnowledge = fileURLToPath(new URL('../../knowledge', import.meta.url));

interface FolderOptions {
  readonly knowledge?: string;
  readonly json?: true;
}

interface AddOptions extends FolderOptions, FieldOptions {
  readonly party?: string;
  readonly force?: true;
}

const folderOf = ({ knowledge }: FolderOptions): string => path.resolve(knowledge ?? projectKnowledge);
const print = (text: string): void => void process.stdout.write(`${text}\n`);

async function read(folder: string): Promise<Knowledge> {
  const progress = startProgress(process.stderr, folder);
  try {
    return await load({
      folder,
      fallback: projectKnowledge,
      readFile: readApart(compiledChild),
      detectLanguage,
      recognise,
      onProgress: progress.onProgress,
    });
  } finally {
    progress.stop();
  }
}

async function check(options: FolderOptions): Promise<void> {
  const { documents, problems } = await read(folderOf(options));
  const counts = tally(problems, documents.length);
  if (options.json) print(JSON.stringify({ ...counts, problems }, null, 2));
  else print(reportProblems(problems, documents.length, process.cwd(), terminalOf(process.stdout)));
  if (counts.errors > 0) process.exitCode = 1;
}

async function list(options: FolderOptions): Promise<void> {
  const knowledge = await read(folderOf(options));
  const listed = listDocuments(knowledge, split);
  print(options.json ? JSON.stringify(listed, null, 2) : listTable(listed, terminalOf(process.stdout)));
  const { errors } = tally(knowledge.problems, listed.length);
  if (errors > 0) process.stderr.write(`${count(errors, 'error')} besides; run the command check to see what to do.\n`);
}

async function coverage(options: FolderOptions & { readonly html?: string }): Promise<void> {
  const knowledge = await read(folderOf(options));
  const index = openIndex(indexPassages(knowledge, split));
  const measured = measureCoverage(knowledge, index, new Date().getFullYear());
  if (options.html !== undefined) {
    await writeWhole(options.html, coverageHtml(measured), '--html');
    print(`Wrote ${nameFrom(process.cwd(), path.resolve(options.html))}.`);
  } else if (options.json) print(JSON.stringify(measured, null, 2));
  else print(coverageTable(measured, terminalOf(process.stdout)));
}

async function add(file: string, options: AddOptions): Promise<void> {
  const added = await addDocument({
    source: path.resolve(file),
    folder: folderOf(options),
    fallback: projectKnowledge,
    party: options.party,
    fields: options,
    force: options.force ?? false,
    read,
  });
  print(describe(added));
}

function describe({ file, sidecar, replaced, document, warnings }: Added): string {
  const terminal = terminalOf(process.stdout);
  const passages = split(document);
  const figures = { ...figuresOf(document, passages), warnings: warnings.length };
  const instead = replaced.length > 0 ? `, in place of ${replaced.join(' and ')}` : '';
  const what = `Added ${nameFrom(process.cwd(), file)} with ${path.basename(sidecar)}${instead}.`;
  const lines = [
    paint(visible(what), 'bold', terminal),
    '',
    ...Object.entries(figures).map(([name, figure]) => `  ${name.padEnd(8)}  ${String(figure ?? '–').padStart(7)}`),
    ...(warnings.length > 0 ? ['', ...problemLines(warnings, terminal)] : []),
  ];
  for (const { text, section, place } of sampleQuotes(document, passages)) {
    const where = [place, section.join(' › ')].filter(Boolean).join(', ') || 'no heading';
    lines.push('', `  «${visible(text)}»`, paint(`  ${visible(where)}`, 'dim', terminal));
  }
  return lines.join('\n');
}

/** Our own errors say what to do; those of the file system are given it. */
function sentence(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (!('code' in error && 'path' in error)) return error.message;
  return `${String(error.path)} cannot be read or written (${String(error.code)}); see that it exists and is yours to use.`;
}

const command = new Command('knowledge')
  .description('Checks, lists and adds the documents that the bot quotes.')
  .showHelpAfterError('Run it with --help for what it takes.');
const folderOption = ['--knowledge <folder>', 'another knowledge folder of the same layout'] as const;

command
  .command('check')
  .description('Shows every problem and what to do about it; ends with 1 when there are errors.')
  .option(...folderOption)
  .option('--json', 'print the problems as JSON')
  .action(check);

command
  .command('list')
  .description('Shows the documents with their figures.')
  .option(...folderOption)
  .option('--json', 'print the documents as JSON')
  .action(list);

command
  .command('coverage')
  .description('Shows how much the documents of each party say in each policy area, and what is out of balance.')
  .option(...folderOption)
  .option('--json', 'print the figures as JSON')
  .option('--html <file>', 'write a page with the table')
  .action(coverage);

command
  .command('add')
  .description('Copies a document into the knowledge folder, with a sidecar, and shows what is read in it.')
  .argument('<file>', 'the document')
  .option('--party <id>', 'whose document it is (required)')
  .option('--title <title>', 'as the document itself has it (required)')
  .option(
    '--kind <kind>',
    'programme, draft-programme, resolution, web-page, op-ed, press-release or speech (required)',
  )
  .option('--published <date>', 'YYYY, YYYY-MM, YYYY-MM-DD or unknown (required)')
  .option('--period <years>', 'the years a programme covers, as 2025-2029')
  .option('--url <address>', 'where the original is')
  .option('--publisher <name>', 'the paper; required for an op-ed')
  .option('--author-role <role>', 'what the author is in the party')
  .option('--adopted-by <body>', 'who adopted it')
  .option('--language <code>', 'nb, nn or en; found out when it is not said')
  .option('--skip-pages <pages>', 'pages of a PDF to leave out, as 1-4,139')
  .option('--force', 'replace a document of the same name')
  .option(...folderOption)
  .action(add);

try {
  await command.parseAsync();
} catch (error) {
  process.exitCode = 1;
  process.stderr.write(`${sentence(error).split('\n').map(visible).join('\n')}\n`);
}
