import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

const root = path.join(__dirname, '..');
const src = path.join(root, 'src');

interface Import {
  readonly from: string;
  readonly to: string;
}

const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.ts') && !file.endsWith('.d.ts'),
);
const textOf = (file: string): string => readFileSync(path.join(src, file), 'utf8');

/** Static, type and dynamic imports; of ours as a path below src, of others as written. */
const imports: readonly Import[] = files.flatMap((file) =>
  Array.from(textOf(file).matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'([^']+)'/gu), (match) => {
    const target = match[1] ?? '';
    const to = target.startsWith('.') ? path.posix.join(path.dirname(file), target).replace(/\.js$/u, '') : target;
    return { from: file, to };
  }),
);

/** The folder below src, or the file itself when it lies at the top. */
const place = (file: string): string => (file.includes('/') ? (file.split('/')[0] ?? '') : file.replace(/\.ts$/u, ''));
const isOurs = (target: string): boolean => files.includes(`${target}.ts`);

/** What each place may import of ours, itself apart. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  config: [],
  language: ['domain'],
  knowledge: ['domain'],
  reply: ['domain'],
  channels: ['domain', 'bot'],
  pages: ['domain'],
  state: ['domain'],
  redis: ['domain', 'state', 'channels'],
  'open-state': ['domain', 'config', 'channels', 'redis', 'state'],
  widget: ['domain', 'channels'],
  insight: ['domain', 'bot', 'channels'],
  'teams-app': ['domain'],
  search: ['domain', 'language'],
  answer: ['domain', 'language', 'search'],
  bot: ['domain', 'answer', 'search', 'reply'],
  'build-knowledge': ['domain', 'answer', 'knowledge', 'language', 'search'],
  'build-snapshot': ['build-knowledge', 'knowledge'],
  'open-bot': ['domain', 'bot', 'build-knowledge', 'knowledge', 'search'],
  'watch-knowledge': ['bot'],
  server: ['domain', 'bot', 'config', 'channels', 'pages'],
  compose: [
    'domain',
    'bot',
    'open-state',
    'open-bot',
    'watch-knowledge',
    'config',
    'channels',
    'pages',
    'server',
    'state',
    'insight',
  ],
  main: ['compose', 'config', 'channels', 'knowledge', 'insight', 'server'],
  cli: [
    'domain',
    'bot',
    'config',
    'open-bot',
    'build-knowledge',
    'answer',
    'knowledge',
    'language',
    'search',
    'reply',
    'state',
    'pages',
    'teams-app',
    'channels',
  ],
};

test('every place is known', () => {
  expect([...new Set(files.map(place))].filter((name) => allowed[name] === undefined)).toEqual([]);
});

test('dependencies go one way', () => {
  const wrong = imports
    .filter(({ to }) => isOurs(to))
    .filter(({ from, to }) => place(from) !== place(`${to}.ts`) && !allowed[place(from)]?.includes(place(`${to}.ts`)));
  expect(wrong).toEqual([]);
});

test('no two files import each other, however far about', () => {
  const next = new Map(
    files.map((file) => [
      file,
      imports.filter(({ from, to }) => from === file && isOurs(to)).map(({ to }) => `${to}.ts`),
    ]),
  );
  const reaches = (from: string, goal: string, seen = new Set<string>()): boolean =>
    (next.get(from) ?? []).some((to) => to === goal || (!seen.has(to) && reaches(to, goal, seen.add(to))));
  expect(files.filter((file) => reaches(file, file))).toEqual([]);
});

test.each([
  ['minisearch', /^minisearch/u, /^search\//u],
  ['the stemmer', /^snowball-stemmers/u, /^language\//u],
  ['express', /^express/u, /^(?:server\.ts|channels\/.*|insight\/(?:life-routes|observe-requests|open-insight)\.ts)$/u],
  ['the bot SDK', /^@microsoft\/agents-/u, /^channels\/teams\//u],
  ['Bolt', /^@slack\//u, /^channels\/slack\/|^redis\/installations\.ts$/u],
  [
    'the file system',
    /^(?:node:)?fs/u,
    /^(?:knowledge|cli)\/|^(?:main|watch-knowledge)\.ts$|^channels\/slack\/file-installations\.ts$/u,
  ],
  ['WebSockets', /^ws$/u, /^channels\/direct-line\//u],
  ['the rate limiter', /^rate-limiter-flexible/u, /^(?:state|redis)\/rate-limit\.ts$/u],
  ['the client of Redis', /^ioredis/u, /^redis\//u],
  ['the Markdown parser', /^(?:unified|remark|mdast)/u, /^knowledge\//u],
  ['the YAML parser', /^yaml$/u, /^knowledge\//u],
  ['zod', /^zod/u, /^(?:knowledge|channels|cli|redis)\/|^(?:config|server|main)\.ts$/u],
  ['commander', /^commander/u, /^cli\//u],
  ['pino', /^pino/u, /^insight\/log\.ts$/u],
  ['prom-client', /^prom-client/u, /^insight\/metrics\.ts$/u],
  ['the schemas of Teams', /^@microsoft\/app-manifest/u, /^teams-app\//u],
  ['the schema validator', /^ajv/u, /^teams-app\//u],
])('%s is confined', (_, vendor, home) => {
  const outside = imports.filter(({ from, to }) => vendor.test(to) && !home.test(from));
  expect(outside).toEqual([]);
  expect(imports.some(({ to }) => vendor.test(to))).toBe(true);
});

test('only main.ts reads the environment, and the commands that write out what is configured', () => {
  const readers = files.filter((file) => /process\.env/u.test(textOf(file)));
  expect(readers.toSorted()).toEqual(['cli/doctor.ts', 'cli/slack-manifest.ts', 'cli/teams-package.ts', 'main.ts']);
});

test('the browser code imports nothing from outside its folder but types, and the words all channels share', () => {
  const runtime = files
    .filter((file) => file.startsWith('widget/'))
    .filter((file) => /import (?!type)[^;]*from '(?!\.\/|\.\.\/channels\/words\.js')[^']+'/u.test(textOf(file)));
  expect(runtime).toEqual([]);
});

test('there are no default exports, no barrels and no folders without a subject', () => {
  expect(files.filter((file) => /^export default/mu.test(textOf(file)))).toEqual([]);
  expect(files.filter((file) => /^export (?:\*|\{[^}]*\}) from/mu.test(textOf(file)))).toEqual([]);
  expect(files.filter((file) => /(?:^|\/)(?:utils?|helpers?|common|types|index)(?:\/|\.ts$)/u.test(file))).toEqual([]);
});

test('there is no mutable state at the top of a module', () => {
  expect(files.filter((file) => /^(?:export )?(?:let|var) /mu.test(textOf(file)))).toEqual([]);
});

test('files but the list of nouns are at most 260 lines', () => {
  expect(files.filter((file) => file !== 'domain.ts' && textOf(file).split('\n').length > 260)).toEqual([]);
});

test('the document folder ships exactly the five seed documents', () => {
  const documents = readdirSync(path.join(root, 'knowledge/documents'), { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.includes('.'),
  );
  expect(documents).toHaveLength(5);
});
