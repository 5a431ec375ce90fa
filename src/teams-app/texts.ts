import type { Language } from '../domain.js';

export type Command = 'sample' | 'help' | 'parties' | 'sources' | 'language' | 'privacy' | 'erase' | 'eraseInThread';

/** `title` is what Teams puts into the message; it must be something the bot understands in that language. */
export interface CommandText {
  readonly title: string;
  readonly description: string;
}

/** Everything of the package that people read. */
export interface AppTexts {
  readonly name: { readonly short: string; readonly full: string };
  readonly description: { readonly short: string; readonly full: string };
  readonly commands: Readonly<Record<Command, CommandText>>;
}

const paragraphs = (...texts: readonly string[]): string => texts.join('\n\n');

const nb: AppTexts = {
  name: { short: 'Standpunkt', full: 'Standpunkt – partienes egne ord' },
  description: {
    short: 'Hva partiene mener, ordrett og med kilde. Ingen råd, ingen rangering.',
    full: paragraphs(
      'Spør hva et parti mener om en sak. Standpunkt svarer med ordrette sitater fra partienes egne dokumenter og med kilde til hvert sitat. Nevner ikke dokumentene saken, får du vite det.',
      'I en gruppe eller kanal nevner du @Standpunkt i meldingen. Du kan følge opp med «og Ap?», «hvorfor det?» eller «når er det fra?», og be om å sammenligne partier.',
      'Dette er en automatisk tjeneste, ikke et menneske. Ingen språkmodell skriver svarene. Tjenesten gir ikke stemmeråd og rangerer ikke partier.',
      'Standpunkt logger ikke spørsmål og svar. Det forrige spørsmålet ligger i minnet en kort stund, aldri over 24 timer, for at du skal kunne følge opp. Skriv «slett» for å fjerne det med en gang. Teams lagrer selve samtalen etter reglene i din organisasjon.',
    ),
  },
  commands: {
    sample: { title: 'hva mener partiene om rus?', description: 'Et spørsmål til alle partier; bytt ut emnet' },
    help: { title: 'hjelp', description: 'Hva du kan spørre om' },
    parties: { title: 'partier', description: 'Partiene det finnes dokumenter fra' },
    sources: { title: 'kilder', description: 'Dokumentene det siteres fra' },
    language: { title: 'språk', description: 'Svar på bokmål, nynorsk eller engelsk' },
    privacy: { title: 'personvern', description: 'Hva tjenesten husker, og hvor lenge' },
    erase: { title: 'slett', description: 'Fjern det tjenesten husker av samtalen din' },
    eraseInThread: { title: 'slett', description: 'Fjern det tjenesten husker av denne tråden' },
  },
};

const nn: AppTexts = {
  name: { short: 'Standpunkt', full: 'Standpunkt – partia sine eigne ord' },
  description: {
    short: 'Kva partia meiner, ordrett og med kjelde. Ingen råd, inga rangering.',
    full: paragraphs(
      'Spør kva eit parti meiner om ei sak. Standpunkt svarer med ordrette sitat frå partia sine eigne dokument og med kjelde til kvart sitat. Nemner ikkje dokumenta saka, får du vite det.',
      'I ei gruppe eller ein kanal nemner du @Standpunkt i meldinga. Du kan følgje opp med «og Ap?», «kvifor det?» eller «når er det frå?», og be om å samanlikne parti.',
      'Dette er ei automatisk teneste, ikkje eit menneske. Ingen språkmodell skriv svara. Tenesta gir ikkje råd om kva du skal røyste, og rangerer ikkje parti.',
      'Standpunkt loggar ikkje spørsmål og svar. Det førre spørsmålet ligg i minnet ei kort stund, aldri over 24 timar, for at du skal kunne følgje opp. Skriv «slett» for å fjerne det med ein gong. Teams lagrar sjølve samtalen etter reglane i organisasjonen din.',
    ),
  },
  commands: {
    sample: { title: 'kva meiner partia om rus?', description: 'Eit spørsmål til alle parti; byt ut emnet' },
    help: { title: 'hjelp', description: 'Kva du kan spørje om' },
    parties: { title: 'parti', description: 'Partia det finst dokument frå' },
    sources: { title: 'kjelder', description: 'Dokumenta det blir sitert frå' },
    language: { title: 'språk', description: 'Svar på bokmål, nynorsk eller engelsk' },
    privacy: { title: 'personvern', description: 'Kva tenesta hugsar, og kor lenge' },
    erase: { title: 'slett', description: 'Fjern det tenesta hugsar av samtalen din' },
    eraseInThread: { title: 'slett', description: 'Fjern det tenesta hugsar av denne tråden' },
  },
};

const en: AppTexts = {
  name: { short: 'Standpunkt', full: 'Standpunkt – the parties’ own words' },
  description: {
    short: 'What Norwegian parties say, word for word, with sources. No advice, no ranking.',
    full: paragraphs(
      'Ask what a party thinks about something. Standpunkt answers with verbatim quotes from the parties’ own documents and a source for each quote. Where the documents do not mention it, you are told so.',
      'In a group or a channel, mention @Standpunkt in the message. You can follow up with “and Ap?”, “why?” or “when is that from?”, and ask for a comparison of parties.',
      'This is an automatic service, not a person. No language model writes the answers. It gives no voting advice and ranks no parties. The quotes are in Norwegian.',
      'Standpunkt does not log questions and answers. The question before is kept in memory for a short while, never more than 24 hours, so that you can follow up. Write “delete” to remove it at once. Teams keeps the conversation itself by the rules of your organisation.',
    ),
  },
  commands: {
    sample: { title: 'what do parties say about drugs?', description: 'A question to all parties; change the topic' },
    help: { title: 'help', description: 'What you can ask about' },
    parties: { title: 'parties', description: 'The parties that there are documents from' },
    sources: { title: 'sources', description: 'The documents that are quoted' },
    language: { title: 'language', description: 'Answers in bokmål, nynorsk or English' },
    privacy: { title: 'privacy', description: 'What the service remembers, and how long' },
    erase: { title: 'delete', description: 'Remove what the service remembers of your conversation' },
    eraseInThread: { title: 'delete', description: 'Remove what the service remembers of this thread' },
  },
};

export const appTexts: Readonly<Record<Language, AppTexts>> = { nb, nn, en };
