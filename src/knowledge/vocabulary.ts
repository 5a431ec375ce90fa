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
// What opens or closes compounds becomes part of a regular expression: only letters.
const nynorskWord = term.regex(/^(?:-\p{L}+|\p{L}+-|[^-].*[^-]|[^-])$/u);
const onePair =
  'write one pair a line: `ikkje: ikke`; what opens or closes compounds in letters and a hyphen: `vass-: vann-`';
const pairsSchema = z.strictObject({ pairs: z.record(nynorskWord, term, onePair) });
// A list first: as one word it would be coerced to its words with commas between.
const oneOrMore = z.union([terms.min(1, 'write at least one word'), term.transform((one) => [one])]);
const english = z.record(term, oneOrMore, 'write one word a line: `school: skole`');
const englishSchema = z.strictObject({ english });
const schemas = { pairs: pairsSchema, english: englishSchema, area: areaSchema };
const fileSchema = z.union([areaSchema, pairsSchema, englishSchema]);

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
  const translations: Vocabulary['english'][number][] = [];
  const problems: Problem[] = [];
  for (const { file, source } of files) {
    const checked = checkYaml<z.infer<typeof fileSchema>>(file, source, schemas[kindOf(source)]);
    if (!checked.ok) problems.push(...checked.problems);
    else if ('pairs' in checked.value) nynorsk.push(...Object.entries(checked.value.pairs));
    else if ('english' in checked.value) translations.push(...Object.entries(checked.value.english));
    else for (const group of checked.value.groups) groups.push({ area: checked.value.area, ...group });
  }
  return { vocabulary: { groups, nynorsk, english: translations }, problems };
}

/** What a file holds is told by the key that it begins with. */
function kindOf(source: string): keyof typeof schemas {
  const key = /^(pairs|english):/mu.exec(source)?.[1];
  return key === 'pairs' || key === 'english' ? key : 'area';
}
