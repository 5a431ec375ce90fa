import type { Language } from '../domain.js';

/** Everything the chat itself says. What the bot says arrives with its messages. */
export interface Strings {
  readonly conversation: string;
  readonly you: string;
  readonly bot: string;
  readonly inputLabel: string;
  readonly inputHint: string;
  readonly send: string;
  readonly sending: string;
  readonly searching: string;
  readonly connecting: string;
  readonly reconnecting: string;
  readonly restarted: string;
  readonly retry: string;
  readonly suggestions: string;
  readonly more: (quotes: number, party: string) => string;
  readonly opensInNewTab: string;
  readonly empty: string;
  readonly failed: Readonly<Record<Failure, string>>;
  readonly cannotConnect: Readonly<Record<Failure, string>>;
}

/** Why a request came to nothing. */
export type Failure = 'unreachable' | 'broken' | 'busy' | 'refused' | 'unanswered';

export const strings: Readonly<Record<Language, Strings>> = {
  nb: {
    conversation: 'Samtale',
    you: 'Du',
    bot: 'Standpunkt',
    inputLabel: 'Still et spørsmål',
    inputHint: 'Et parti og et tema',
    send: 'Send',
    sending: 'Sender …',
    searching: 'Leter i dokumentene …',
    connecting: 'Kobler til …',
    reconnecting: 'Mistet forbindelsen. Prøver igjen …',
    restarted: 'Den forrige samtalen var utløpt, så dette er en ny. Nevn parti og tema på nytt.',
    retry: 'Prøv igjen',
    suggestions: 'Forslag til spørsmål',
    more: (quotes, party) => `Vis ${quotes === 1 ? 'ett sitat' : `${quotes} sitater`} til fra ${party}`,
    opensInNewTab: 'åpnes i ny fane',
    empty: 'Skriv et spørsmål først.',
    failed: {
      unreachable: 'Ikke sendt: fikk ikke kontakt med tjenesten. Sjekk nettet ditt, og prøv igjen.',
      broken: 'Ikke besvart: noe gikk galt i tjenesten. Prøv igjen om litt.',
      busy: 'Ikke sendt: det kom for mange spørsmål på kort tid. Vent litt, og prøv igjen.',
      refused: 'Ikke sendt: tjenesten tok ikke imot spørsmålet. Prøv å skrive det kortere.',
      unanswered: 'Det kom ikke noe svar. Prøv igjen.',
    },
    cannotConnect: {
      unreachable: 'Fikk ikke kontakt med tjenesten. Sjekk nettet ditt, og prøv igjen.',
      broken: 'Noe gikk galt i tjenesten. Prøv igjen om litt.',
      busy: 'Mange bruker tjenesten akkurat nå. Vent litt, og prøv igjen.',
      refused: 'Tjenesten kunne ikke starte en samtale. Last siden på nytt.',
      unanswered: 'Tjenesten svarer ikke. Prøv igjen.',
    },
  },
  nn: {
    conversation: 'Samtale',
    you: 'Du',
    bot: 'Standpunkt',
    inputLabel: 'Still eit spørsmål',
    inputHint: 'Eit parti og eit tema',
    send: 'Send',
    sending: 'Sender …',
    searching: 'Leitar i dokumenta …',
    connecting: 'Koplar til …',
    reconnecting: 'Mista sambandet. Prøver igjen …',
    restarted: 'Den førre samtalen var utgått, så dette er ein ny. Nemn parti og tema på nytt.',
    retry: 'Prøv igjen',
    suggestions: 'Framlegg til spørsmål',
    more: (quotes, party) => `Vis ${quotes === 1 ? 'eitt sitat' : `${quotes} sitat`} til frå ${party}`,
    opensInNewTab: 'blir opna i ny fane',
    empty: 'Skriv eit spørsmål først.',
    failed: {
      unreachable: 'Ikkje sendt: fekk ikkje kontakt med tenesta. Sjekk nettet ditt, og prøv igjen.',
      broken: 'Ikkje svart på: noko gjekk gale i tenesta. Prøv igjen om litt.',
      busy: 'Ikkje sendt: det kom for mange spørsmål på kort tid. Vent litt, og prøv igjen.',
      refused: 'Ikkje sendt: tenesta tok ikkje imot spørsmålet. Prøv å skrive det kortare.',
      unanswered: 'Det kom ikkje noko svar. Prøv igjen.',
    },
    cannotConnect: {
      unreachable: 'Fekk ikkje kontakt med tenesta. Sjekk nettet ditt, og prøv igjen.',
      broken: 'Noko gjekk gale i tenesta. Prøv igjen om litt.',
      busy: 'Mange bruker tenesta akkurat no. Vent litt, og prøv igjen.',
      refused: 'Tenesta kunne ikkje starte ein samtale. Last sida på nytt.',
      unanswered: 'Tenesta svarer ikkje. Prøv igjen.',
    },
  },
  en: {
    conversation: 'Conversation',
    you: 'You',
    bot: 'Standpunkt',
    inputLabel: 'Ask a question',
    inputHint: 'A party and a topic',
    send: 'Send',
    sending: 'Sending …',
    searching: 'Searching the documents …',
    connecting: 'Connecting …',
    reconnecting: 'Lost the connection. Trying again …',
    restarted: 'The previous conversation had expired, so this is a new one. Name the party and the topic again.',
    retry: 'Try again',
    suggestions: 'Suggested questions',
    more: (quotes, party) => `Show ${quotes === 1 ? 'one more quote' : `${quotes} more quotes`} from ${party}`,
    opensInNewTab: 'opens in a new tab',
    empty: 'Write a question first.',
    failed: {
      unreachable: 'Not sent: could not reach the service. Check your connection and try again.',
      broken: 'Not answered: something went wrong in the service. Try again in a while.',
      busy: 'Not sent: too many questions in a short time. Wait a little and try again.',
      refused: 'Not sent: the service did not accept the question. Try a shorter one.',
      unanswered: 'No answer came. Try again.',
    },
    cannotConnect: {
      unreachable: 'Could not reach the service. Check your connection and try again.',
      broken: 'Something went wrong in the service. Try again in a while.',
      busy: 'Many people are using the service right now. Wait a little and try again.',
      refused: 'The service could not start a conversation. Reload the page.',
      unanswered: 'The service does not answer. Try again.',
    },
  },
};
