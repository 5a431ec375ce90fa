import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { answerQuestion } from '../src/answer/answer-question.js';
import { nameParties } from '../src/answer/name-parties.js';
import { read } from '../src/answer/read.js';
import { understand } from '../src/answer/understand.js';
import { renderMessage } from '../src/channels/activity.js';
import type { Evidence, Question } from '../src/domain.js';
import { word } from '../src/reply/word.js';
import { retrieve } from '../src/search/retrieve.js';
import { openShelf, type Shelf } from './knowledge-fixture.js';

/*
 * One folder an example turn, one file a stage. A new example: make tests/turns/<name>/message.json
 * ({ "text": …, "locale": null }; previous.json beside it for a follow-up), then
 *     UPDATE_TURNS=1 npx jest tests/turns.test.ts
 * and read what was written before committing it.
 */
const folder = path.join(__dirname, 'turns');
const update = process.env['UPDATE_TURNS'] === '1';

const messageSchema = z.object({ text: z.string(), locale: z.string().nullable() });
const questionSchema: z.ZodType<Question> = z.object({
  text: z.string(),
  resolved: z.string(),
  topic: z.string(),
  language: z.enum(['nb', 'nn', 'en']),
  intent: z.object({ kind: z.literal('position'), focus: z.enum(['stand', 'reasons', 'change', 'agreement', 'more']) }),
  parties: z.array(z.string()),
  scope: z.enum(['named', 'all', 'rest', 'open']),
  from: z.null(),
  page: z.number(),
  shown: z.enum(['first', 'page']),
  discussed: z.array(z.string()),
  refused: z.null(),
  prefers: z.enum(['nb', 'nn', 'en']).nullable(),
});

let shelf: Shelf;

beforeAll(async () => {
  shelf = await openShelf();
});

/** The stage's file; written first when it is asked for. */
function expectStage(turn: string, stage: string, value: unknown): void {
  const file = path.join(folder, turn, `${stage}.json`);
  const json = `${JSON.stringify(value, null, 2)}\n`;
  if (update) {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, json);
  }
  expect(JSON.parse(json)).toEqual(JSON.parse(readFileSync(file, 'utf8')));
}

const turns = readdirSync(folder);

test('there are examples', () => {
  expect(turns.length).toBeGreaterThanOrEqual(12);
});

test.each(turns)('%s', (turn) => {
  const file = (name: string): string => path.join(folder, turn, name);
  const message = messageSchema.parse(JSON.parse(readFileSync(file('message.json'), 'utf8')));
  const previous = existsSync(file('previous.json'))
    ? questionSchema.parse(JSON.parse(readFileSync(file('previous.json'), 'utf8')))
    : null;
  const { index, knowledge } = shelf;
  const { parties } = knowledge;
  const library = { documents: index.documents, passages: index.passages, parties, currentYear: 2026 };
  const composing = { ...library, starters: [{ party: 'frp', topic: 'LAR' }], sources: [] };

  const utterance = read(message);
  expectStage(turn, 'utterance', utterance);
  const question = understand(utterance, {
    parties,
    names: nameParties(parties),
    searched: ['ap', 'frp', 'senterungdommen', 'sentrum'],
    previous,
    prefers: null,
  });
  expectStage(turn, 'question', question);
  const evidence: Evidence | null = question.intent.kind === 'position' ? retrieve(question, index, parties) : null;
  if (evidence !== null) expectStage(turn, 'evidence', rounded(evidence));
  const answer = answerQuestion(question, index, composing);
  expectStage(turn, 'answer', answer);
  const reply = word(answer, parties, 'Testavisa');
  expectStage(turn, 'reply', reply);
  expectStage(turn, 'activity', renderMessage(reply, 'https://bot.example.no'));
});

// What is searched moves with the vocabulary; an example that lost what it is named after would go unseen in a long diff.
test.each([
  ['op-ed', '"kind": "op-ed"'],
  ['not-mentioned', '"status": "not-mentioned"'],
  ['change-over-time', '"document": "ap/ansvarlig-og-solidarisk-ruspolitikk"'],
  ['all-parties', '"kind": "resolution"'],
])('the example %s shows what it is named after: %s', (turn, shown) => {
  expect(readFileSync(path.join(folder, turn, 'answer.json'), 'utf8')).toContain(shown);
});

/** Only who has something to show, with two decimals: every word of the vocabulary moves figures, answers it does not. */
function rounded({ parties }: Evidence): unknown {
  return parties
    .filter(({ asked, status }) => asked || status === 'found')
    .map(({ hits, nearest, confidence, ...party }) => ({
      ...party,
      confidence: Number(confidence.toFixed(2)),
      hits: hits.map(({ document, start, end }) => ({ document, start, end })),
      nearest: nearest === null ? null : { document: nearest.document, start: nearest.start, end: nearest.end },
    }));
}
