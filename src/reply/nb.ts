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
  help: ({ parties, silent, operator }) => {
    const how = `Spør om et parti og en sak, for eksempel som under. Vi har dokumenter fra ${list.format(parties)}.`;
    const run = operator === null ? 'Hvem som driver tjenesten, er ikke oppgitt.' : `Tjenesten drives av ${operator}.`;
    return {
      greeting: ['Hei! Her kan du lese hva partiene selv har skrevet, ordrett og med kilde.', how],
      capabilities: [
        'Dette er en automatisk tjeneste som finner hva partiene selv har skrevet om en sak, og viser det ordrett med kilde. Den gir ingen råd og rangerer ingen.',
        how,
        'Du kan følge opp med «og Ap?», «er de enige?» eller «når er det fra?», og skrive «partier», «kilder», «språk», «personvern» eller «slett».',
      ],
      thanks: ['Bare hyggelig. Spør gjerne om mer.'],
      goodbye: ['Ha det! Skriv «slett» hvis tjenesten skal glemme samtalen med en gang.'],
      human: ['Nei, dette er en automatisk tjeneste. Den viser ordrette sitater fra partienes egne dokumenter.', how],
      operator: ['Dette er en automatisk tjeneste som viser ordrette sitater fra partienes egne dokumenter.', run],
      parties: [
        `Vi har dokumenter fra ${list.format(parties)}.`,
        ...(silent.length > 0 ? [`Fra ${list.format(silent)} har vi ingen.`] : []),
      ],
      privacy: [
        'Spørsmålene og svarene blir ikke logget eller skrevet til disk. For at du skal kunne følge opp, ligger det forrige spørsmålet i minnet en kort stund, aldri over 24 timer, under en nøkkel som ikke viser hvem du er. I nettpraten ligger samtalen der like lenge, i Slack de siste svarene.',
        'Skriv «slett» for å fjerne det med en gang.',
        run,
      ],
      erased: ['Slettet. Tjenesten husker ikke lenger noe fra denne samtalen.'],
      language: [
        'Svarene kommer på bokmål. Skriv «svar på nynorsk» eller «answer in English» for å bytte. Sitatene står alltid på sitt eget språk.',
      ],
      empty: ['Meldingen var tom.', how],
      unreadable: ['Det var ingen ord i meldingen som vi kan lese.', how],
      'no-question': ['Vi fant ikke noe spørsmål om et partis politikk i meldingen. Skriv det gjerne kortere.', how],
    };
  },
  clarify: (candidates) => ({
    'ambiguous-party': `Hvilket parti mener du: ${choice.format(candidates)}?`,
    collective: 'Hvem som hører til en slik gruppe, skifter, så vi spør heller om hvert parti. Hvilket parti mener du?',
    'missing-party': `Hvem vil du sammenligne ${list.format(candidates)} med?`,
    'missing-topic':
      candidates.length > 0
        ? `Hvilken sak vil du vite hva ${list.format(candidates)} mener om?`
        : 'Hvilken sak gjelder det?',
    'missing-context': 'Hva sikter du til? Skriv hele spørsmålet med parti og sak.',
  }),
  declined: {
    'voting-advice': 'Vi gir ikke råd om hva du skal stemme.',
    evaluation: 'Vi vurderer og rangerer ikke partier.',
    instructions: 'Tjenesten viser bare ordrette sitater fra partienes dokumenter og gjør ikke annet.',
    abuse: 'Det kan vi ikke svare på.',
  },
  insteadAsk: (parties) =>
    `Du kan spørre hva partiene selv har skrevet om en sak; vi har dokumenter fra ${list.format(parties)}. Praktisk informasjon om valg står på valg.no.`,
  source: (title, kind, party) => `«${title}», ${kind} fra ${party}`,
  noNewer: 'Vi kan bare si hva som står i dokumentene vi har, ikke om partiet har ment noe annet siden.',
  standing: {
    programme: 'Et partiprogram er vedtatt av partiet.',
    'draft-programme': 'Et utkast er ikke vedtatt.',
    resolution: 'En resolusjon er et vedtak.',
    'web-page': 'En nettside er partiets egen tekst; opplysningene vi har, sier ikke om den er vedtatt.',
    'op-ed': 'Et leserinnlegg står for den som har skrevet det.',
    'press-release': 'En pressemelding er partiets egen tekst, ikke et vedtak.',
    speech: 'En tale er taleren sine ord, ikke et vedtak.',
  },
  author: (party) => `Avsenderen er ${party}; hvem som har ført teksten i pennen, står ikke i opplysningene vi har.`,
  library: 'Dette er dokumentene vi har:',
  libraryMore: (count) => `Vi har ${count} dokumenter til; alle står på kildesiden.`,
  agreement: 'Vi avgjør ikke om partiene er enige; sitatene står for seg selv.',
  change: 'Det nyeste dokumentet står først. Vi avgjør ikke om partiet har endret mening.',
  onlyOne:
    'Vi fant ikke flere dokumenter fra samme parti som omtaler dette, så vi kan ikke vise noen endring over tid.',
  reasons: 'Dette er det som står ved siden av; vi legger ikke til noen begrunnelse.',
  noLists: 'Vi lager ikke lister over hvem som er for og mot; les hva hvert parti skriver.',
  noMore: (party) => `Vi fant ikke flere sitater fra ${party} om dette.`,
  older: (year) => `Eldre dokument, fra ${year}.`,
  welcome: (operator) => [
    'Hei! Dette er en automatisk tjeneste som viser hva partiene selv har skrevet, ordrett og med kilde. Står det ingenting, får du vite det.',
    ...(operator === null ? [] : [`Tjenesten drives av ${operator}.`]),
  ],
  question: (party, topic) => `Hva mener ${party} om ${topic}?`,
  moreQuotes: (parties, topic) =>
    parties.length > 0
      ? `Flere sitater fra ${list.format(parties)} om ${topic}`
      : `Flere sitater fra partiene om ${topic}`,
  questionToAll: (topic) => `Hva mener partiene om ${topic}?`,
};
