import type { Focus, Language, Party, Question } from '../domain.js';

type Frame = (who: string, topic: string, several: boolean) => string;

const frames: Readonly<Record<Language, Readonly<Record<Focus, Frame>>>> = {
  nb: {
    stand: (who, topic) => `Hva mener ${who} om ${topic}?`,
    reasons: (who, topic) => `Hvorfor mener ${who} det de mener om ${topic}?`,
    change: (who, topic) => `Har ${who} endret mening om ${topic}?`,
    agreement: (who, topic) => `Er ${who} enige om ${topic}?`,
    more: (who, topic) => `Flere sitater fra ${who} om ${topic}`,
  },
  nn: {
    stand: (who, topic) => `Kva meiner ${who} om ${topic}?`,
    reasons: (who, topic) => `Kvifor meiner ${who} det dei meiner om ${topic}?`,
    change: (who, topic) => `Har ${who} endra meining om ${topic}?`,
    agreement: (who, topic) => `Er ${who} einige om ${topic}?`,
    more: (who, topic) => `Fleire sitat frå ${who} om ${topic}`,
  },
  en: {
    stand: (who, topic, several) => `What ${several ? 'do' : 'does'} ${who} say about ${topic}?`,
    reasons: (who, topic, several) => `Why ${several ? 'do' : 'does'} ${who} think as they do about ${topic}?`,
    change: (who, topic, several) => `${several ? 'Have' : 'Has'} ${who} changed position on ${topic}?`,
    agreement: (who, topic) => `Do ${who} agree on ${topic}?`,
    more: (who, topic) => `More quotes from ${who} about ${topic}`,
  },
};
const everybody: Readonly<Record<Language, string>> = { nb: 'partiene', nn: 'partia', en: 'the parties' };
const theRest: Readonly<Record<Language, string>> = {
  nb: 'de andre partiene',
  nn: 'dei andre partia',
  en: 'the other parties',
};

/** "the Labour Party", but "Partiet Sentrum". */
const takesArticle = /(?:Party|League|Greens|Democrats|Liberalists|Conservatives|Liberals)$/u;

/** The question as a whole sentence, so that what was carried over can be read. */
export function writeOut(question: Question, parties: readonly Party[]): string {
  const { language, topic, scope, intent } = question;
  const focus = intent.kind === 'position' ? intent.focus : 'stand';
  const several = scope !== 'named' || question.parties.length > 1;
  const frame = frames[language][focus === 'agreement' && !several ? 'stand' : focus];
  if (scope === 'rest') return frame(theRest[language], topic, several);
  if (scope !== 'named') return frame(everybody[language], topic, several);
  const names = question.parties.map((id) => {
    const name = parties.find((party) => party.id === id)?.name[language] ?? id;
    return language === 'en' && takesArticle.test(name) ? `the ${name}` : name;
  });
  return frame(new Intl.ListFormat(language, { type: 'conjunction' }).format(names), topic, several);
}
