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
  readonly waysIn: string;
  readonly documents: string;
  readonly privacy: string;
  /** What is true of Slack alone, beside what the service says of privacy everywhere. */
  readonly keptOfSlack: string;
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
    waysIn:
      'Skriv en direktemelding her, nevn @Standpunkt i en kanal, eller skriv /parti og spørsmålet. Svaret på /parti ser bare du, til du deler det.',
    documents: 'Dokumentene',
    privacy: 'Personvern',
    keptOfSlack:
      'Slack sender oss meldingene i kanalene der Standpunkt er med. Det som ikke er til oss, blir verken besvart eller husket. De siste svarene i en samtale holdes like lenge som spørsmålet, så «Vis mer» og «Del i kanalen» virker. Hvilke tråder Standpunkt er med i, huskes i et døgn, uten navn. Meldingene og svarene som står i Slack, lagres av Slack slik arbeidsområdet ditt har bestemt.',
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
    waysIn:
      'Skriv ei direktemelding her, nemn @Standpunkt i ein kanal, eller skriv /parti og spørsmålet. Svaret på /parti ser berre du, til du deler det.',
    documents: 'Dokumenta',
    privacy: 'Personvern',
    keptOfSlack:
      'Slack sender oss meldingane i kanalane der Standpunkt er med. Det som ikkje er til oss, blir verken svart på eller hugsa. Dei siste svara i ein samtale blir haldne like lenge som spørsmålet, så «Vis meir» og «Del i kanalen» verkar. Kva trådar Standpunkt er med i, blir hugsa i eit døgn, utan namn. Meldingane og svara som står i Slack, blir lagra av Slack slik arbeidsområdet ditt har bestemt.',
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
    waysIn:
      'Write a direct message here, mention @Standpunkt in a channel, or type /parti and the question. Only you see the answer to /parti, until you share it.',
    documents: 'The documents',
    privacy: 'Privacy',
    keptOfSlack:
      'Slack sends us the messages of the channels that Standpunkt is in. What is not for us is neither answered nor remembered. The latest answers of a conversation are held as long as the question, for “Show more” and “Share in the channel”. Which threads Standpunkt takes part in is remembered for a day, without names. The messages and answers that stand in Slack are kept by Slack as your workspace has decided.',
    close: 'Close',
  },
};
