import type { Language } from '../../domain.js';

/** What only Slack has us say, beside `channelWords`. */
export interface SlackWords {
  readonly asked: (question: string) => string;
  readonly share: string;
  readonly shared: string;
  /** A button of an answer that is no longer kept. */
  readonly gone: string;
  /** While the answer is looked for. */
  readonly looking: string;
  readonly promptsTitle: string;
  readonly howToAsk: string;
  readonly documents: string;
  readonly privacy: string;
  readonly close: string;
}

export const slackWords: Readonly<Record<Language, SlackWords>> = {
  nb: {
    asked: (question) => `Spørsmål: ${question}`,
    share: 'Del i kanalen',
    shared: 'Svaret er delt i kanalen.',
    gone: 'Svaret ligger ikke lenger hos oss. Still spørsmålet på nytt.',
    looking: 'leter i dokumentene …',
    promptsTitle: 'Spør for eksempel',
    howToAsk: 'Slik spør du',
    documents: 'Dokumentene',
    privacy: 'Personvern',
    close: 'Lukk',
  },
  nn: {
    asked: (question) => `Spørsmål: ${question}`,
    share: 'Del i kanalen',
    shared: 'Svaret er delt i kanalen.',
    gone: 'Svaret ligg ikkje lenger hos oss. Still spørsmålet på nytt.',
    looking: 'leitar i dokumenta …',
    promptsTitle: 'Spør til dømes',
    howToAsk: 'Slik spør du',
    documents: 'Dokumenta',
    privacy: 'Personvern',
    close: 'Lukk',
  },
  en: {
    asked: (question) => `Question: ${question}`,
    share: 'Share in the channel',
    shared: 'The answer is shared in the channel.',
    gone: 'The answer is no longer kept here. Ask the question again.',
    looking: 'is looking in the documents …',
    promptsTitle: 'Ask for example',
    howToAsk: 'How to ask',
    documents: 'The documents',
    privacy: 'Privacy',
    close: 'Close',
  },
};
