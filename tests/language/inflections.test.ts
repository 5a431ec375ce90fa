import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { Analyser } from '../../src/language/analyse.js';
import { openShelf, root } from '../knowledge-fixture.js';

const folder = path.join(root, '../shared/nynorsk');
const here = existsSync(folder);
const reason = '../shared/nynorsk is not here';
// eslint-disable-next-line no-console -- a skipped check says why
if (!here) console.warn(`Stems are not tried on word lists: ${reason}.`);
const measured = here ? test : test.skip;
const why = here ? '' : ` (${reason})`;

const inflected = z.object({ form: z.string(), lemma: z.string() });
const pair = z.object({ nn: z.string(), nb: z.string() });
const plain = /^\p{Ll}{3,}$/u;

function lines<Shape extends z.ZodType>(name: string, shape: Shape): readonly z.infer<Shape>[] {
  const text = readFileSync(path.join(folder, name), 'utf8').trim();
  return text.split('\n').map((line) => shape.parse(JSON.parse(line)));
}

let analyser: Analyser;
beforeAll(async () => {
  analyser = (await openShelf()).index.analyser;
}, 60_000);

const termOf = (word: string): string | undefined => analyser.normalise(word)[0]?.term;
const share = <Item>(items: readonly Item[], isRight: (item: Item) => boolean): number =>
  items.filter(isRight).length / items.length;

// Measured 94.1 and 92.4 % of the forms, pronouns and all; Snowball by itself is at 82 in bokmål.
measured.each([
  ['ud_bokmaal_forms.jsonl', 0.93],
  ['ud_nynorsk_forms.jsonl', 0.91],
])(`most inflected forms of %s have the stem of their lemma${why}`, (name, least) => {
  const forms = lines(name, inflected).filter(({ form, lemma }) => plain.test(form) && plain.test(lemma));
  const changed = forms.filter(({ form, lemma }) => form !== lemma);
  expect(changed.length).toBeGreaterThan(4_000);
  expect(share(changed, ({ form, lemma }) => termOf(form) === termOf(lemma))).toBeGreaterThan(least);
});

// Measured 9.6 and 10.5 %. Among them are "lære" and "lær", and verbs and their nouns, which are meant to meet.
measured.each(['ud_bokmaal_forms.jsonl', 'ud_nynorsk_forms.jsonl'])(
  `few lemmas of %s share their stem with another${why}`,
  (name) => {
    const lemmas = [...new Set(lines(name, inflected).map(({ lemma }) => lemma))].filter((lemma) => plain.test(lemma));
    const stems = new Set(lemmas.map(termOf));
    expect(1 - stems.size / lemmas.length).toBeLessThan(0.12);
  },
);

// Measured 77.4 % of an encyclopedia's words, which are mostly compounds.
measured(`nynorsk words have the stem of their bokmål word${why}`, () => {
  const pairs = lines('samnorsk_nn_nb.jsonl', pair).filter(({ nn, nb }) => plain.test(nn) && plain.test(nb));
  expect(share(pairs, ({ nn, nb }) => termOf(nn) === termOf(nb))).toBeGreaterThan(0.75);
});
