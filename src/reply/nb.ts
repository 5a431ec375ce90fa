import type { Wording } from './wording.js';

const months = 'januar februar mars april mai juni juli august september oktober november desember'.split(' ');
const list = new Intl.ListFormat('nb', { type: 'conjunction' });
const choice = new Intl.ListFormat('nb', { type: 'disjunction' });

export const nb: Wording = {
  date: (year, month, day) =>
    [day && `${Number(day)}.`, month && months[Number(month) - 1], year].filter(Boolean).join(' '),
  undated: 'uten dato',
  pages: (pages) => `side ${pages} i PDF-en`,
  printedPage: (page, from) => `${from ? 'fra ' : ''}trykt side ${page}`,
  expired: 'perioden er utløpt',
  period: ({ from, to }, expired) => `perioden ${from}–${to}${expired ? ' er utløpt' : ''}`,
  adoptedBy: (body) => `vedtatt av ${body}`,
  kinds: {
    programme: 'partiprogram',
    'draft-programme': 'utkast til partiprogram',
    resolution: 'resolusjon',
    'web-page': 'nettside',
    'op-ed': 'leserinnlegg',
    'press-release': 'pressemelding',
    speech: 'tale',
  },
  roles: { 'local politician': 'lokalpolitiker' },
  opEd: (role, publisher) => `Leserinnlegg${role ? ` av en ${role}` : ''} i ${publisher}, ikke vedtatt av partiet.`,
  draft: 'Utkast til program, ikke vedtatt av partiet.',
  youth: (mother) => `Ungdomsorganisasjon: sier hva den selv mener, ikke hva ${mother} mener.`,
  alsoOnPages: (pages) => `også på side ${pages}`,
  list: (names) => list.format(names),
  understoodAs: (question) => `Forstått som: ${question}`,
  notMentioned: (party, titles, more) => {
    const rest = more > 0 ? [`${more} til`] : [];
    const named = titles.map((title) => `«${title}»`);
    return titles.length === 0
      ? `Ikke omtalt i dokumentene vi har fra ${party}.`
      : `Ikke omtalt i dokumentene vi har fra ${party}: ${list.format([...named, ...rest])}.`;
  },
  notMentionedByAnybody: 'Ingen av dokumentene vi har, omtaler dette.',
  othersSilent: (parties) => `Ikke omtalt i dokumentene vi har fra ${parties}.`,
  noDocuments: (party) => `Vi har ingen dokumenter fra ${party}, og kan derfor ikke si hva partiet mener.`,
  nearest: 'Det nærmeste vi fant, som ikke er et svar på spørsmålet:',
  youthOffer: (youth, mother) =>
    `${youth}, som er ungdomsorganisasjon for ${mother}, omtaler dette. Det er ikke det samme som hva ${mother} mener.`,
  motherOffer: (mother, youth) =>
    `${mother}, som er moderpartiet til ${youth}, omtaler dette. Det er ikke det samme som hva ${youth} mener.`,
  help: (reason, parties) => {
    const how = `Spør om et parti og en sak, for eksempel som under. Vi har dokumenter fra ${parties}.`;
    switch (reason) {
      case 'greeting':
        return ['Hei! Her kan du lese hva partiene selv har skrevet, ordrett og med kilde.', how];
      case 'thanks':
        return ['Bare hyggelig. Spør gjerne om mer.'];
      case 'human':
        return ['Nei, dette er en automatisk tjeneste. Den viser ordrette sitater fra partienes egne dokumenter.', how];
      case 'capabilities':
        return [
          'Dette er en automatisk tjeneste som finner hva partiene selv har skrevet om en sak, og viser det ordrett med kilde. Den gir ingen råd og rangerer ingen.',
          how,
        ];
      case 'empty':
        return ['Meldingen var tom.', how];
      case 'unreadable':
        return ['Det var ingen ord i meldingen som vi kan lese.', how];
      case 'no-question':
        return ['Vi fant ikke noe spørsmål om et partis politikk i meldingen. Skriv det gjerne kortere.', how];
      default:
        return reason satisfies never;
    }
  },
  clarify: (reason, candidates) => {
    switch (reason) {
      case 'ambiguous-party':
        return [`Hvilket parti mener du: ${choice.format(candidates)}?`];
      case 'missing-topic':
        return [`Hvilken sak vil du vite hva ${list.format(candidates)} mener om?`];
      case 'missing-context':
        return ['Hva sikter du til? Skriv hele spørsmålet med parti og sak.'];
      default:
        return reason satisfies never;
    }
  },
  declined: (reason, parties) => {
    const rest = `Du kan spørre hva partiene selv har skrevet om en sak; vi har dokumenter fra ${parties}. Praktisk informasjon om valg står på valg.no.`;
    switch (reason) {
      case 'voting-advice':
        return ['Vi gir ikke råd om hva du skal stemme.', rest];
      case 'evaluation':
        return ['Vi vurderer og rangerer ikke partier.', rest];
      case 'instructions':
        return ['Tjenesten viser bare ordrette sitater fra partienes dokumenter og gjør ikke annet.', rest];
      default:
        return reason satisfies never;
    }
  },
  source: (title, kind, party) => `«${title}», ${kind} fra ${party}`,
  noNewer: 'Vi kan bare si hva som står i dokumentene vi har, ikke om partiet har ment noe annet siden.',
  welcome: (operator) => [
    'Hei! Dette er en automatisk tjeneste som viser hva partiene selv har skrevet, ordrett og med kilde. Står det ingenting, får du vite det.',
    ...(operator === null ? [] : [`Tjenesten drives av ${operator}.`]),
  ],
  question: (party, topic) => `Hva mener ${party} om ${topic}?`,
  questionToAll: (topic) => `Hva mener partiene om ${topic}?`,
};
