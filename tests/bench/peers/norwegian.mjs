import { stopwords } from '@orama/stopwords/norwegian';
import { newStemmer } from 'snowball-stemmers';

const stemmer = newStemmer('norwegian');
const stopWords = new Set(stopwords);

/** A word → its Snowball stem, null for a stop word. */
export function stemOf(word) {
  const lower = word.toLowerCase();
  return stopWords.has(lower) ? null : stemmer.stem(lower);
}
