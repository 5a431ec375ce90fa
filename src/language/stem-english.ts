import { newStemmer } from 'snowball-stemmers';

/** Snowball's English stemmer, with British spelling brought to American: "decriminalising" meets "decriminalize". */
export function stemEnglish(word: string): string {
  const american = word.replace(/is(e|es|ed|ing|ation|ations)$/u, 'iz$1').replace(/our(s|ed|ing)?$/u, 'or$1');
  return newStemmer('english').stem(american);
}
