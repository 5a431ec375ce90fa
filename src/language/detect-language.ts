import type { Language } from '../domain.js';
import { tokenize } from './tokenize.js';

/** Frequent words that only one of the three languages has. */
const marks: readonly (readonly [Language, ReadonlySet<string>])[] = [
  [
    'nb',
    new Set(
      'jeg ikke hva hvem hvor hvordan hvorfor hvilke hvilket noe noen en et mener mene av fra mer mye uten være vært sier gjøre gjør også synes bare etter nå hun deres ønsker disse flere hele'.split(
        ' ',
      ),
    ),
  ],
  [
    'nn',
    new Set(
      'eg ikkje kva kven kor korleis kvifor kva noko nokon ein eit meiner meine frå meir mykje utan vere vore seier gjere gjer òg berre ho deira ønskjer desse fleire heile dei me vert blei skule auke korleis gjev kjelder kjelda meining endra einige samanlikn arbeidarpartiet framstegspartiet senterungdomen høgre raudt'.split(
        ' ',
      ),
    ),
  ],
  [
    'en',
    new Set(
      'the what does do is are about think how of and their party want which who should would policy say position on in will they hello help thanks thank bye goodbye sources parties privacy delete language more why same agree both difference everyone show please not hi hey labour greens conservatives people can could has with from my our your you we this that these been but than against tax taxes care children schools health school housing homes workers rights cars oil climate immigration drugs crime police pensions jobs'.split(
        ' ',
      ),
    ),
  ],
];

/** Frequent words that both written forms of Norwegian have, and English has not. */
const norwegian = new Set(
  'og om er som på til med har det vil skal eller mot imot hos sammenlign partiene partia'.split(' '),
);

/** Whether a text is Norwegian, though perhaps of neither form for certain. */
export function isNorwegian(text: string): boolean {
  return tokenize(text).some((token) => norwegian.has(token.word));
}

/** The language of a text; bokmål when none stands out. */
export function detectLanguage(text: string): Language {
  return shownLanguage(text) ?? 'nb';
}

/** The language with most of its own frequent words in the text; null when there are none. */
export function shownLanguage(text: string): Language | null {
  const words = tokenize(text.slice(0, 20_000)).map((token) => token.word);
  let best: Language | null = null;
  let most = 0;
  for (const [language, own] of marks) {
    const count = words.filter((word) => own.has(word)).length;
    if (count > most) {
      best = language;
      most = count;
    }
  }
  return best;
}
