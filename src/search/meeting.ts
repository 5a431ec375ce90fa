import type { PlacedWord } from './placed-words.js';
import type { OpenWordVectors } from './word-vectors.js';

/** A text, by the numbers of its terms and how strongly it says each word of the question → how well it meets each, 0 to 1. */
export type MeetingOf = (terms: Uint32Array, said: readonly number[]) => readonly number[];

/**
 * Each word of the question beside the text's word that lies nearest to it (late interaction, Khattab and Zaharia 2020). Where
 * two texts lie tells what they are about on the whole; this, whether a text has something for each word. A word that lies
 * nowhere is met where it is said and nowhere else.
 */
export function meeting(
  words: readonly PlacedWord[],
  { count, cosineOf }: Pick<OpenWordVectors, 'count' | 'cosineOf'>,
): MeetingOf {
  // Texts that are read for a question share most of their words. Where each word's cosines begin, plus 1; 0 while it is not met.
  const begins = new Uint32Array(count);
  const cosines: number[] = [];
  const meet = (term: number): number => {
    begins[term] = cosines.length + 1;
    for (const { vector } of words) cosines.push(cosineOf(term, vector));
    return cosines.length + 1 - words.length;
  };
  return (terms, said) => {
    const nearest = [...said];
    for (const term of terms) {
      const begin = (begins[term] || meet(term)) - 1;
      for (let word = 0; word < nearest.length; word += 1) {
        const cosine = cosines[begin + word] ?? 0;
        if (cosine > (nearest[word] ?? 0)) nearest[word] = cosine;
      }
    }
    return nearest;
  };
}
