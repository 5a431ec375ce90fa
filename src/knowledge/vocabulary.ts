import { z } from 'zod';
import type { Problem, Vocabulary, VocabularyGroup } from '../domain.js';
import { checkYaml } from './yaml.js';

const term = z.coerce
  .string('write a word or a phrase')
  .trim()
  .max(80, 'write at most 80 characters')
  .regex(/\p{L}/u, "write a word; put quotation marks around a term that holds a comma: '1,5-gradersmålet'");
const terms = z.array(term, 'write a list of words: [hasj, cannabis]');

const groupSchema = z.strictObject({
  equal: terms.min(1, 'write at least one word'),
  asked: terms.default([]),
  english: terms.default([]),
  broader: terms.default([]),
  narrower: terms.default([]),
});

const areaSchema = z.strictObject({ area: term, groups: z.array(groupSchema) });
const pairsSchema = z.strictObject({ pairs: z.record(term, term, 'write one pair a line: `ikkje: ikke`') });
const fileSchema = z.union([areaSchema, pairsSchema], 'write `area:` and `groups:`, or `pairs:`');

export interface VocabularyFile {
  readonly file: string;
  readonly source: string;
}

export interface ReadVocabulary {
  readonly vocabulary: Vocabulary;
  readonly problems: readonly Problem[];
}

/** Files of `vocabulary/` → one vocabulary. A bad file is reported and the others are used. */
export function readVocabulary(files: readonly VocabularyFile[]): ReadVocabulary {
  const groups: VocabularyGroup[] = [];
  const nynorsk: (readonly [string, string])[] = [];
  const problems: Problem[] = [];
  for (const { file, source } of files) {
    const schema = /^pairs:/mu.test(source) ? pairsSchema : areaSchema;
    const checked = checkYaml<z.infer<typeof fileSchema>>(file, source, schema);
    if (!checked.ok) problems.push(...checked.problems);
    else if ('pairs' in checked.value) nynorsk.push(...Object.entries(checked.value.pairs));
    else for (const group of checked.value.groups) groups.push({ area: checked.value.area, ...group });
  }
  return { vocabulary: { groups, nynorsk }, problems };
}
