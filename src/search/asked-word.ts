import type { Word } from '../language/analyse.js';
import { plainEnglish } from '../language/plain-english.js';
import { stemEnglish } from '../language/stem-english.js';
import type { PassageIndex } from './open-index.js';
import type { Alternative } from './thesaurus.js';

/** A word of a question, or several English ones that are one thing, in Norwegian where that is known. */
export interface AskedWord {
  readonly word: Word;
  /** As the question has it, in lower case. */
  readonly label: string;
  /** Terms that say it, all of them needed; of a single word its own. */
  readonly terms: readonly string[];
  /** What else it may be in Norwegian. */
  readonly ways: readonly Alternative[];
  /** Stems of the English words; empty for a Norwegian question. */
  readonly english: readonly string[];
}

/** A second rendering is what fewer mean: "paper" is "papir", and now and then "avis". */
const secondRendering = 0.85;

export function asIs(word: Word): AskedWord {
  return { word, label: word.word, terms: [word.term], ways: [], english: [] };
}

/** The words of an English topic, each with its Norwegian: what the vocabulary knows of that holds for it too. */
export function askedInEnglish(topic: string, { analyser, translation }: PassageIndex): readonly AskedWord[] {
  const words = analyser.analyse(plainEnglish(topic));
  return translation(words.map(({ word }) => word)).flatMap(({ at, count, norwegian }) => {
    const said = words.slice(at, at + count);
    const english = said.map(({ word }) => stemEnglish(word));
    const [first, ...more] = norwegian.map((phrase) => carryingOf(analyser.analyse(phrase)));
    if (first === undefined) return said.map((word) => ({ ...asIs(word), english: [stemEnglish(word.word)] }));
    const word = headOf(first);
    const label = said.map((each) => each.word).join(' ');
    const ways = more.map((phrase) => ({ terms: phrase.map(({ term }) => term), weight: secondRendering }));
    return word === undefined ? [] : [{ word, label, terms: first.map(({ term }) => term), ways, english }];
  });
}

function carryingOf(words: readonly Word[]): readonly Word[] {
  const carrying = words.filter(({ role }) => role !== 'stop');
  return carrying.length > 0 ? carrying : words;
}

/** The longest word of a phrase stands for it; its parts are not looked for by themselves. */
function headOf(words: readonly Word[]): Word | undefined {
  const [longest] = words.toSorted((a, b) => b.word.length - a.word.length);
  if (longest === undefined || words.length === 1) return longest;
  const role = words.some((word) => word.role === 'topic') ? 'topic' : longest.role;
  return { ...longest, role, parts: [] };
}
