import type { FeedbackReason, Language } from '../domain.js';

/** What channels say in buttons and dialogs of their own, beside the reply. */
export interface ChannelWords {
  /** Said where other bots carry an "AI generated" label: no model writes here. */
  readonly verbatim: string;
  readonly openSource: string;
  /** Where the document was published. */
  readonly openOriginal: string;
  readonly askNext: string;
  readonly more: string;
  readonly feedback: {
    readonly like: string;
    readonly dislike: string;
    /** Above the reasons. */
    readonly whatIsWrong: string;
    readonly reasons: Readonly<Record<FeedbackReason, string>>;
    readonly send: string;
    readonly thanks: string;
    /** Beside the reasons: what becomes of it. */
    readonly onlyCounted: string;
  };
}

export const channelWords: Readonly<Record<Language, ChannelWords>> = {
  nb: {
    verbatim: 'Ordrette sitater',
    openSource: 'Åpne kilden',
    openOriginal: 'Åpne originalen',
    askNext: 'Spør videre',
    more: 'Vis mer',
    feedback: {
      like: 'Nyttig svar',
      dislike: 'Noe er feil',
      whatIsWrong: 'Hva er feil med svaret?',
      reasons: {
        'wrong-quote': 'Feil sitat',
        'wrong-party': 'Feil parti',
        outdated: 'Utdatert',
        'not-covered': 'Dekker ikke spørsmålet',
      },
      send: 'Send',
      thanks: 'Takk for tilbakemeldingen.',
      onlyCounted: 'Vi teller bare hva som er krysset av, ikke hvem som svarte eller hva det ble spurt om.',
    },
  },
  nn: {
    verbatim: 'Ordrette sitat',
    openSource: 'Opne kjelda',
    openOriginal: 'Opne originalen',
    askNext: 'Spør vidare',
    more: 'Vis meir',
    feedback: {
      like: 'Nyttig svar',
      dislike: 'Noko er feil',
      whatIsWrong: 'Kva er feil med svaret?',
      reasons: {
        'wrong-quote': 'Feil sitat',
        'wrong-party': 'Feil parti',
        outdated: 'Utdatert',
        'not-covered': 'Dekkjer ikkje spørsmålet',
      },
      send: 'Send',
      thanks: 'Takk for tilbakemeldinga.',
      onlyCounted: 'Vi tel berre kva som er kryssa av, ikkje kven som svarte eller kva det vart spurt om.',
    },
  },
  en: {
    verbatim: 'Verbatim quotes',
    openSource: 'Open the source',
    openOriginal: 'Open the original',
    askNext: 'Ask next',
    more: 'Show more',
    feedback: {
      like: 'Useful answer',
      dislike: 'Something is wrong',
      whatIsWrong: 'What is wrong with the answer?',
      reasons: {
        'wrong-quote': 'Wrong quote',
        'wrong-party': 'Wrong party',
        outdated: 'Outdated',
        'not-covered': 'Does not cover the question',
      },
      send: 'Send',
      thanks: 'Thank you for the feedback.',
      onlyCounted: 'We only count what is ticked, not who answered or what was asked.',
    },
  },
};
